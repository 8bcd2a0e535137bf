import * as z from 'zod/mini';

/** Where a page of the list begins: after this item, the last of the page before. */
export const Position = z.object({
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  newest: z.string().check(z.regex(/^[0-9TZ:.-]{1,30}#[0-9a-f-]{1,40}$/)),
});
export type Position = z.infer<typeof Position>;

/** The position as an opaque string for a query parameter. */
export function toCursor({ month, newest }: Position): string {
  return Buffer.from(JSON.stringify([month, newest])).toString('base64url');
}

/** The position of a cursor; undefined for a string that we never gave. */
export function fromCursor(cursor: string): Position | undefined {
  try {
    const [month, newest] = z.parse(
      z.tuple([z.string(), z.string()]),
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    const position = Position.safeParse({ month, newest });
    return position.success ? position.data : undefined;
  } catch {
    return undefined;
  }
}
