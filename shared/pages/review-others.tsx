import type { Happening } from '#shared/case/audit.ts';
import type { Vote } from '#shared/case/decision.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';
import { Comments } from './field-comments.tsx';
import { NoteForm, type NoteProps } from './note-form.tsx';
import { Quotation } from './prose.tsx';
import { reviewTexts } from './texts/review.ts';
import { Moment } from './time.tsx';

/** Somebody who has answered: by name, and how, once that may be known. */
export interface ShownVote {
  readonly by: string;
  /** A code of the vocabulary's institutions. */
  readonly institution: string;
  readonly at: string;
  readonly vote?: Pick<Vote, 'decision' | 'reason' | 'comment' | 'comments'> | undefined;
}

/** One thing that happened; `by` is a name, or else nobody in particular. */
export interface ShownFact {
  readonly at: string;
  readonly what: Happening;
  readonly by?: string | undefined;
  /** The institution for which they stood in, if they did: a code of the vocabulary's institutions. */
  readonly for?: string | undefined;
}

export interface ShownNote {
  readonly by: string;
  readonly at: string;
  readonly note: string;
}

export interface ReviewOthersProps {
  readonly form: FormDefinition;
  readonly language: Language;
  /** How many must approve. */
  readonly approvals: number;
  /** Whether the votes contradict each other and whoever reads this is to decide. */
  readonly isTie: boolean;
  readonly votes: readonly ShownVote[];
  readonly history: readonly ShownFact[];
  readonly notes: readonly ShownNote[];
}

/** What others have said: who has answered, what moderators write to each other, and what has happened. */
export function ReviewOthers(props: ReviewOthersProps & NoteProps) {
  const { language, approvals, isTie, votes, history } = props;
  const texts = reviewTexts.in(language);
  return (
    <section aria-labelledby="others">
      <h2 class="ds-heading" data-size="sm" id="others">
        {texts.othersSaid}
      </h2>
      {isTie && <p>{texts.disagreed}</p>}
      {approvals > 1 && <p>{texts.needed({ approvals })}</p>}
      {votes.length === 0 ? <p class="hint">{texts.nobodyYet}</p> : <Votes {...props} />}
      {votes.some(({ vote }) => vote === undefined) && <p class="hint">{texts.hidden}</p>}
      <Notes {...props} />
      <details class="review-history">
        <summary>{texts.history}</summary>
        <ol class="timeline">
          {history.map((fact) => (
            <li key={`${fact.at} ${fact.what} ${fact.by}`}>
              <Moment at={fact.at} language={language} />
              <span>
                {caseTexts.in(language).happenings[fact.what]}
                {fact.by && ` (${whoActed(fact.by, fact, language)})`}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function whoActed(name: string, { for: place }: ShownFact, language: Language): string {
  if (place === undefined) return name;
  return reviewTexts.in(language).inPlaceOf({ name, institution: labelOf('institutions', place, language) });
}

function Votes({ form, language, votes }: ReviewOthersProps) {
  return (
    <ul class="said">
      {votes.map(({ by, institution, at, vote }) => (
        <li key={`${by} ${at}`}>
          <p>
            <strong>{by}</strong>, {labelOf('institutions', institution, language)}
            {' · '}
            <Moment at={at} language={language} />
          </p>
          <p>{vote === undefined ? reviewTexts.in(language).answered : saidIn(vote, language)}</p>
          {vote && <Comments form={form} language={language} {...vote} />}
        </li>
      ))}
    </ul>
  );
}

function saidIn({ decision, reason }: NonNullable<ShownVote['vote']>, language: Language): string {
  const texts = caseTexts.in(language);
  return [texts.votes[decision], reason && texts.rejectReasons[reason]].filter(Boolean).join(': ');
}

/** In another form and colour than what the submitter reads, so that nobody takes the one for the other. */
function Notes(props: ReviewOthersProps & NoteProps) {
  const { language, notes } = props;
  const texts = reviewTexts.in(language);
  return (
    <div class="ds-card notice notes" data-color="warning" data-variant="tinted">
      <h3 class="ds-heading" data-size="xs">
        {texts.notes}
      </h3>
      <p class="hint">{texts.notesHint}</p>
      {notes.length > 0 && (
        <ul class="said">
          {notes.map(({ by, at, note }) => (
            <li key={`${by} ${at}`}>
              <p>
                <strong>{by}</strong>
                {' · '}
                <Moment at={at} language={language} />
              </p>
              <Quotation text={note} />
            </li>
          ))}
        </ul>
      )}
      <NoteForm {...props} />
    </div>
  );
}
