import type { JSX } from 'preact';
import type { Field, ValueKind } from '#shared/forms/fields.ts';
import type { ListName } from '#shared/vocabulary/lists.ts';
import { CheckBoxes, RadioButtons, SingleBox } from './field-boxes.tsx';
import { Errors, FieldName, type FieldProps, Hint, isShowableDate, nameAndId } from './field-parts.tsx';
import { idOf } from './form-fields.ts';
import { type Option, optionsOf } from './options.ts';
import { formTexts } from './texts/form.ts';

/** Up to as many options are shown at once; more go into a list to open. */
const fewOptions = 5;
/** The currencies of the Nordic countries. Another one that was typed elsewhere is kept. */
const nordicCurrencies = ['DKK', 'EUR', 'ISK', 'NOK', 'SEK'];

/** What browsers may fill in by themselves (WCAG 1.3.5). */
const autocomplete: Readonly<Record<string, 'organization' | 'name' | 'email' | 'organization-title'>> = {
  organisation: 'organization',
  'contact.name': 'name',
  'contact.email': 'email',
  'contact.role': 'organization-title',
};

/** The control of each kind of field, with its name, help and errors. */
const controls: { readonly [Kind in ValueKind]: (field: Field<Kind>, props: FieldProps) => JSX.Element } = {
  line: (_, props) => <Input {...props} attributes={{ type: 'text' }} />,
  text: ({ max }, props) => <TextArea {...props} rows={max > 1000 ? 8 : 4} />,
  email: (_, props) => <Input {...props} attributes={{ type: 'email' }} />,
  url: (_, props) => <Input {...props} attributes={{ type: 'url' }} />,
  amount: (_, props) => <Input {...props} attributes={{ type: 'text', inputMode: 'decimal', size: 16 }} />,
  date: (_, props) => <DateInput {...props} />,
  currency: (_, props) => <Select {...props} options={withTyped(nordicCurrencies, props.typed)} />,
  code: ({ list }, props) => <OneCode {...props} list={list} />,
  codes: ({ list }, props) => <CheckBoxes {...props} list={list} />,
  flag: (_, props) => <SingleBox {...props} />,
  agreement: (_, props) => <SingleBox {...props} />,
};

/** The control for a field of a form. */
export function FieldControl(props: FieldProps) {
  return controlOf(props.field, props);
}

function controlOf<Kind extends ValueKind>(field: Field<Kind>, props: FieldProps): JSX.Element {
  return controls[field.kind](field, props);
}

function Labelled({ children, ...props }: FieldProps & { children: JSX.Element }) {
  return (
    <div class="ds-field">
      <label class="ds-label" for={idOf(props.path)}>
        <FieldName {...props} />
      </label>
      <Hint {...props} />
      <Errors {...props} />
      {children}
    </div>
  );
}

type InputAttributes = JSX.IntrinsicElements['input'];

function Input({ attributes, ...props }: FieldProps & { attributes: InputAttributes }) {
  const fill = autocomplete[props.path];
  return (
    <Labelled {...props}>
      <input
        class="ds-input"
        value={props.typed[0] ?? ''}
        {...nameAndId(props)}
        {...(fill && { autocomplete: fill })}
        {...attributes}
      />
    </Labelled>
  );
}

function DateInput(props: FieldProps) {
  const isDate = isShowableDate(props.typed);
  return <Input {...props} attributes={isDate ? { type: 'date', size: 16 } : { type: 'text', size: 16 }} />;
}

function TextArea({ rows, ...props }: FieldProps & { rows: number }) {
  const typed = props.typed[0] ?? '';
  return (
    <Labelled {...props}>
      {/* Browsers drop a line break that follows the opening tag at once. */}
      <textarea
        class="ds-input"
        rows={rows}
        value={typed.startsWith('\n') ? `\n${typed}` : typed}
        {...nameAndId(props)}
      />
    </Labelled>
  );
}

function Select({ options, ...props }: FieldProps & { options: readonly Option[] }) {
  return (
    <Labelled {...props}>
      <select class="ds-input" data-width="auto" {...nameAndId(props)}>
        <option value="">{formTexts.in(props.language).chooseOne}</option>
        {options.map(({ code, label }) => (
          <option key={code} value={code} selected={props.typed.includes(code)}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function withTyped(codes: readonly string[], typed: readonly string[]): Option[] {
  return [...new Set([...codes, ...typed])].filter(Boolean).map((code) => ({ code, label: code }));
}

function OneCode({ list, ...props }: FieldProps & { list: ListName }) {
  const options = optionsOf(list, props.language);
  const isFew = options.length <= fewOptions;
  return isFew ? <RadioButtons {...props} options={options} /> : <Select {...props} options={options} />;
}
