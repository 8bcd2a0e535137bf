import type { FormDefinition } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import { allLeaves, idOf } from './form-fields.ts';
import type { FormAgain } from './frame.tsx';
import { formTexts } from './texts/form.ts';

/** A refused field: where it stands (`contact.name`; empty when the page has no such field) and why, as a sentence. */
export interface FormError {
  readonly path: string;
  readonly sentence: string;
  /** Of what concerns no field: what stands above the sentence, where that is not simply that nothing was stored. */
  readonly heading?: string | undefined;
}

/** Title of a page: it says first when something is wrong, for those who hear it read. */
export function titleWith(errors: readonly FormError[], title: string, language: Language): string {
  if (errors.length === 0) return title;
  return noticeIn(errors, language) ?? formTexts.in(language).errorTitle({ title });
}

/**
 * How a form is had in another language: where something was wrong with its fields, that is told again by what checks them;
 * else it is shown as it is, at the address of its page.
 */
export function formAgain(errors: readonly FormError[], checking: string, page: string): FormAgain {
  const isWrong = errors.some(({ path }) => path !== '');
  return isWrong ? { address: checking, action: 'show' } : { address: page, action: 'fill' };
}

/** What stands above errors that blame no field; undefined where one is to be looked at. */
function noticeIn(errors: readonly FormError[], language: Language): string | undefined {
  if (errors.some(({ path }) => path !== '')) return undefined;
  return errors[0]?.heading ?? formTexts.in(language).notStored;
}

/** The errors in the order in which their fields stand on the page, after those that belong to none. */
export function inPageOrder(form: FormDefinition, errors: readonly FormError[]): FormError[] {
  const paths = allLeaves(form).map(({ path }) => path);
  return errors.toSorted((one, other) => paths.indexOf(one.path) - paths.indexOf(other.path));
}

/**
 * All that is wrong, with links to the fields; or that what was sent could not be taken, where no field is to blame. It
 * takes the focus when the page opens, without a script.
 */
export function ErrorSummary({ errors, language }: { errors: readonly FormError[]; language: Language }) {
  if (errors.length === 0) return null;
  const texts = formTexts.in(language);
  const notice = noticeIn(errors, language);
  return (
    <section class="ds-error-summary" aria-labelledby="errors" tabIndex={-1} autofocus>
      <h2 id="errors" class="ds-heading">
        {notice ?? texts.errorHeading}
      </h2>
      <ul class="ds-list">
        {errors.map(({ path, sentence }) => (
          <li key={`${path} ${sentence}`}>
            {path === '' ? (
              sentence
            ) : (
              <a class="ds-link" href={`#${idOf(path)}`}>
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>{notice === undefined ? texts.nothingSent : texts.stillHere}</p>
    </section>
  );
}
