import { decisionKinds, rejectReasons } from '#shared/case/decision.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import type { Language } from '#shared/i18n/language.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';
import { boundTo, Errors } from './field-parts.tsx';
import type { FormError } from './form-errors.tsx';
import { idOf } from './form-fields.ts';
import { typedAt } from './form-values.ts';
import { formId, under } from './frame.tsx';
import { formTexts } from './texts/form.ts';
import { reviewTexts } from './texts/review.ts';

interface DecisionFormProps {
  readonly path: string;
  readonly language: Language;
  /** The language in which the submitter is spoken to. */
  readonly submitterLanguage: Language;
  /** What was read: the decision is bound to it. */
  readonly round: { readonly contentHash: string };
  readonly values: BrowserFields;
  readonly errors: readonly FormError[];
  /** Whether changes cannot be asked for any more. */
  readonly isLastRound: boolean;
  /** Set when the content has changed: what was chosen before was about another text, and is not chosen again. */
  readonly stale?: unknown;
}

/** The three choices, none of them made. Only the button decides. */
export function DecisionForm(props: DecisionFormProps) {
  const { language, path, round } = props;
  const texts = reviewTexts.in(language);
  return (
    <form id={formId} method="post" action={path} acceptCharset="utf-8" noValidate class="form-section">
      <input type="hidden" name="contentHash" value={round.contentHash} />
      <input type="hidden" name="_lang" value={language} />
      <Decisions {...props} />
      <Reason {...props} />
      <Comment {...props} />
      {props.isLastRound ? <p>{texts.lastRound}</p> : <p class="hint">{texts.fieldComments}</p>}
      <div class="buttons">
        <button class="ds-button" type="submit">
          {texts.button}
        </button>
        <button class="ds-button" data-variant="secondary" type="submit" formAction={under(path, 'preview')}>
          {texts.preview}
        </button>
      </div>
    </form>
  );
}

function errorsAt({ errors }: DecisionFormProps, path: string): string[] {
  return errors.filter((error) => error.path === path).map(({ sentence }) => sentence);
}

function Decisions(props: DecisionFormProps) {
  const texts = reviewTexts.in(props.language);
  const errors = errorsAt(props, 'decision');
  const choices = decisionKinds.filter((kind) => kind !== 'request-changes' || !props.isLastRound);
  const chosen = props.stale === undefined ? typedAt(props.values, 'decision')[0] : undefined;
  const { 'aria-describedby': describedBy, 'aria-invalid': invalid } = boundTo('decision', false, errors);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML allows it, and only a radiogroup can be required
    <fieldset class="ds-fieldset" role="radiogroup" aria-required="true" aria-describedby={describedBy}>
      <legend>
        <h2 class="ds-heading" data-size="sm">
          {texts.yourDecision}
        </h2>
      </legend>
      <Errors path="decision" errors={errors} />
      {choices.map((decision, index) => {
        const id = index === 0 ? idOf('decision') : idOf(`decision-${decision}`);
        return (
          <div key={decision} class="ds-field">
            <input
              class="ds-input"
              type="radio"
              name="decision"
              id={id}
              value={decision}
              checked={chosen === decision}
              aria-describedby={`${id}-hint`}
              aria-invalid={invalid}
            />
            <label class="ds-label" for={id}>
              {texts.decisions[decision].label}
            </label>
            <p class="hint" data-field="description" id={`${id}-hint`}>
              {texts.decisions[decision].hint}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}

function Reason(props: DecisionFormProps) {
  const errors = errorsAt(props, 'reason');
  const chosen = typedAt(props.values, 'reason')[0];
  return (
    <div class="ds-field">
      <label class="ds-label" for={idOf('reason')}>
        {reviewTexts.in(props.language).reason}
      </label>
      <p class="hint" data-field="description" id={`${idOf('reason')}-hint`}>
        {reviewTexts.in(props.language).reasonHint}
      </p>
      <Errors path="reason" errors={errors} />
      <select class="ds-input" data-width="auto" id={idOf('reason')} name="reason" {...boundTo('reason', true, errors)}>
        <option value="">{formTexts.in(props.language).chooseOne}</option>
        {rejectReasons.map((reason) => (
          <option key={reason} value={reason} selected={chosen === reason}>
            {caseTexts.in(props.language).rejectReasons[reason]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Comment(props: DecisionFormProps) {
  const texts = reviewTexts.in(props.language);
  const errors = errorsAt(props, 'comment');
  return (
    <div class="ds-field">
      <label class="ds-label" for={idOf('comment')}>
        {texts.comment}
      </label>
      <p class="hint" data-field="description" id={`${idOf('comment')}-hint`}>
        {texts.commentHint}
        <br />
        {texts.submitterReads}: {labelOf('contentLanguages', props.submitterLanguage, props.language)}
      </p>
      <Errors path="comment" errors={errors} />
      <textarea
        class="ds-input"
        id={idOf('comment')}
        name="comment"
        rows={5}
        value={typedAt(props.values, 'comment')[0] ?? ''}
        {...boundTo('comment', true, errors)}
      />
    </div>
  );
}
