import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readDefinition } from '#infra/local/workflow/definition.ts';
import { matches, StateError, timedOut } from '#infra/local/workflow/errors.ts';
import { interpret, type TaskCall } from '#infra/local/workflow/interpreter.ts';
import { synthesizedDefinition } from '#infra/workflow-picture.ts';
import { Standing } from '#shared/case/standing.ts';

const definition = synthesizedDefinition();
const runnable = readDefinition(JSON.stringify(definition), 'The workflow');
const tasks = Object.keys(definition.States).filter((id) => definition.States[id]?.Type === 'Task');
const questions = ['Ask the submitter to confirm', 'Ask the moderators', 'Ask the submitter for changes'];

const standing = (next: Standing['next']): Standing => ({ next, waitSeconds: next.startsWith('ask-') ? 60 : 0 });
const rest = standing('rest');

/** What a state's task does each time it is entered: says where the case stands, or throws. */
type Act = Standing | Error;
const named = (name: string): Error => new StateError(name, 'as the story wants it');

/** Runs the definition with stubbed tasks: which states were entered, what each task was told, and how it ended. */
async function run(acts: Record<string, Act[]>) {
  const left = new Map(Object.entries(acts).map(([state, list]) => [state, [...list]]));
  const told: [state: string, payload: unknown][] = [];
  const entered: string[] = [];
  const perform = async ({ payload, timeoutSeconds }: TaskCall): Promise<unknown> => {
    const state = entered.at(-1) ?? '';
    told.push([state, payload]);
    const act = left.get(state)?.shift();
    if (act === undefined) throw new Error(`The story does not foresee that "${state}" is entered here`);
    if (questions.includes(state)) expect(timeoutSeconds).toBe(60);
    if (act instanceof Error) throw act;
    // A waiting task's output is what wakes it; the others answer through Lambda.
    return questions.includes(state) ? act : { StatusCode: 200, Payload: act };
  };
  const input = { submissionId: 'case-1' };
  const context = {
    Execution: { Id: 'arn:e', Name: 'case-1-1', Input: input, RoleArn: 'arn:r', StartTime: '2026-01-01T00:00:00Z' },
    StateMachine: { Id: 'arn:m', Name: 'm' },
  };
  const ended = await interpret(runnable, input, context, {
    now: () => 0,
    waitUntil: async () => undefined,
    perform,
    mintToken: () => 'token-1',
    entered(state, data) {
      // A state is entered again for each retry.
      if (entered.at(-1) !== state) entered.push(state);
      if (questions.includes(state)) Standing.parse(data);
    },
  }).then(
    () => 'well',
    (error: Error) => error.name,
  );
  const unplayed = [...left].filter(([, list]) => list.length > 0).map(([state]) => state);
  return { entered, told, ended, unplayed };
}

const toTheModerators = {
  'Take up the case': [standing('ask-submitter')],
  'Ask the submitter to confirm': [standing('ask-moderators')],
};

describe('the shortest path', () => {
  const straight = {
    ...toTheModerators,
    'Ask the moderators': [standing('publish')],
    'Bring the catalogue up to date': [standing('tell-outcome')],
    'Tell how it ended': [rest],
  };

  it('leads from the address to the catalogue in at most ten states', async () => {
    const { entered, ended, unplayed } = await run(straight);
    expect(entered).toEqual([
      'Take up the case',
      'What is to be done next?',
      'Ask the submitter to confirm',
      'What is to be done next?',
      'Ask the moderators',
      'What is to be done next?',
      'Bring the catalogue up to date',
      'Tell how it ended',
    ]);
    expect({ ended, unplayed }).toEqual({ ended: 'well', unplayed: [] });
  });

  it('tells every task which case and which execution, the waiting ones their token, and no task anything else', async () => {
    const { told } = await run(straight);
    const which = { submissionId: 'case-1', execution: 'case-1-1' };
    expect(Object.fromEntries(told)).toEqual({
      'Take up the case': which,
      'Ask the submitter to confirm': { ...which, token: 'token-1' },
      'Ask the moderators': { ...which, token: 'token-1' },
      'Bring the catalogue up to date': which,
      'Tell how it ended': which,
    });
  });
});

