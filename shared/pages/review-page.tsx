import type { ComponentChildren } from 'preact';
import type { Case } from '#shared/case/case.ts';
import type { ContentChange } from '#shared/case/content-changes.ts';
import type { FieldComment } from '#shared/case/decision.ts';
import type { Suspicion } from '#shared/case/screening.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import type { BrowserFields } from '#shared/http/body.ts';
import { linkProblem } from '#shared/http/link-problem.ts';
import { commentsFromBrowser, nameAt } from '#shared/http/posted-comments.ts';
import type { RefusedField } from '#shared/http/problem.ts';
import type { Language } from '#shared/i18n/language.ts';
import { Changes } from './content-changes.tsx';
import { DecisionForm } from './decision-form.tsx';
import { Comments } from './field-comments.tsx';
import { ErrorSummary, type FormError, titleWith } from './form-errors.tsx';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { hasWords, KeptWords } from './kept-words.tsx';
import { ReferenceLine } from './reference-line.tsx';
import { ReviewAnswer, type ShownAnswer } from './review-answer.tsx';
import { ReviewContent } from './review-content.tsx';
import { ReviewOthers, type ReviewOthersProps } from './review-others.tsx';
import { reviewTexts } from './texts/review.ts';

/** What the page says about what was just posted. */
export type ReviewNotice = 'taken-back' | 'note-saved' | 'not-recorded' | 'stands' | 'not-yours' | 'too-late';

export interface ReviewPageProps extends PageProps, Omit<ReviewOthersProps, 'language'> {
  readonly form: FormDefinition;
  readonly reference: string;
  /** In whose name the page decides. */
  readonly decidesAs: { readonly name: string; readonly institution: string };
  /** Whether that person has no stake in the case. */
  readonly mayDecide: boolean;
  /** The language in which the submitter is spoken to. */
  readonly submitterLanguage: Language;
  readonly round: Pick<Case['round'], 'number' | 'content' | 'contentHash'>;
  /** Whether changes cannot be asked for any more. */
  readonly isLastRound: boolean;
  readonly suspicions: readonly Suspicion[];
  /** What moderators wrote when they asked for this round. */
  readonly requested?:
    | { readonly comment?: string | undefined; readonly comments?: readonly FieldComment[] | undefined }
    | undefined;
  /** What is different from the round before. */
  readonly changed?: readonly ContentChange[] | undefined;
  /** Set when there is nothing left to answer for whoever reads this. */
  readonly answer?: ShownAnswer | undefined;
  /** What was wrong with the answer just posted; its values are kept. */
  readonly errors: readonly RefusedField[];
  readonly values: BrowserFields;
  /** Set when the content has changed since the page was read; empty when we do not know how. */
  readonly stale?: readonly ContentChange[] | undefined;
  readonly notice?: ReviewNotice | undefined;
}

/**
 * The page behind a moderator's link: what was sent in, what others have said, then the choice. Nothing is decided before
 * its button.
 */
export function renderReviewPage(props: ReviewPageProps): string {
  const { language, path, reference, round, answer, mayDecide, stale } = props;
  const texts = reviewTexts.in(language);
  const isOpen = answer === undefined && mayDecide;
  const title = titleOf(props);
  const errors = props.errors.map(
    (error): FormError => ({ path: pathOf(props, error.pointer), sentence: error.detail }),
  );
  return renderPage(
    <Frame
      language={language}
      path={path}
      title={titleWith(errors, title, language)}
      formAgain={isOpen || keepsWords(props) ? { address: path, action: 'show' } : undefined}
    >
      <ErrorSummary errors={errors} language={language} />
      {stale && <Changes {...props} changes={stale} contentLanguage={round.content.language} />}
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <Notice {...props} />
      {answer && <ReviewAnswer {...props} answer={answer} />}
      <ReferenceLine reference={reference} language={language} />
      <p>{round.number === 1 ? texts.firstRound : texts.laterRound({ round: round.number })}</p>
      {isOpen && <p>{texts.youDecideAs(props.decidesAs)}</p>}
      {isOpen && <p>{texts.nothingYet}</p>}
      <SentIn {...props} errors={errors} isOpen={isOpen} />
      {mayDecide && <ReviewOthers {...props} errors={errors} isOpen={isOpen} />}
      {isOpen && <DecisionForm {...props} errors={errors} />}
    </Frame>,
  );
}

