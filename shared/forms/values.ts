import type { BrowserFields } from '#shared/http/body.ts';

/** Stored content as a browser would post it, to fill a form with: `contact.name` → `['…']`. */
export function toValues(content: object, prefix = ''): BrowserFields {
  const values = Object.entries(content).flatMap(([name, value]: [string, unknown]): [string, readonly string[]][] => {
    const path = `${prefix}${name}`;
    if (Array.isArray(value)) return [[path, value.map(String)]];
    if (typeof value === 'object' && value !== null) return [...toValues(value, `${path}.`)];
    return value === undefined || value === false ? [] : [[path, [value === true ? 'on' : String(value)]]];
  });
  return new Map(values);
}
