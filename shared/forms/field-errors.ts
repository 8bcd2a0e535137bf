/**
 * Why a field was refused. The closed list of `errors[].code`; each has a sentence in every language (texts/field-errors.ts).
 * A schema's error message is one of these codes, never prose.
 */
export const fieldErrorCodes = [
  'required',
  'wrong-type',
  'too-short',
  'too-long',
  'unknown-code',
  'unknown-field',
  'too-few',
  'too-many',
  'listed-twice',
  'line-break',
  'control-character',
  'not-a-date',
  'before-start',
  'not-an-email',
  'not-a-url',
  'not-a-currency',
  'out-of-range',
  'must-agree',
  'round-limit',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

/** One refused field: where (RFC 6901 pointer) and why. */
export interface FieldError {
  readonly pointer: string;
  readonly code: FieldErrorCode;
}
