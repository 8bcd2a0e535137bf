import { type FormDefinition, fieldAt } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { ContentChange } from '#shared/moderation/content-changes.ts';
import { Value } from './content-list.tsx';
import { reviewWords } from './words.ts';

interface ChangesProps {
  readonly form: FormDefinition;
  readonly changes: readonly ContentChange[];
  readonly language: Language;
  readonly contentLanguage: string;
}

/** Says that the text has changed since it was read, and how: field by field, before and now. */
export function Changes({ form, changes, language, contentLanguage }: ChangesProps) {
  const words = reviewWords[language];
  const shown = changes.map((change) => ({ change, found: fieldAt(form, change.pointer) }));
  const value = (field: NonNullable<ReturnType<typeof fieldAt>>['field'], of: unknown) =>
    of === null ? (
      words.nothingBefore
    ) : (
      <Value field={field} value={of} language={language} contentLanguage={contentLanguage} />
    );
  return (
    <section class="ds-card notice" data-color="warning" data-variant="tinted" tabIndex={-1} autofocus>
      <h2 class="ds-heading" data-size="sm">
        {words.staleTitle}
      </h2>
      <p>{words.staleText}</p>
      {shown.map(({ change, found }) =>
        found === undefined ? null : (
          <div key={change.pointer} class="change">
            <h3 class="ds-heading" data-size="2xs">
              {form.texts[found.path]?.label[language] ?? found.path}
            </h3>
            <dl>
              <dt>{words.before}</dt>
              <dd>{value(found.field, change.before)}</dd>
              <dt>{words.after}</dt>
              <dd>{value(found.field, change.after)}</dd>
            </dl>
          </div>
        ),
      )}
    </section>
  );
}