describe('the other paths', () => {
  it('a rejection is told', async () => {
    const { entered, ended } = await run({
      ...toTheModerators,
      'Ask the moderators': [standing('tell-outcome')],
      'Tell how it ended': [rest],
    });
    expect(entered.slice(-2)).toEqual(['What is to be done next?', 'Tell how it ended']);
    expect(ended).toBe('well');
  });

  it('requested changes lead to the next round, as often as it takes', async () => {
    const { entered, ended } = await run({
      ...toTheModerators,
      'Ask the moderators': [standing('ask-for-changes'), standing('ask-for-changes'), standing('tell-outcome')],
      'Ask the submitter for changes': [standing('ask-moderators'), standing('ask-moderators')],
      'Tell how it ended': [rest],
    });
    expect(entered.filter((state) => state.startsWith('Ask'))).toEqual([
      'Ask the submitter to confirm',
      'Ask the moderators',
      'Ask the submitter for changes',
      'Ask the moderators',
      'Ask the submitter for changes',
      'Ask the moderators',
    ]);
    expect(ended).toBe('well');
  });

  it.each([
    ['ask-submitter', 'Ask the submitter to confirm'],
    ['ask-for-changes', 'Ask the submitter for changes'],
  ] as const)('a case lapses when nobody answers (%s), and that is told', async (next, question) => {
    const { entered, ended } = await run({
      'Take up the case': [standing(next), standing('tell-outcome')],
      [question]: [timedOut()],
      'Let the case lapse': [standing('tell-outcome')],
      'Tell how it ended': [rest],
    });
    expect(entered.filter((state) => state !== 'What is to be done next?')).toEqual([
      'Take up the case',
      question,
      'Let the case lapse',
      'Take up the case',
      'Tell how it ended',
    ]);
    expect(ended).toBe('well');
  });

  it('an answer in the last moment before a lapse is carried on', async () => {
    const { entered } = await run({
      'Take up the case': [standing('ask-submitter'), standing('ask-moderators')],
      'Ask the submitter to confirm': [timedOut()],
      'Let the case lapse': [standing('ask-moderators')],
      'Ask the moderators': [rest],
    });
    expect(entered.slice(-3)).toEqual(['Ask the moderators', 'What is to be done next?', 'Rest']);
  });

  it('silent moderators never end a case: it is parked and rests', async () => {
    const { entered, told, ended } = await run({
      'Take up the case': [standing('ask-moderators'), rest],
      'Ask the moderators': [timedOut()],
      'Park the case: moderators are silent': [rest],
    });
    expect(entered.slice(-4)).toEqual([
      'Park the case: moderators are silent',
      'Take up the case',
      'What is to be done next?',
      'Rest',
    ]);
    expect(told.find(([state]) => state.startsWith('Park'))?.[1]).toMatchObject({ why: 'moderators-silent' });
    expect(ended).toBe('well');
  });

  it('a new execution picks up wherever the last one stopped', async () => {
    for (const next of ['publish', 'tell-outcome', 'rest'] as const) {
      const { ended } = await run({
        'Take up the case': [standing(next)],
        'Bring the catalogue up to date': next === 'publish' ? [standing('tell-outcome')] : [],
        'Tell how it ended': next === 'rest' ? [] : [rest],
      });
      expect(ended).toBe('well');
    }
  });
});

describe.each([
  ['ask-submitter', 'Ask the submitter to confirm'],
  ['ask-moderators', 'Ask the moderators'],
  ['ask-for-changes', 'Ask the submitter for changes'],
] as const)('while it waits (%s)', (next, question) => {
  it('a superseded execution rests, and is not tried again', async () => {
    const { entered, ended, unplayed } = await run({
      'Take up the case': [standing(next)],
      [question]: [named('Superseded')],
    });
    expect({ last: entered.at(-1), ended, unplayed }).toEqual({
      last: 'Rest',
      ended: 'well',
      unplayed: [],
    });
  });

  it('a question that has been answered meanwhile leads to the first step', async () => {
    const { entered, ended } = await run({
      'Take up the case': [standing(next), rest],
      [question]: [named('AlreadyAnswered')],
    });
    expect(entered.filter((state) => state !== 'What is to be done next?')).toEqual([
      'Take up the case',
      question,
      'Take up the case',
      'Rest',
    ]);
    expect(ended).toBe('well');
  });
});

const Retrier = z.object({
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z._default(z.number(), 1),
  MaxAttempts: z.number(),
  BackoffRate: z._default(z.number(), 2),
  MaxDelaySeconds: z._default(z.number(), Number.POSITIVE_INFINITY),
  /** With jitter a pause would be anything from nothing to this. */
  JitterStrategy: z._default(z.literal('NONE'), 'NONE'),
});

