import type { Status } from '#shared/case/status.ts';
import type { Language } from '#shared/i18n/language.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import { statusTexts } from './texts/status.ts';

/** What happens next with a case, as its submitter is told; with the last day to answer (ISO 8601) where that is known. */
export function nextStep(language: Language, status: Status, answerBy: string | undefined): string {
  const { nextSteps, nextStepsBy } = statusTexts.in(language);
  const isWaiting = status === 'awaiting-confirmation' || status === 'changes-requested';
  return isWaiting && answerBy !== undefined
    ? nextStepsBy[status]({ day: lastDay(answerBy, language) })
    : nextSteps[status];
}
