import type { ComponentChildren } from 'preact';
import { type Field, longestList, type ValueKind } from '#shared/forms/fields.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import { idOf, type Leaf } from './form-fields.ts';
import { formTexts } from './texts/form.ts';

type PageTexts = ReturnType<typeof formTexts.in>;
type Typed = readonly string[];

/** A field that is to be drawn: what it is, what was typed, what is wrong with it. */
export interface FieldProps extends Leaf {
  readonly form: FormDefinition;
  readonly language: Language;
  readonly typed: readonly string[];
  readonly errors: readonly string[];
  /** Whether moderators ask for something right before the field (revise-page.tsx). */
  readonly isAskedAbout?: boolean;
}

/** The id of what moderators ask for about a field. */
export function idOfAsked(path: string): string {
  return `${idOf(path)}-asked`;
}

/**
 * Whether the control itself tells those who hear the page that it must be answered. Not by `required`: browsers would call
 * it wrong before anybody has touched it. Several boxes to tick are a group, of which ARIA cannot say it.
 */
export function saysItIsRequired({ kind, required }: Pick<FieldProps['field'], 'kind' | 'required'>): boolean {
  return required && kind !== 'codes';
}

/**
 * The name of a field, and in words whether it may be left empty; of a box that goes without saying. Words that the control
 * says by itself are for the eye only, or they would be heard twice.
 */
export function FieldName({ form, language, path, field }: FieldProps) {
  const { required, optional } = formTexts.in(language);
  const name = form.texts.in(language).fields[path]?.label ?? path;
  if (field.kind === 'flag') return <>{name}</>;
  return (
    <>
      {name}{' '}
      <span
        class="ds-tag mark"
        data-color={field.required ? 'warning' : 'neutral'}
        aria-hidden={saysItIsRequired(field) ? 'true' : undefined}
      >
        {field.required ? required : optional}
      </span>
    </>
  );
}

/** Whether a browser's date field can show what was typed. It drops what it does not understand, and nothing may be lost. */
export function isShowableDate(typed: readonly string[]): boolean {
  return /^(\d{4}-\d{2}-\d{2})?$/.test(typed[0] ?? '');
}

/** What helps to fill in the field; nothing where there is nothing to say. */
export function Hint(props: FieldProps) {
  const said = hintOf(props);
  return said === '' ? null : (
    <p class="hint" data-field="description" id={`${idOf(props.path)}-hint`}>
      {said}
    </p>
  );
}

/** What is wrong with the field. */
export function Errors({ path, errors }: Pick<FieldProps, 'path' | 'errors'>) {
  return errors.length === 0 ? null : (
    <div class="field-error" id={`${idOf(path)}-error`}>
      {errors.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** Binds hint, errors and what is asked for to a control, for those who do not see where they stand. */
export function boundTo(path: string, hasHint: boolean, errors: readonly string[], isAskedAbout = false) {
  const ids = [
    isAskedAbout && idOfAsked(path),
    hasHint && `${idOf(path)}-hint`,
    errors.length > 0 && `${idOf(path)}-error`,
  ].filter(Boolean);
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(errors.length > 0 && { 'aria-invalid': 'true' as const }),
  };
}

/** The same for a field of a form. */
export function described(props: FieldProps) {
  return boundTo(props.path, hintOf(props) !== '', props.errors, props.isAskedAbout);
}

/** The control's name on the wire, its id, and what binds it to its help. */
export function nameAndId(props: FieldProps) {
  return { id: idOf(props.path), name: props.path, ...requiredOf(props), ...described(props) };
}

function requiredOf({ field }: FieldProps) {
  return saysItIsRequired(field) ? { 'aria-required': 'true' as const } : {};
}

/** Several boxes that answer one question: one of them (`radiogroup`) or any number. */
export function Boxes({ children, role, ...props }: FieldProps & { role?: 'radiogroup'; children: ComponentChildren }) {
  const { 'aria-describedby': describedBy } = described(props);
  return (
    <fieldset class="ds-fieldset" role={role} {...requiredOf(props)} aria-describedby={describedBy}>
      <legend class="ds-label">
        <FieldName {...props} />
      </legend>
      <Hint {...props} />
      <Errors {...props} />
      {children}
    </fieldset>
  );
}

function hintOf({ form, language, path, field, typed }: FieldProps): string {
  const said = form.texts.in(language).fields[path]?.hint;
  return [said, limitsOf(field, formTexts.in(language), typed)].filter(Boolean).join(' ');
}

/** Limits that people may run into; nobody needs to be told that a name has at least one letter. */
const limits: {
  readonly [Kind in ValueKind]: (field: Field<Kind>, texts: PageTexts, typed: Typed) => string | undefined;
} = {
  line: ({ min, max }, { between }) => (min > 2 ? between(asDigits({ min, max })) : undefined),
  text: ({ min, max }, { between, upTo }) => (min > 0 ? between(asDigits({ min, max })) : upTo(asDigits({ min, max }))),
  codes: ({ max }, { choose, chooseAny }) => (max < longestList ? choose({ max }) : chooseAny),
  // A browser's own date field says by itself what it wants.
  date: (_, { dateFormat }, typed) => (isShowableDate(typed) ? undefined : dateFormat),
  email: none,
  url: none,
  currency: none,
  code: none,
  flag: none,
  agreement: none,
  amount: none,
};

function none(): undefined {}

/** Every text field has limits, and to load how a language writes large numbers takes a cold start 20 ms. */
function asDigits({ min, max }: { min: number; max: number }) {
  return { min: String(min), max: String(max) };
}

function limitsOf<Kind extends ValueKind>(field: Field<Kind>, texts: PageTexts, typed: Typed): string | undefined {
  return limits[field.kind](field, texts, typed);
}
