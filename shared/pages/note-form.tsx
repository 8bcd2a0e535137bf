import type { BrowserFields } from '#shared/http/body.ts';
import type { Language } from '#shared/i18n/language.ts';
import { boundTo, Errors } from './field-parts.tsx';
import type { FormError } from './form-errors.tsx';
import { idOf } from './form-fields.ts';
import { under } from './frame.tsx';
import { reviewTexts } from './texts/review.ts';

interface NoteProps {
  readonly path: string;
  readonly language: Language;
  readonly values: BrowserFields;
  readonly errors: readonly FormError[];
}

/** A note on a page that has nothing to decide. */
export function NoteForm(props: NoteProps) {
  return (
    <form method="post" action={under(props.path, 'note')} acceptCharset="utf-8" noValidate class="form-section">
      <input type="hidden" name="_lang" value={props.language} />
      <Note {...props} />
    </form>
  );
}

/** A note to the other moderators, with a button of its own inside whatever form it stands in. */
export function Note({ path, language, values, errors }: NoteProps) {
  const texts = reviewTexts.in(language);
  const own = errors.filter((error) => error.path === 'note').map(({ sentence }) => sentence);
  return (
    <div class="ds-field">
      <label class="ds-label" for={idOf('note')}>
        {texts.note}
      </label>
      <p class="hint" data-field="description" id={`${idOf('note')}-hint`}>
        {texts.notesHint}
      </p>
      <Errors path="note" errors={own} />
      <textarea
        class="ds-input"
        id={idOf('note')}
        name="note"
        rows={3}
        value={values.get('note')?.[0] ?? ''}
        {...boundTo('note', true, own)}
      />
      <button class="ds-button" data-variant="secondary" type="submit" formAction={under(path, 'note')}>
        {texts.saveNote}
      </button>
    </div>
  );
}
