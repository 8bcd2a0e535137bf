import type * as z from 'zod/mini';

/** Says what does not fit a shape: where, and which names are unknown; never the values, which may be personal. */
export function unfit(error: z.core.$ZodError): string {
  return flat(error.issues, []).join('; ');
}

function flat(issues: readonly z.core.$ZodIssue[], above: PropertyKey[]): string[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    const where = path.map(String).join('.') || 'it';
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => `${[...path, key].map(String).join('.')} is not known here`);
    if (issue.code === 'invalid_union' && issue.errors.length > 0)
      return issue.errors.flatMap((inner) => flat(inner, path));
    if (issue.code === 'invalid_union') return [`${where}: of a kind that is not known here`];
    // What a shape checks beside types says itself what it wants.
    if (issue.code === 'custom') return [`${where}: ${issue.message}`];
    if (issue.code === 'invalid_type') return [`${where}: not ${issue.expected}`];
    if (issue.code === 'invalid_value') return [`${where}: not one of ${issue.values.map(String).join(', ')}`];
    return [`${where}: ${issue.code}`];
  });
}