/** How long a state goes on trying after an error, in hours. */
function hoursOfRetries(state: string, error: string): number {
  const retriers = z.array(Retrier).parse(definition.States[state]?.['Retry']);
  const retrier = retriers.find(({ ErrorEquals }) => matches(ErrorEquals, new StateError(error, '')));
  if (retrier === undefined) throw new Error(`"${state}" is not tried again after ${error}`);
  const { IntervalSeconds, MaxAttempts, BackoffRate, MaxDelaySeconds } = retrier;
  const waits = Array.from({ length: MaxAttempts }, (_, n) =>
    Math.min(IntervalSeconds * BackoffRate ** n, MaxDelaySeconds),
  );
  return waits.reduce((sum, wait) => sum + wait, 0) / 3600;
}

describe('when a step fails for good', () => {
  const failing = Array.from({ length: 7 }, () => named('TypeError'));
  const upTo: Record<string, Record<string, Act[]>> = {
    'Take up the case': {},
    'Ask the submitter to confirm': { 'Take up the case': [standing('ask-submitter')] },
    'Ask the moderators': { 'Take up the case': [standing('ask-moderators')] },
    'Ask the submitter for changes': { 'Take up the case': [standing('ask-for-changes')] },
    'Bring the catalogue up to date': { 'Take up the case': [standing('publish')] },
    'Tell how it ended': { 'Take up the case': [standing('tell-outcome')] },
    'Let the case lapse': {
      'Take up the case': [standing('ask-submitter')],
      'Ask the submitter to confirm': [timedOut()],
    },
    'Park the case: moderators are silent': {
      'Take up the case': [standing('ask-moderators')],
      'Ask the moderators': [timedOut()],
    },
  };

  it.each(Object.keys(upTo))('the case is parked and an operator called: %s', async (state) => {
    const { entered, told, ended } = await run({
      ...upTo[state],
      [state]: failing,
      'Park the case: the workflow failed': [rest],
    });
    expect(entered.slice(-2)).toEqual(['Park the case: the workflow failed', 'The workflow failed']);
    expect(told.at(-1)?.[1]).toMatchObject({ submissionId: 'case-1', why: 'workflow-failed' });
    expect(ended).toBe('ModerationFailed');
  });

  it('an operator is called even when the case cannot be parked', async () => {
    const { entered, ended } = await run({
      'Take up the case': failing,
      'Park the case: the workflow failed': failing,
    });
    expect(entered.at(-1)).toBe('The workflow failed');
    expect(ended).toBe('ModerationFailed');
  });

  it('brief trouble of a service is not for good, whatever it calls itself', async () => {
    const { told, ended } = await run({ 'Take up the case': [named('ServiceUnavailable'), named('Error'), rest] });
    expect(told).toHaveLength(3);
    expect(ended).toBe('well');
    expect(hoursOfRetries('Take up the case', 'ThrottlingException') * 60).toBeCloseTo(2, 0);
  });
});

describe('a step that runs into its timeout', () => {
  const tooLate = Array.from({ length: 6 }, timedOut);

  it.each(tasks.filter((task) => !questions.includes(task)))('is tried again like any other failure: %s', (task) => {
    expect(hoursOfRetries(task, 'States.Timeout') * 60).toBeCloseTo(2, 0);
  });

  it('goes on when it is in time again', async () => {
    const { entered, ended } = await run({
      'Take up the case': [...tooLate, standing('ask-submitter'), ...tooLate, standing('tell-outcome')],
      'Ask the submitter to confirm': [timedOut()],
      'Let the case lapse': [...tooLate, standing('tell-outcome')],
      'Tell how it ended': [...tooLate, rest],
    });
    expect(entered.filter((state) => state.startsWith('Park'))).toEqual([]);
    expect(ended).toBe('well');
  });
});

describe('every step', () => {
  it.each(tasks)('is tried for about a day while no function may run: %s', (task) => {
    expect(hoursOfRetries(task, 'Lambda.TooManyRequestsException')).toBeCloseTo(24, 0);
  });

  it.each(tasks)('has a timeout: %s', (task) => {
    const state = definition.States[task];
    if (questions.includes(task)) expect(state?.['TimeoutSecondsPath']).toBe('$.waitSeconds');
    else expect(state?.['TimeoutSeconds']).toBe(60);
  });
});
