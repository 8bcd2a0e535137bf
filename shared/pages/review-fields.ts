import type { FieldError } from '#shared/forms/field-errors.ts';
import { longestFieldComment, mostComments } from '#shared/http/posted-comments.ts';
import { longestNote } from '#shared/http/posted-note.ts';
import { longestComment } from '#shared/http/posted-vote.ts';
import type { RefusedField } from '#shared/http/problem.ts';
import { type FieldInWords, fieldErrorText } from '#shared/http/refusals.ts';
import type { Language } from '#shared/i18n/language.ts';
import { reviewTexts } from './texts/review.ts';

/** What is wrong with what was posted to a review page, in words. */
export function refusedFields(errors: readonly FieldError[], language: Language): RefusedField[] {
  return errors.map(({ pointer, code }) => {
    return { pointer, code, detail: fieldErrorText(code, inWords(pointer, language), language) };
  });
}

/** The fields of the page as the page calls them. */
function inWords(pointer: string, language: Language): FieldInWords {
  const texts = reviewTexts.in(language);
  const [, name, index] = pointer.split('/');
  switch (name) {
    case 'decision':
      return { label: texts.yourDecision, kind: 'code' };
    case 'reason':
      return { label: texts.reason, kind: 'code' };
    case 'comment':
      return { label: texts.comment, max: longestComment };
    case 'comments':
      return index === undefined
        ? { label: texts.comment, max: mostComments }
        : { label: texts.comment, min: 1, max: longestFieldComment };
    case 'note':
      return { label: texts.note, min: 1, max: longestNote };
    default:
      return { label: pointer.slice(1) };
  }
}
