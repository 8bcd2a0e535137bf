import { whenDue } from '#shared/case/question.ts';
import type { Status } from '#shared/case/status.ts';
import type { Language } from '#shared/i18n/language.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import { statusTexts } from './texts/status.ts';

const day = 86_400_000;

/** What happens next with a case, as its submitter is told; with the last day to answer (ISO 8601) where that is known. */
export function nextStep(language: Language, status: Status, answerBy: string | undefined): string {
  const { nextSteps, nextStepsBy } = statusTexts.in(language);
  const isWaiting = status === 'awaiting-confirmation' || status === 'changes-requested';
  if (isWaiting && answerBy !== undefined) return nextStepsBy[status]({ day: lastDay(answerBy, language) });
  return status === 'in-review' ? `${nextSteps[status]} ${ifLonger(language)}` : nextSteps[status];
}

/** When a submitter hears of us although no moderator answers: as soon as the lead institution is asked. */
export function ifLonger(language: Language): string {
  return statusTexts.in(language).ifLonger({ days: Math.ceil(whenDue('review', 'ask-lead') / day) });
}
