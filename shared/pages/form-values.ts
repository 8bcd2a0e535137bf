import type { BrowserFields } from '#shared/http/body.ts';

/** What was typed at a path. Other sites may have posted `contact[name]` or `themes[]` for the same field. */
export function typedAt(values: BrowserFields, path: string): readonly string[] {
  const [group, name] = path.split('.', 2);
  return values.get(path) ?? values.get(name === undefined ? `${path}[]` : `${group}[${name}]`) ?? [];
}

/** Stored content as a browser would have posted it, so that the same form can be filled with it again. */
export function valuesOfContent(content: object): BrowserFields {
  return new Map(entriesOf(content, ''));
}

function entriesOf(content: object, prefix: string): [string, string[]][] {
  return Object.entries(content).flatMap(([name, value]: [string, unknown]): [string, string[]][] => {
    const path = `${prefix}${name}`;
    if (Array.isArray(value)) return [[path, value.map(String)]];
    if (typeof value === 'object' && value !== null) return entriesOf(value, `${path}.`);
    return value === false || value === undefined || value === null ? [] : [[path, [String(value)]]];
  });
}
