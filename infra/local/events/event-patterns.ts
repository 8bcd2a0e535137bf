/** Event patterns of EventBridge, as far as the template may use them. Pure. */

export type EventPattern = (event: unknown) => boolean;

type Leaf = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Compiles a pattern. @throws for a comparison that is not known here, naming `where`. */
export function compilePattern(pattern: unknown, where: string): EventPattern {
  if (!isObject(pattern)) throw new Error(`${where}: the event pattern is not an object`);
  const parts = Object.entries(pattern).map(([key, wanted]): EventPattern => {
    const place = `${where}.${key}`;
    if (key.startsWith('$')) throw new Error(`${place} is not known here`);
    const fits = Array.isArray(wanted) ? anyLeaf(wanted, place) : compilePattern(wanted, place);
    return (event) => fits(isObject(event) ? event[key] : undefined);
  });
  return (event) => parts.every((part) => part(event));
}

/** A list holds when one of its members does, for the value or for one member of it. */
function anyLeaf(wanted: unknown[], place: string): Leaf {
  const leaves = wanted.map((one) => compileLeaf(one, place));
  return (value) => leaves.some((leaf) => (Array.isArray(value) ? value.some(leaf) : leaf(value)));
}

function compileLeaf(wanted: unknown, place: string): Leaf {
  if (!isObject(wanted)) return (value) => value === wanted;
  const [[operator, operand] = [], ...others] = Object.entries(wanted);
  if (others.length > 0) throw new Error(`${place}: two comparisons in one`);
  switch (operator) {
    case 'exists':
      return (value) => (value !== undefined) === operand;
    case 'prefix':
      return (value) => typeof value === 'string' && typeof operand === 'string' && value.startsWith(operand);
    case 'suffix':
      return (value) => typeof value === 'string' && typeof operand === 'string' && value.endsWith(operand);
    case 'anything-but': {
      const refused = [operand].flat();
      if (refused.some(isObject)) break;
      return (value) => value !== undefined && !refused.includes(value);
    }
    case 'equals-ignore-case':
      return (value) => typeof value === 'string' && value.toLowerCase() === String(operand).toLowerCase();
  }
  throw new Error(`${place}: the comparison ${operator} is not known here`);
}
