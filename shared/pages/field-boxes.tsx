import type { ListName } from '#shared/vocabulary/vocabulary.ts';
import { type Choice, choicesOf, inTwoGroups } from './choices.ts';
import { Boxes, described, Errors, FieldName, type FieldProps, Hint, nameAndId } from './field-parts.tsx';
import { idOf } from './form-fields.ts';
import { formWords } from './words.ts';

/** One of a few choices. */
export function RadioButtons({ choices, ...props }: FieldProps & { choices: readonly Choice[] }) {
  return (
    <Boxes {...props}>
      <div class="choices">
        {choices.map((choice) => (
          <Box key={choice.code} {...props} type="radio" choice={choice} isFirst={choice === choices[0]} />
        ))}
      </div>
    </Boxes>
  );
}

/** Any number of choices. Target groups come in two groups: whom it is for, and who can use it. */
export function CheckBoxes({ list, ...props }: FieldProps & { list: ListName }) {
  const choices = choicesOf(list, props.language);
  const box = (choice: Choice) => (
    <Box key={choice.code} {...props} type="checkbox" choice={choice} isFirst={choice === choices[0]} />
  );
  if (list !== 'targetGroups') {
    return (
      <Boxes {...props}>
        <div class="choices">{choices.map(box)}</div>
      </Boxes>
    );
  }
  const words = formWords[props.language];
  const { people, audiences } = inTwoGroups(choices);
  return (
    <Boxes {...props}>
      <fieldset class="ds-fieldset choices-group">
        <legend>{words.people}</legend>
        <div class="choices">{people.map(box)}</div>
      </fieldset>
      <fieldset class="ds-fieldset choices-group">
        <legend>{words.audiences}</legend>
        <div class="choices">{audiences.map(box)}</div>
      </fieldset>
    </Boxes>
  );
}

interface BoxProps extends FieldProps {
  readonly type: 'radio' | 'checkbox';
  readonly choice: Choice;
  /** The first box carries the field's id: links from the error summary lead to it. */
  readonly isFirst: boolean;
}

function Box({ type, choice, isFirst, ...props }: BoxProps) {
  const id = isFirst ? idOf(props.path) : `${idOf(props.path)}-${choice.code.replaceAll(':', '-')}`;
  const { 'aria-invalid': invalid } = described(props);
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={props.path}
        value={choice.code}
        checked={props.typed.includes(choice.code)}
        required={type === 'radio' && props.field.required}
        aria-invalid={invalid}
      />
      <label class="ds-label" for={id}>
        {choice.label}
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
