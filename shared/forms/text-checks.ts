import * as z from 'zod/mini';
import type { FieldErrorCode } from './field-errors.ts';

/** The checks from which the schemas of text fields are made. */

type Check = z.core.CheckFn<string>;

/** The code for a value that is of no use: it is missing, or else `otherwise`. */
export const absentOr = (otherwise: FieldErrorCode) => (issue: { input?: unknown }) =>
  issue.input === undefined ? 'required' : otherwise;

export const text = () => z.string({ error: absentOr('wrong-type') });

/** Refuses a value and skips later checks. A plain function, as dozens of zod's own checks take long to make. */
export function refuse<Value>(isWrong: (value: Value) => boolean, code: FieldErrorCode): z.core.CheckFn<Value> {
  return ({ value, issues }) => {
    if (isWrong(value)) issues.push({ code: 'custom', input: value, message: code, continue: false });
  };
}

/** Puts another text in the place of the one that was typed. */
export const become =
  (other: (value: string) => string): Check =>
  (payload) => {
    payload.value = other(payload.value);
  };

/** Control characters are refused, never cleaned away: what is stored is what was typed. */
export const hasNo = (forbidden: RegExp, code: FieldErrorCode): Check =>
  refuse<string>((value) => forbidden.test(value), code);

const lineBreaks = /[\n\r\u0085\u2028\u2029]/;
/** Also halves of a surrogate pair: no UTF-8 has them, so the table would keep something else than was typed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const controlCharacters = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u;

/** Control characters only to break lines. */
export const inLines = (): Check[] => [hasNo(controlCharacters, 'control-character')];

/** What is pasted unseen: soft hyphen, zero-width space, word joiner, byte order mark. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;
/** What turns the direction of a line or hides in it. Without joiners and marks, which some scripts and emoji need. */
const disguise = /(?![\u200c-\u200f])\p{Cf}/u;

/** One line. What nobody sees goes, like spaces around it; what disguises the line is refused. */
export const inOneLine = (): Check[] => [
  become((value) => value.replace(unseen, '')),
  hasNo(lineBreaks, 'line-break'),
  hasNo(controlCharacters, 'control-character'),
  hasNo(disguise, 'control-character'),
];

/** An address: no character in it may be there unseen. */
export const inAddress = (broken: FieldErrorCode, odd: FieldErrorCode): Check[] => [
  hasNo(lineBreaks, broken),
  hasNo(controlCharacters, odd),
  hasNo(/\p{Cf}/u, 'control-character'),
];

/** Any visible character: no space, joiner, soft hyphen or blank letter. Spelt out, as `\p{…}` takes long to load. */
const seen = /[^\s\u00ad\u115f\u1160\u200b-\u200f\u2060-\u206f\u2800\u3164\ufeff\uffa0]/;
const codePoints = (value: string) => [...value].length;

/** `min` to `max` code points, after the text has been made tidy. */
export const ofLength = (min: number, max: number): Check[] => [
  refuse<string>((value) => min > 0 && !seen.test(value), 'required'),
  refuse<string>((value) => codePoints(value) < min, 'too-short'),
  refuse<string>((value) => codePoints(value) > max, 'too-long'),
];

/**
 * Far more accents on one letter than any script has (UAX #15, stream-safe text). To put tens of thousands into order takes
 * seconds, so they are refused before anything is composed.
 */
const tooManyAccents = /\p{M}{31}/u;

/** Trimmed, composed (NFC) and with `\n` as the only line break, so that equal texts are equal strings. */
const tidy = (value: string) =>
  value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .normalize('NFC')
    .trim();

/** A text that is checked as typed, made tidy, and checked again. */
export const tidied = (before: readonly Check[], after: readonly Check[]) =>
  text().check(...before, hasNo(tooManyAccents, 'control-character'), become(tidy), ...after);
