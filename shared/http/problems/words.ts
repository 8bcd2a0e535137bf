import type { Field, FieldErrorCode } from '#shared/forms/fields.ts';
import type { ProblemCode } from '#shared/http/problem.ts';

/** A field as a sentence speaks of it. Limits are written out as the language writes numbers. */
export interface NamedField {
  /** The label in quotation marks, so that no language has to inflect it. */
  readonly name: string;
  readonly kind: Field['kind'] | undefined;
  readonly min: string;
  readonly max: string;
}

/**
 * One sentence or two for each way in which a field can be refused: what to do, without blame. Each names the field, except
 * for the agreement, whose label is long: it is a form's last box.
 */
export type FieldErrorTexts = Readonly<Record<FieldErrorCode, (field: NamedField) => string>>;

/** `title` names the kind of problem; `detail` says what happened and what can be done. */
export interface ProblemText {
  readonly title: string;
  readonly detail: string;
}

export type ProblemTexts = Readonly<Record<ProblemCode, ProblemText>>;