function titleOf({ answer, language }: ReviewPageProps): string {
  const texts = reviewTexts.in(language);
  if (answer === undefined) return texts.title;
  if (answer.isOwn) return texts.thanks;
  return answer.leadsTo === 'contradicted' ? texts.contradictedTitle : texts.decidedTitle;
}

function Notice(props: ReviewPageProps) {
  const { notice, values, language } = props;
  const texts = reviewTexts.in(language);
  if (!props.mayDecide) return <Warning text={linkProblem('own-submission').textIn(language).detail} />;
  switch (notice) {
    case undefined:
      return null;
    case 'taken-back':
    case 'note-saved':
      return (
        <p class="ds-card notice" data-color="success" data-variant="tinted">
          {notice === 'taken-back' ? texts.takenBack : texts.noteSaved}
        </p>
      );
    case 'not-yours':
    case 'too-late':
      return <Warning text={linkProblem(notice).textIn(language).detail} />;
    case 'not-recorded':
    case 'stands':
      return (
        <Warning text={texts.notRecorded[notice === 'stands' ? 'own' : 'others']}>
          {keepsWords(props) && <KeptWords {...props} values={withoutNote(values)} />}
        </Warning>
      );
  }
}

function Warning({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="ds-card notice" data-color="warning" data-variant="tinted">
      <p>{text}</p>
      {children}
    </div>
  );
}

/** Whether something was typed that is not recorded, and that no form on the page holds. */
function keepsWords({ notice, form, values }: ReviewPageProps): boolean {
  return (notice === 'not-recorded' || notice === 'stands') && hasWords(form, withoutNote(values));
}

/** The note stands in a form of its own, also when nothing is left to answer. */
function withoutNote(values: BrowserFields): BrowserFields {
  return new Map([...values].filter(([name]) => name !== 'note'));
}

/** Where a posted field stands on this page; a field without a control is named without a link. */
function pathOf({ form, values }: ReviewPageProps, pointer: string): string {
  const [, name = '', index] = pointer.split('/');
  if (['decision', 'reason', 'comment', 'note'].includes(name)) return name;
  if (name !== 'comments' || index === undefined) return '';
  const commented = commentNames(form, values)[Number(index)];
  return commented ?? '';
}

/** The comments in the order in which they were read: an error names one by its number. */
function commentNames(form: FormDefinition, values: BrowserFields): string[] {
  return commentsFromBrowser(form, values).map(({ pointer }) => nameAt(pointer));
}

function SentIn(props: Omit<ReviewPageProps, 'errors'> & { errors: readonly FormError[]; isOpen: boolean }) {
  const { form, round, language, suspicions, requested, isOpen } = props;
  const texts = reviewTexts.in(language);
  return (
    <section aria-labelledby="submission">
      <h2 class="ds-heading" data-size="sm" id="submission">
        {texts.submission}
      </h2>
      {isOpen && suspicions.length > 0 && (
        <div class="ds-card notice" data-color="warning" data-variant="tinted">
          <h3 class="ds-heading" data-size="xs">
            {texts.suspicions}
          </h3>
          <ul class="ds-list">
            {suspicions.map((suspicion) => (
              <li key={suspicion}>{caseTexts.in(language).suspicions[suspicion]}</li>
            ))}
          </ul>
        </div>
      )}
      {requested && (requested.comment || requested.comments) && (
        <div class="ds-card notice" data-variant="tinted">
          <h3 class="ds-heading" data-size="xs">
            {texts.earlier}
          </h3>
          <Comments form={form} language={language} {...requested} />
        </div>
      )}
      <ReviewContent {...props} content={round.content} takesComments={isOpen && !props.isLastRound} />
    </section>
  );
}
