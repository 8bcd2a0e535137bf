import type { ContentChange } from '#shared/case/content-changes.ts';
import { type FormDefinition, fieldAt } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import { valueAt } from './content-list.tsx';
import { FieldValue } from './field-value.tsx';
import { type Leaf, leavesAt } from './form-fields.ts';
import { reviewTexts } from './texts/review.ts';

interface ChangesProps {
  readonly form: FormDefinition;
  readonly changes: readonly ContentChange[];
  readonly language: Language;
  readonly contentLanguage: string;
}

/** Says that the text has changed since it was read, and how: field by field, before and now. */
export function Changes({ form, changes, language, contentLanguage }: ChangesProps) {
  const texts = reviewTexts.in(language);
  const labels = form.texts.in(language).fields;
  const show = ({ field }: Leaf, value: unknown) =>
    value === null || value === undefined ? (
      texts.nothingBefore
    ) : (
      <FieldValue field={field} value={value} language={language} contentLanguage={contentLanguage} />
    );
  return (
    <section class="ds-card notice" data-color="warning" data-variant="tinted" tabIndex={-1} autofocus>
      <h2 class="ds-heading" data-size="sm">
        {texts.staleTitle}
      </h2>
      <p>{texts.staleText}</p>
      {changes
        .flatMap((change) => changedFields(form, change))
        .map(({ leaf, before, after }) => (
          <div key={leaf.path} class="change">
            <h3 class="ds-heading" data-size="2xs">
              {labels[leaf.path]?.label ?? leaf.path}
            </h3>
            <dl>
              <dt>{texts.before}</dt>
              <dd>{show(leaf, before)}</dd>
              <dt>{texts.after}</dt>
              <dd>{show(leaf, after)}</dd>
            </dl>
          </div>
        ))}
    </section>
  );
}

/** A field of the form with what stood there and what stands there now. */
export interface ChangedField {
  readonly leaf: Leaf;
  readonly before: unknown;
  readonly after: unknown;
}

/** A group that was added or removed as a whole is shown field by field too. */
export function changedFields(form: FormDefinition, { pointer, before, after }: ContentChange): ChangedField[] {
  const path = fieldAt(form, pointer)?.path;
  if (path === undefined) return [];
  const inside = (of: unknown, leaf: Leaf) => (leaf.path === path ? of : valueAt(of, leaf.path.slice(path.length + 1)));
  return leavesAt(form, path)
    .map((leaf) => ({ leaf, before: inside(before, leaf), after: inside(after, leaf) }))
    .filter((change) => change.before !== change.after);
}
