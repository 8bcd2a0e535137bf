import type { ListName } from '#shared/vocabulary/lists.ts';
import { Boxes, described, Errors, FieldName, type FieldProps, Hint, nameAndId } from './field-parts.tsx';
import { idOf } from './form-fields.ts';
import { inTwoGroups, type Option, optionsOf } from './options.ts';
import { formTexts } from './texts/form.ts';

/** One of a few options. */
export function RadioButtons({ options, ...props }: FieldProps & { options: readonly Option[] }) {
  return (
    <Boxes {...props} role="radiogroup">
      <div class="choices">
        {options.map((option) => (
          <Box key={option.code} {...props} type="radio" option={option} isFirst={option === options[0]} />
        ))}
      </div>
    </Boxes>
  );
}

/** Any number of options. Target groups come in two groups: whom it is for, and who can use it. */
export function CheckBoxes({ list, ...props }: FieldProps & { list: ListName }) {
  const options = optionsOf(list, props.language);
  const box = (option: Option) => (
    <Box key={option.code} {...props} type="checkbox" option={option} isFirst={option === options[0]} />
  );
  if (list !== 'targetGroups') {
    return (
      <Boxes {...props}>
        <div class="choices">{options.map(box)}</div>
      </Boxes>
    );
  }
  const texts = formTexts.in(props.language);
  const { people, audiences } = inTwoGroups(options);
  return (
    <Boxes {...props}>
      <fieldset class="ds-fieldset choices-group">
        <legend>{texts.people}</legend>
        <div class="choices">{people.map(box)}</div>
      </fieldset>
      <fieldset class="ds-fieldset choices-group">
        <legend>{texts.audiences}</legend>
        <div class="choices">{audiences.map(box)}</div>
      </fieldset>
    </Boxes>
  );
}

interface BoxProps extends FieldProps {
  readonly type: 'radio' | 'checkbox';
  readonly option: Option;
  /** The first box carries the field's id: links from the error summary lead to it. */
  readonly isFirst: boolean;
}

function Box({ type, option, isFirst, ...props }: BoxProps) {
  const id = isFirst ? idOf(props.path) : `${idOf(props.path)}-${option.code.replaceAll(':', '-')}`;
  const { 'aria-invalid': invalid } = described(props);
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={props.path}
        value={option.code}
        checked={props.typed.includes(option.code)}
        aria-invalid={invalid}
      />
      <label class="ds-label" for={id}>
        {option.label}
      </label>
    </div>
  );
}

/** One box to tick. */
export function SingleBox(props: FieldProps) {
  const isChecked = ['true', 'on', '1'].includes(props.typed[0] ?? '');
  return (
    <div class="ds-field">
      <input class="ds-input" type="checkbox" value="true" checked={isChecked} {...nameAndId(props)} />
      <label class="ds-label" for={idOf(props.path)}>
        <FieldName {...props} />
      </label>
      <Hint {...props} />
      <Errors {...props} />
    </div>
  );
}
