/** Event patterns of EventBridge, as far as the template may use them: lists of plain values. Pure. */

export type EventPattern = (event: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Compiles a pattern. @throws for a comparison that is not known here, naming `where`. */
export function compilePattern(pattern: unknown, where: string): EventPattern {
  if (!isObject(pattern)) throw new Error(`${where}: the event pattern is not an object`);
  const parts = Object.entries(pattern).map(([key, wanted]): EventPattern => {
    const path = `${where}.${key}`;
    if (key.startsWith('$')) throw new Error(`${path} is not known here`);
    const fits = Array.isArray(wanted) ? anyOf(wanted, path) : compilePattern(wanted, path);
    return (event) => fits(isObject(event) ? event[key] : undefined);
  });
  return (event) => parts.every((part) => part(event));
}

/** A list holds when one of its members is the value, or one member of it. */
function anyOf(wanted: unknown[], path: string): EventPattern {
  const comparison = wanted.find(isObject);
  if (comparison) throw new Error(`${path}: the comparison ${Object.keys(comparison).join(', ')} is not known here`);
  return (value) => [value].flat().some((one) => wanted.includes(one));
}
