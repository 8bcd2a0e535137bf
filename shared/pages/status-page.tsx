import { commentsOf, type Decision, fieldCommentsOf } from '#shared/case/decision.ts';
import type { Status } from '#shared/case/status.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import type { Content, FormDefinition } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Progress } from '#shared/moderation/progress.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';
import { ContentList } from './content-list.tsx';
import { Comments } from './field-comments.tsx';
import { allLeaves } from './form-fields.ts';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { nextStep } from './next-step.ts';
import { Quotation } from './prose.tsx';
import { ReferenceLine } from './reference-line.tsx';
import { SendAgain } from './send-again.tsx';
import { StatusActions } from './status-actions.tsx';
import { reviseTexts } from './texts/revise.ts';
import { statusTexts } from './texts/status.ts';
import { Moment, momentInWords } from './time.tsx';

export interface StatusPageProps extends PageProps {
  readonly progress: Progress;
  readonly form: FormDefinition;
  /** What was sent in last. */
  readonly content: Content;
  /** Where the buttons of the page post to. */
  readonly action: string;
  /** How what was sent in last was decided: a moderator's comment is for the submitter, whatever the decision. */
  readonly decision?: ShownReasons | undefined;
  /** Whether the submitter's address took no mail: then there is no link to confirm it with. */
  readonly addressRefused?: boolean;
  readonly mayHaveCopy?: boolean;
  readonly isErasedSoon?: boolean;
  /** What was asked for and cannot be done. */
  readonly refused?: { readonly title: string; readonly detail: string } | undefined;
}

type ShownReasons = Pick<Decision, 'decision' | 'institution' | 'reason' | 'comment' | 'comments' | 'votes'>;

/** Statuses in which the case is closed and nothing of it public: what was written leads back to the form. */
const mayBeSentAgain: readonly Status[] = ['lapsed', 'rejected'];
/** Statuses in which this page is the receipt for what was just sent in. */
const justSent: readonly Status[] = ['received', 'awaiting-confirmation'];
const colours: Partial<Record<Status, string>> = {
  approved: 'success',
  published: 'success',
  'awaiting-confirmation': 'warning',
  'changes-requested': 'warning',
  spam: 'warning',
};

/** Where a case stands, for its submitter: the receipt at first, and the page to come back to. */
export function renderStatusPage(props: StatusPageProps): string {
  const { language, path, progress, content } = props;
  const texts = statusTexts.in(language);
  const heading = headingOf(props);
  return renderPage(
    <Frame language={language} path={path} title={heading}>
      <h1 class="ds-heading" data-size="lg">
        {heading}
      </h1>
      {props.refused && (
        <div class="ds-card notice" data-color="warning" data-variant="tinted" role="alert">
          <p>
            <strong>{props.refused.title}</strong>
          </p>
          <p>{props.refused.detail}</p>
        </div>
      )}
      {progress.status === 'awaiting-confirmation' && <AboutTheMail {...props} />}
      <p class="lead" lang={content.language}>
        {content.title}
      </p>
      <ReferenceLine reference={progress.reference} language={language} />
      <Now {...props} />
      <Next {...props} />
      <StatusActions
        language={language}
        action={props.action}
        possible={progress.actions}
        mayHaveCopy={props.mayHaveCopy === true}
        isErasedSoon={props.isErasedSoon === true}
      />
      <Timeline {...props} />
      <p class="hint">{texts.keepAddress}</p>
      <SentIn {...props} />
    </Frame>,
  );
}

/** Whether the mail to confirm the address has left: refused, held back, or to be looked for. */
function AboutTheMail(props: StatusPageProps) {
  const { mailHeldUntil } = props.progress;
  const texts = statusTexts.in(props.language);
  const hasLeft = !isSentInVain(props) && mailHeldUntil === undefined;
  return (
    <p class="ds-card notice" data-color={hasLeft ? 'success' : 'warning'} data-variant="tinted">
      {isSentInVain(props)
        ? texts.addressRefused
        : mailHeldUntil === undefined
          ? texts.lookInMail
          : texts.mailHeld({ time: momentInWords(mailHeldUntil, props.language) })}
    </p>
  );
}

