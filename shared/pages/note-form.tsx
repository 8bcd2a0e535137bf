import type { BrowserFields } from '#shared/http/body.ts';
import type { Language } from '#shared/i18n/language.ts';
import { boundTo, Errors } from './field-parts.tsx';
import type { FormError } from './form-errors.tsx';
import { idOf } from './form-fields.ts';
import { formId, under } from './frame.tsx';
import { reviewTexts } from './texts/review.ts';

export interface NoteProps {
  readonly path: string;
  readonly language: Language;
  /** Whether the page has a form that decides: then the note is posted with it, and what is typed there is kept. */
  readonly isOpen: boolean;
  readonly values: BrowserFields;
  readonly errors: readonly FormError[];
}

/** A note to the other moderators. Closed until somebody wants to write one; works without script. */
export function NoteForm(props: NoteProps) {
  const { path, language, isOpen } = props;
  if (isOpen) return <Note {...props} form={formId} />;
  return (
    <form id={noteFormId} method="post" action={under(path, 'note')} acceptCharset="utf-8" noValidate>
      <input type="hidden" name="_lang" value={language} />
      <Note {...props} form={noteFormId} />
    </form>
  );
}

const noteFormId = 'note-form';

function Note({ path, language, values, errors, form }: NoteProps & { readonly form: string }) {
  const texts = reviewTexts.in(language);
  const own = errors.filter((error) => error.path === 'note').map(({ sentence }) => sentence);
  const typed = values.get('note')?.[0] ?? '';
  return (
    <details class="more" open={typed !== '' || own.length > 0}>
      <summary>{texts.writeNote}</summary>
      <div class="ds-field">
        <label class="ds-label" for={idOf('note')}>
          {texts.note}
        </label>
        <Errors path="note" errors={own} />
        <textarea
          class="ds-input"
          form={form}
          id={idOf('note')}
          name="note"
          rows={3}
          value={typed}
          {...boundTo('note', false, own)}
        />
        <button class="ds-button" data-variant="secondary" type="submit" form={form} formAction={under(path, 'note')}>
          {texts.saveNote}
        </button>
      </div>
    </details>
  );
}
