import type { DecisionKind, Vote } from '#shared/case/decision.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import { Comments } from './field-comments.tsx';
import { reviewTexts } from './texts/review.ts';
import { Moment, momentInWords } from './time.tsx';

/** The answer that stands: the reader's own, or the one that decided. */
export interface ShownAnswer {
  readonly vote: Pick<Vote, 'decision' | 'reason' | 'comment' | 'comments' | 'at'>;
  /** By name. */
  readonly by: string;
  readonly isOwn: boolean;
  /** Whether the round has settled, so that nothing of it can be taken back any more. */
  readonly isFinal: boolean;
  /** When it will have; set while the outcome is clear. */
  readonly finalAt?: string | undefined;
  /** What comes of it: a decision, or more answers are needed, or others answered differently. */
  readonly leadsTo: DecisionKind | 'waiting' | 'contradicted';
  /** Where it is taken back, if it still can be, and until when where that has an end. */
  readonly undo?: { readonly action: string; readonly until?: string | undefined } | undefined;
  /** Where it can be read when it has been published, from the root. */
  readonly initiative?: string | undefined;
}

const colours: Record<DecisionKind, string> = { approve: 'success', 'request-changes': 'info', reject: 'neutral' };

interface ReviewAnswerProps {
  readonly form: FormDefinition;
  readonly language: Language;
  readonly answer: ShownAnswer;
}

/** What was answered, what follows from it, and how to take it back. */
export function ReviewAnswer({ form, language, answer }: ReviewAnswerProps) {
  const { vote, isOwn, isFinal, finalAt, leadsTo, initiative } = answer;
  const texts = reviewTexts.in(language);
  const isDecided = leadsTo !== 'waiting' && leadsTo !== 'contradicted';
  return (
    <div class="ds-card notice" data-color={isFinal && isDecided ? colours[leadsTo] : 'info'} data-variant="tinted">
      {(isOwn || isDecided) && <Said form={form} language={language} answer={answer} />}
      {isDecided && leadsTo !== vote.decision && (
        <p>{texts.otherwise({ decision: caseTexts.in(language).decisions[leadsTo] })}</p>
      )}
      <p>{isDecided ? texts.next[leadsTo] : texts[leadsTo]}</p>
      {!isOwn && finalAt && <p>{texts.finalAt({ time: momentInWords(finalAt, language) })}</p>}
      {initiative && (
        <p>
          <a class="ds-link" href={initiative}>
            {texts.readPublished}
          </a>
        </p>
      )}
      <Undo language={language} answer={answer} />
    </div>
  );
}

/** An answer is called a decision only when it has become one. */
function Said({ form, language, answer: { vote, by, isOwn, isFinal, leadsTo } }: ReviewAnswerProps) {
  const texts = reviewTexts.in(language);
  const labels = caseTexts.in(language);
  const isDecision = leadsTo === vote.decision && (isFinal || !isOwn);
  return (
    <>
      <p>
        {!isDecision && `${texts.yourAnswer}: `}
        <strong>{isDecision ? labels.decisions[vote.decision] : labels.votes[vote.decision]}</strong>
        {vote.reason && `: ${labels.rejectReasons[vote.reason]}`}
      </p>
      <Comments form={form} language={language} {...vote} />
      <p>
        {!isOwn && `${texts.decidedBy}: ${by}`}
        {!isOwn && <br />}
        {isDecision ? texts.decidedAt : texts.answeredAt}: <Moment at={vote.at} language={language} />
      </p>
    </>
  );
}

function Undo({ language, answer: { undo } }: Omit<ReviewAnswerProps, 'form'>) {
  const texts = reviewTexts.in(language);
  if (undo === undefined) return null;
  const { action, until } = undo;
  return (
    <form method="post" action={action}>
      <input type="hidden" name="_lang" value={language} />
      <p>{until === undefined ? texts.undoOpen : texts.undoUntil({ time: momentInWords(until, language) })}</p>
      <button class="ds-button" data-variant="secondary" type="submit">
        {texts.undo}
      </button>
    </form>
  );
}
