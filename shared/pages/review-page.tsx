import { type Case, type Decision, RejectReason } from '#shared/case/case.ts';
import type { Suspicion } from '#shared/case/screening.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import type { RefusedField } from '#shared/http/problem.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { ContentChange } from '#shared/moderation/content-changes.ts';
import { Changes } from './content-changes.tsx';
import { ContentList, emptyFields } from './content-list.tsx';
import { DecisionForm } from './decision-form.tsx';
import { ErrorSummary, type FormError, titleWith } from './form-errors.tsx';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { Quotation } from './prose.tsx';
import { ReferenceLine } from './reference-line.tsx';
import { reviewTexts } from './texts/review.ts';
import { Moment } from './time.tsx';

/** What was decided, and by whom as a name. */
type ShownDecision = Pick<Decision, 'decision' | 'reason' | 'comment' | 'at' | 'by'>;

export interface ReviewPageProps extends PageProps {
  readonly form: FormDefinition;
  readonly reference: string;
  /** The language in which the submitter is spoken to. */
  readonly submitterLanguage: Language;
  readonly round: Pick<Case['round'], 'number' | 'content' | 'contentHash'>;
  readonly suspicions: readonly Suspicion[];
  /** What moderators wrote when they asked for this round. */
  readonly earlierComment?: string | undefined;
  /** Set when this round is decided: nothing can be chosen any more. */
  readonly decided?: ShownDecision | undefined;
  /** What was wrong with the decision just posted; its values are kept. */
  readonly errors: readonly RefusedField[];
  readonly values: BrowserFields;
  /** Set when the content has changed since the page was read; empty when we do not know how. */
  readonly changes?: readonly ContentChange[] | undefined;
  /** Whose decision stands: what was just sent counts for nothing, and is shown so that it is not lost. */
  readonly notRecorded?: 'own' | 'others' | undefined;
}

/** The page behind a moderator's link: the whole case, then the three choices. Nothing is decided before its button. */
export function renderReviewPage(props: ReviewPageProps): string {
  const { language, path, reference, round, decided, changes } = props;
  const texts = reviewTexts.in(language);
  const title = decided === undefined ? texts.title : texts.decidedTitle;
  const errors = props.errors.map(({ pointer, detail }): FormError => ({ path: pathOf(pointer), sentence: detail }));
  return renderPage(
    <Frame
      language={language}
      path={path}
      title={titleWith(errors, title, language)}
      formAgain={decided === undefined ? { address: path, action: 'show' } : undefined}
    >
      <ErrorSummary errors={errors} language={language} />
      {changes && <Changes {...props} changes={changes} contentLanguage={round.content.language} />}
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      {props.notRecorded && <NotRecorded {...props} whose={props.notRecorded} />}
      {decided && <Outcome decided={decided} language={language} />}
      <ReferenceLine reference={reference} language={language} />
      <p>{round.number === 1 ? texts.firstRound : texts.laterRound({ round: round.number })}</p>
      {decided === undefined && <p>{texts.nothingYet}</p>}
      <Background {...props} />
      <Submission {...props} />
      {decided === undefined && <DecisionForm {...props} errors={errors} />}
    </Frame>,
  );
}

function NotRecorded({ whose, values, language }: ReviewPageProps & { whose: 'own' | 'others' }) {
  const texts = reviewTexts.in(language);
  const comment = values.get('comment')?.[0];
  const reason = RejectReason.safeParse(values.get('decision')?.[0] === 'reject' && values.get('reason')?.[0]);
  return (
    <div class="ds-card notice" data-color="warning" data-variant="tinted">
      <p>{texts.notRecorded[whose]}</p>
      {reason.success && (
        <p>
          {texts.reason}: {caseTexts.in(language).rejectReasons[reason.data]}
        </p>
      )}
      {comment && (
        <>
          <p>{texts.yourComment}:</p>
          <Quotation text={comment} />
        </>
      )}
    </div>
  );
}

/** Where a posted field stands on this page; a field without a control is named without a link. */
function pathOf(pointer: string): string {
  const name = pointer.slice(1);
  return ['decision', 'reason', 'comment'].includes(name) ? name : '';
}

function Background({ suspicions, earlierComment, language }: ReviewPageProps) {
  const texts = reviewTexts.in(language);
  return (
    <>
      {suspicions.length > 0 && (
        <div class="ds-card notice" data-color="warning" data-variant="tinted">
          <h2 class="ds-heading" data-size="xs">
            {texts.suspicions}
          </h2>
          <ul class="ds-list">
            {suspicions.map((suspicion) => (
              <li key={suspicion}>{caseTexts.in(language).suspicions[suspicion]}</li>
            ))}
          </ul>
        </div>
      )}
      {earlierComment && (
        <div class="ds-card notice" data-variant="tinted">
          <h2 class="ds-heading" data-size="xs">
            {texts.earlier}
          </h2>
          <Quotation text={earlierComment} />
        </div>
      )}
    </>
  );
}

function Submission({ form, round, language }: ReviewPageProps) {
  const texts = reviewTexts.in(language);
  const { content } = round;
  const empty = emptyFields({ form, content, language });
  return (
    <section aria-labelledby="submission">
      <h2 class="ds-heading" data-size="sm" id="submission">
        {texts.submission}
      </h2>
      <ContentList form={form} content={content} language={language} contentLanguage={content.language} />
      {empty.length > 0 && (
        <p class="hint">
          {texts.leftEmpty}: {empty.join(', ')}
        </p>
      )}
    </section>
  );
}

function Outcome({ decided, language }: { decided: ShownDecision; language: Language }) {
  const { decision, reason, comment, by, at } = decided;
  return (
    <div class="ds-card notice" data-color="success" data-variant="tinted">
      <p>
        <strong>{caseTexts.in(language).decisions[decision]}</strong>
        {reason && `: ${caseTexts.in(language).rejectReasons[reason]}`}
      </p>
      {comment && <Quotation text={comment} />}
      <p>
        {reviewTexts.in(language).decidedBy}: {by}
        <br />
        {reviewTexts.in(language).decidedAt}: <Moment at={at} language={language} />
      </p>
    </div>
  );
}
