import { isDeepStrictEqual } from 'node:util';

/** One field that is different: `before` or `after` is null when the field was added or removed. */
export interface ContentChange {
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields in which two contents differ, by pointer; groups are compared field by field, lists as a whole. */
export function changesBetween(before: object, after: object, prefix = ''): ContentChange[] {
  const was = new Map(Object.entries(before));
  const is = new Map(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const pointer = `${prefix}/${name}`;
    const [old, now]: unknown[] = [was.get(name), is.get(name)];
    if (isDeepStrictEqual(old, now)) return [];
    return isGroup(old) && isGroup(now)
      ? changesBetween(old, now, pointer)
      : [{ pointer, before: old ?? null, after: now ?? null }];
  });
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
