/** The opening tags of an element in a page, with their attributes; text and children are left out. */
export function tagsOf(html: string, element: string): Record<string, string>[] {
  return [...html.matchAll(new RegExp(`<${element}(\\s[^>]*)?>`, 'g'))].map(([, attributes = '']) => {
    const pairs = [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
    return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
  });
}

/** The controls that carry a value under a name. */
export function controlsNamed(html: string, name: string): Record<string, string>[] {
  return ['input', 'select', 'textarea', 'button']
    .flatMap((element) => tagsOf(html, element))
    .filter((attributes) => attributes['name'] === name);
}

/** The one opening tag with that id. Throws when there is none or more than one, as ids must be unique. */
export function tagWithId(html: string, id: string): string {
  const found = html.match(new RegExp(`<[^>]*\\sid="${id}"[^>]*>`, 'g')) ?? [];
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} elements have the id ${id}`);
  return found[0];
}

/** What people read of a piece of HTML. */
export function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}
