import { family, type Sentence, type Shape, sentence, text } from '#shared/i18n/texts.ts';
import type { FieldErrorCode } from '../field-errors.ts';

/**
 * What to do about a refused field, without blame; one or two sentences. Each names the field (its label in quotation marks)
 * except the agreement, whose label is long: it is a form's last box.
 */
export const fieldErrorTexts = family(import.meta.dirname, 'field-errors', {
  /** Of all that was sent together. */
  notFields: text,
  codes: {
    required: {
      text: sentence('name'),
      option: sentence('name'),
      options: sentence('name'),
      agreement: text,
    },
    'wrong-type': { number: sentence('name'), repeated: sentence('name'), other: sentence('name') },
    'too-short': sentence('name', 'min'),
    'too-long': sentence('name', 'max'),
    'unknown-code': sentence('name'),
    'unknown-field': sentence('name'),
    'too-few': sentence('name', 'min'),
    'too-many': sentence('name', 'max'),
    'listed-twice': sentence('name'),
    'line-break': sentence('name'),
    'control-character': sentence('name'),
    'not-a-date': sentence('name'),
    'before-start': sentence('name'),
    'not-an-email': sentence('name'),
    'not-a-url': sentence('name'),
    'not-a-currency': sentence('name'),
    'out-of-range': { number: sentence('name', 'max'), date: sentence('name', 'min', 'max') },
    'must-agree': text,
    'round-limit': sentence('name'),
  } satisfies Record<FieldErrorCode, Sentence | Shape>,
});
