import { type ComponentChildren, Fragment } from 'preact';
import type { FormDefinition } from '#shared/forms/form.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import { saveDraft } from '#shared/http/posted-form.ts';
import { FieldControl } from './field-control.tsx';
import type { FormError } from './form-errors.tsx';
import { leavesAt } from './form-fields.ts';
import { typedAt } from './form-values.ts';
import { formId, type PageProps } from './frame.tsx';
import { formTexts } from './texts/form.ts';

/** A form to fill in, wherever it stands: what to ask, what was typed, and where it goes. */
export interface ContentFormProps extends PageProps {
  readonly form: FormDefinition;
  /** Where the browser posts to. */
  readonly action: string;
  /** The idempotency key, where the form begins something: sent twice, it is one submission. */
  readonly key?: string | undefined;
  /** When the page was made, ISO 8601, where it matters how long it took to fill in. */
  readonly shown?: string | undefined;
  /** What stands in the fields, as a browser posts it: kept when something is refused. */
  readonly values: BrowserFields;
  readonly errors: readonly FormError[];
  /** Where so much is sent in that a sender must show to be no robot: where the challenge is, and whether that was tried in vain. */
  readonly robotCheck?: { readonly challengeUrl: string; readonly isTried: boolean } | undefined;
}

/**
 * The form by its sections. Browsers do not judge it: our own sentences are bound to the fields and translated. Without
 * `send`, what its button says, it only shows what was typed.
 */
export function ContentForm({
  formProps,
  send,
  save,
  asked,
}: {
  formProps: ContentFormProps;
  send?: string | undefined;
  /** What the button says that keeps everything without sending it, where there is one. */
  save?: string | undefined;
  /** What stands before a field, by its path. */
  asked?: ReadonlyMap<string, ComponentChildren> | undefined;
}) {
  const { form, language, action } = formProps;
  const { headings } = form.texts.in(language);
  return (
    <form id={formId} method="post" action={action} acceptCharset="utf-8" noValidate>
      {formProps.key && <input type="hidden" name="_key" value={formProps.key} />}
      {formProps.shown && <input type="hidden" name="_shown" value={formProps.shown} />}
      <input type="hidden" name="_lang" value={language} />
      <Trap formProps={formProps} />
      {form.sections.map((section) => (
        <section key={section.heading} class="form-section" aria-labelledby={`section-${section.fields[0]}`}>
          <h2 class="ds-heading" data-size="sm" id={`section-${section.fields[0]}`}>
            {headings[section.heading]}
          </h2>
          {section.fields
            .flatMap((path) => leavesAt(form, path))
            .map((leaf) => (
              <Fragment key={leaf.path}>
                {asked?.get(leaf.path)}
                <FieldControl
                  {...leaf}
                  form={form}
                  language={language}
                  isAskedAbout={asked?.has(leaf.path) ?? false}
                  typed={typedAt(formProps.values, leaf.path)}
                  errors={formProps.errors.filter(({ path }) => path === leaf.path).map(({ sentence }) => sentence)}
                />
              </Fragment>
            ))}
        </section>
      ))}
      {send && (
        <>
          <p class="hint">
            {formTexts.in(language).privacy}{' '}
            <a class="ds-link" href="/privacy" target="_blank" rel="noopener">
              {formTexts.in(language).morePrivacy}
            </a>
          </p>
          <div class="buttons">
            <button class="ds-button" type="submit">
              {send}
            </button>
            {formProps.robotCheck && (
              <button class="ds-button" data-variant="secondary" type="submit" name="_hold" value="1">
                {formTexts.in(language).sendAnyway}
              </button>
            )}
            {save && (
              <button class="ds-button" data-variant="secondary" type="submit" name="_action" value={saveDraft}>
                {save}
              </button>
            )}
          </div>
          {formProps.robotCheck && <p class="hint">{formTexts.in(language).sendAnywayHint}</p>}
        </>
      )}
    </form>
  );
}

/** A field that people neither see, hear nor reach; programs that fill in everything fill it in. */
function Trap({ formProps: { language, values } }: { formProps: ContentFormProps }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for="subject_line">{formTexts.in(language).leaveEmpty}</label>
      <input
        type="text"
        id="subject_line"
        name="subject_line"
        tabIndex={-1}
        autocomplete="off"
        value={typedAt(values, 'subject_line')[0] ?? ''}
      />
    </div>
  );
}