function Now({ language, progress, decision, form }: StatusPageProps) {
  const texts = statusTexts.in(language);
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {texts.now}
      </h2>
      <p>
        <span class="ds-tag" data-color={colours[progress.status] ?? 'info'}>
          {texts.statuses[progress.status]}
        </span>
      </p>
      {decision && <Reasons decision={decision} form={form} language={language} />}
      {progress.round > 1 && (
        <p>
          {texts.round}: {progress.round}
        </p>
      )}
    </>
  );
}

function Next(props: StatusPageProps) {
  const { language, progress, form, content, decision } = props;
  const { initiative } = progress;
  const texts = statusTexts.in(language);
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {texts.next}
      </h2>
      <p>{nextOf(props)}</p>
      {initiative && (
        <p>
          <a class="ds-link" href={`/initiatives/${initiative.id}`}>
            {texts.readPublished}
          </a>
        </p>
      )}
      {progress.status === 'rejected' && <p>{caseTexts.in(language).advice[decision?.reason ?? 'other']}</p>}
      {mayBeSentAgain.includes(progress.status) && <SendAgain form={form} content={content} language={language} />}
      {isSentInVain(props) && (
        <p>
          <a class="ds-link" href={`/forms/${progress.form}`}>
            {form.texts.in(language).invitation}
          </a>
        </p>
      )}
    </>
  );
}

/** Whether it can go no further, as the mail to confirm the address was refused. */
function isSentInVain({ progress, addressRefused }: StatusPageProps): boolean {
  return progress.status === 'awaiting-confirmation' && addressRefused === true;
}

/** Thanks as long as what was sent last waits for its answer. */
function headingOf({ language, progress: { status, round } }: StatusPageProps): string {
  if (justSent.includes(status)) return statusTexts.in(language).thanks;
  return status === 'in-review' && round > 1 ? reviseTexts.in(language).sentTitle : statusTexts.in(language).title;
}

/** Who decided, and what they gave as reason; “another reason” says nothing that the comment does not. */
function Reasons({ decision, form, language }: { decision: ShownReasons; form: FormDefinition; language: Language }) {
  const texts = statusTexts.in(language);
  const { institution, reason } = decision;
  const comments = fieldCommentsOf(decision);
  const ofAll = commentsOf(decision);
  return (
    <>
      <p>
        {texts.reviewedBy}: {labelOf('institutions', institution, language)}
      </p>
      {reason && reason !== 'other' && (
        <p>
          {texts.reason}: {caseTexts.in(language).rejectReasons[reason]}
        </p>
      )}
      {(ofAll.length > 0 || comments.length > 0) && (
        <>
          <p>{texts.theyWrite}</p>
          {ofAll.map((comment) => (
            <Quotation key={comment} text={comment} />
          ))}
          <Comments form={form} language={language} comments={comments} />
        </>
      )}
    </>
  );
}

/**
 * All of what was sent in, so that it can be used again. The contact stays hidden until the address is confirmed: a mail to
 * a mistyped address leads somebody else here.
 */
function SentIn({ form, content, language, progress }: StatusPageProps) {
  const isConfirmed = progress.timeline.some(({ what }) => what === 'confirmed');
  const contact = allLeaves(form).flatMap(({ path }) => (path.startsWith('contact.') ? [path] : []));
  return (
    <section aria-labelledby="written">
      <h2 class="ds-heading" data-size="sm" id="written">
        {statusTexts.in(language).written}
      </h2>
      <ContentList
        form={form}
        content={content}
        language={language}
        contentLanguage={content.language}
        except={isConfirmed ? [] : contact}
      />
    </section>
  );
}

/** A case that waits for an operator is late, unless it is held on purpose. */
function nextOf(props: StatusPageProps): string {
  const { language, progress } = props;
  const { status, next, heldBecause } = progress;
  const texts = statusTexts.in(language);
  if (isSentInVain(props)) return texts.sendAgain;
  if (heldBecause !== undefined) return texts.heldBecause[heldBecause];
  if (next.what === 'operator') return texts.delayed;
  return nextStep(language, status, next.by ?? undefined);
}

function Timeline({ language, progress }: StatusPageProps) {
  const texts = statusTexts.in(language);
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {texts.happened}
      </h2>
      <ol class="timeline">
        {progress.timeline.map(({ at, what }) => (
          <li key={`${at} ${what}`}>
            <Moment at={at} language={language} />
            <span>{texts.happenings[what]}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
