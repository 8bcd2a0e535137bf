import type { ContentChange } from '#shared/case/content-changes.ts';
import type { Content, FormDefinition } from '#shared/forms/form.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import { commentPrefix } from '#shared/http/posted-comments.ts';
import type { Language } from '#shared/i18n/language.ts';
import { ChangedValue } from './changed-value.tsx';
import { type ChangedField, changedFields } from './content-changes.tsx';
import { isEmpty, valueAt } from './content-list.tsx';
import { boundTo, Errors } from './field-parts.tsx';
import { FieldValue } from './field-value.tsx';
import type { FormError } from './form-errors.tsx';
import { allLeaves, idOf, type Leaf } from './form-fields.ts';
import { formId } from './frame.tsx';
import { reviewTexts } from './texts/review.ts';

export interface ReviewContentProps {
  readonly form: FormDefinition;
  readonly content: Content;
  readonly language: Language;
  /** What is different from the round before; undefined in the first. */
  readonly changed?: readonly ContentChange[] | undefined;
  /** Whether comments can be written beside the fields: they belong to the form that decides. */
  readonly takesComments: boolean;
  readonly values: BrowserFields;
  readonly errors: readonly FormError[];
}

/** What was sent in, field by field, with what is new marked in it and a place for a comment beside each field. */
export function ReviewContent(props: ReviewContentProps) {
  const { form, content, language, changed } = props;
  const texts = reviewTexts.in(language);
  const changes = new Map(
    (changed ?? []).flatMap((one) => changedFields(form, one)).map((one) => [one.leaf.path, one]),
  );
  const leaves = allLeaves(form).filter(({ field }) => field.kind !== 'agreement');
  return (
    <>
      {changes.size > 0 && <p class="hint">{texts.marks}</p>}
      <dl class="content-list">
        {leaves.map((leaf) => (
          <div key={leaf.path}>
            <dt>{labelOf(props, leaf.path)}</dt>
            <dd>
              <Value {...props} leaf={leaf} value={valueAt(content, leaf.path)} change={changes.get(leaf.path)} />
              {props.takesComments && <CommentOnField {...props} path={leaf.path} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function labelOf({ form, language }: ReviewContentProps, path: string): string {
  return form.texts.in(language).fields[path]?.label ?? path;
}

interface ValueProps extends ReviewContentProps {
  readonly leaf: Leaf;
  readonly value: unknown;
  readonly change: ChangedField | undefined;
}

function Value({ leaf: { field }, value, change, language, content }: ValueProps) {
  const shown = { field, language, contentLanguage: content.language };
  if (change !== undefined) return <ChangedValue {...shown} before={change.before} after={change.after} />;
  if (isEmpty(value)) return <span class="hint">{reviewTexts.in(language).emptyField}</span>;
  return <FieldValue {...shown} value={value} />;
}

/** Closed until somebody wants to say something, or has said something. Works without script. */
function CommentOnField(props: ReviewContentProps & { readonly path: string }) {
  const { language, values, path } = props;
  const name = `${commentPrefix}${path}`;
  const typed = values.get(name)?.[0] ?? '';
  const errors = props.errors.filter((error) => error.path === name).map(({ sentence }) => sentence);
  const label = reviewTexts.in(language).commentOn({ field: labelOf(props, path) });
  return (
    <details class="more field-comment" open={typed !== '' || errors.length > 0}>
      <summary aria-label={label}>{reviewTexts.in(language).commentHere}</summary>
      <Errors path={name} errors={errors} />
      <textarea
        class="ds-input"
        form={formId}
        id={idOf(name)}
        name={name}
        rows={3}
        aria-label={label}
        value={typed}
        {...boundTo(name, false, errors)}
      />
    </details>
  );
}
