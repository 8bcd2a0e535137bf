/** What stands on all pages, in their order. */
export async function everythingOn<Entry>(pages: AsyncIterable<readonly Entry[]>): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
