import type { Case, Question } from './case.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** What is done when nobody has answered yet. */
export type StepKind = 'remind' | 'ask-deputy' | 'ask-lead';

interface Step {
  /** Milliseconds since the question. */
  readonly after: number;
  readonly kind: StepKind;
}

interface Plan {
  /** How long the question waits for an answer. */
  readonly window: number;
  readonly steps: readonly Step[];
}

/** How long each question waits and what happens meanwhile. The end of the window is the workflow's to act on. */
const plans: Record<Question['kind'], Plan> = {
  confirm: {
    window: 7 * day,
    steps: [
      { after: 1 * day, kind: 'remind' },
      { after: 3 * day, kind: 'remind' },
    ],
  },
  review: {
    window: 28 * day,
    steps: [
      { after: 3 * day, kind: 'remind' },
      { after: 7 * day, kind: 'ask-deputy' },
      { after: 14 * day, kind: 'ask-lead' },
    ],
  },
  revise: {
    window: 30 * day,
    steps: [
      { after: 7 * day, kind: 'remind' },
      { after: 21 * day, kind: 'remind' },
    ],
  },
};

/** How long a question waits for its answer, in milliseconds. */
export function windowOf(kind: Question['kind']): number {
  return plans[kind].window;
}

/** What is done while a question waits, in this order. */
export function stepsOf(kind: Question['kind']): readonly Step[] {
  return plans[kind].steps;
}

/** How long after the question such a step first comes, in milliseconds. Throws when the question has none. */
export function whenDue(kind: Question['kind'], what: StepKind): number {
  const step = plans[kind].steps.find((one) => one.kind === what);
  if (step === undefined) throw new Error(`The question to ${kind} has no step ${what}`);
  return step.after;
}

const questions: Readonly<Record<Case['status'], Question['kind'] | undefined>> = {
  received: 'confirm',
  'awaiting-confirmation': 'confirm',
  'in-review': 'review',
  'changes-requested': 'revise',
  approved: undefined,
  published: undefined,
  rejected: undefined,
  lapsed: undefined,
  spam: undefined,
  withdrawn: undefined,
};

/** Which question a case asks in its present status; undefined when it waits for nobody. */
export function questionOf({ status }: Pick<Case, 'status'>): Question['kind'] | undefined {
  return questions[status];
}

/** The question as it is asked now. */
export function newQuestion(kind: Question['kind'], token: string, now: Date): Question {
  const asked = { askedAt: now.toISOString(), answerBy: answerBy(kind, undefined, now) };
  return { kind, ...asked, step: 0, reminds: false, token, approvals: 1, votes: [] };
}

/** When the answer is due, ISO 8601; the full window from now when the question is not yet asked. */
export function answerBy(kind: Question['kind'], asked: Question | undefined, now: Date): string {
  return asked?.kind === kind ? asked.answerBy : new Date(now.getTime() + plans[kind].window).toISOString();
}

/** Whole seconds until the answer is due, at least 1. */
export function secondsToAnswer(kind: Question['kind'], asked: Question | undefined, now: Date): number {
  return Math.max(1, Math.ceil((Date.parse(answerBy(kind, asked, now)) - now.getTime()) / 1000));
}

/** Whether the time to answer is over; the links to confirm and to revise end with it. */
export function isOverdue(question: Question, now: Date): boolean {
  return now.toISOString() >= question.answerBy;
}

/** When the next reminder is due, ISO 8601; undefined after the last. */
export function nextStepAt(question: Question): string | undefined {
  const step = plans[question.kind].steps[question.step];
  return step && new Date(Date.parse(question.askedAt) + step.after).toISOString();
}

/** The steps that are due and not yet taken. After a standstill there can be several. */
export function dueSteps(question: Question, now: Date): StepKind[] {
  const waited = now.getTime() - Date.parse(question.askedAt);
  const { steps } = plans[question.kind];
  return steps.filter((step, index) => index >= question.step && step.after <= waited).map((step) => step.kind);
}

/** The kinds of the steps that have been taken. */
export function takenSteps(question: Question): StepKind[] {
  return plans[question.kind].steps.slice(0, question.step).map((step) => step.kind);
}
