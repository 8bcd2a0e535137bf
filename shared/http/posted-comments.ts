import * as z from 'zod/mini';
import type { FieldComment } from '#shared/case/decision.ts';
import { type FormDefinition, fieldAt } from '#shared/forms/form.ts';
import type { BrowserFields } from './body.ts';
import { notBlank, says, saysOfObject } from './posted-json.ts';

/** How long a comment on one field may be, and how many fields may have one. In code points. */
export const longestFieldComment = 2000;
export const mostComments = 50;

/** What browsers call the comment on a field: `comment.contact.name`. */
export const commentPrefix = 'comment.';

/** The schema of comments by field: pointers of the form's own fields, each at most once. */
export function fieldComments(form: FormDefinition) {
  const comment = z.strictObject(
    {
      pointer: z
        .string({ error: says('wrong-type') })
        .check(z.refine((pointer) => pathAt(form, pointer) !== undefined, { error: 'unknown-code' })),
      comment: notBlank(longestFieldComment),
    },
    { error: saysOfObject },
  );
  // How many there are is judged first: thousands of wrong ones are one error, not thousands.
  const bounded = z.array(z.unknown(), { error: 'wrong-type' }).check(z.maxLength(mostComments, { error: 'too-many' }));
  return z.pipe(bounded, z.array(comment).check(eachFieldOnce));
}

const eachFieldOnce = z.check<FieldComment[]>(({ value, issues }) => {
  const seen = new Set<string>();
  for (const [index, { pointer }] of value.entries()) {
    if (seen.has(pointer))
      issues.push({ code: 'custom', message: 'listed-twice', input: pointer, path: [index, 'pointer'] });
    seen.add(pointer);
  }
});

/** The path of the field at exactly this pointer, such as `contact.name`; undefined when the form has none. */
export function pathAt(form: FormDefinition, pointer: string): string | undefined {
  const path = fieldAt(form, pointer)?.path;
  return path !== undefined && pointer === pointerTo(path) ? path : undefined;
}

/** The JSON Pointer (RFC 6901) of the field at a path. */
export function pointerTo(path: string): string {
  return `/${path.replaceAll('.', '/')}`;
}

/** What browsers call the comment on the field at this pointer. */
export function nameAt(pointer: string): string {
  return `${commentPrefix}${pointer.slice(1).replaceAll('/', '.')}`;
}

/** Comments as a browser posts them. Empty ones are none, and what the form does not have is ignored. */
export function commentsFromBrowser(form: FormDefinition, fields: BrowserFields): FieldComment[] {
  return [...fields].flatMap(([name, [comment = '']]) => {
    const pointer = pointerTo(name.slice(commentPrefix.length));
    const isComment = name.startsWith(commentPrefix) && pathAt(form, pointer) !== undefined;
    return isComment && comment.trim() !== '' ? [{ pointer, comment }] : [];
  });
}
