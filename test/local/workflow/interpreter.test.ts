import { describe, expect, it } from 'vitest';
import { readDefinition } from '#infra/local/workflow/definition.ts';
import { StateError } from '#infra/local/workflow/errors.ts';
import { interpret, type TaskCall } from '#infra/local/workflow/interpreter.ts';

const call = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'arn:f' },
  End: true,
};
const succeed = { Type: 'Succeed' };

/** Runs states that start with the one called `One`; each attempt at a task gives the next of the results, or throws it. */
async function run(states: Record<string, object>, input: unknown, results: unknown[] = []) {
  const definition = readDefinition(JSON.stringify({ StartAt: 'One', States: states }), 'Machine');
  const left = [...results];
  const calls: TaskCall[] = [];
  const waits: number[] = [];
  const entered: string[] = [];
  const context = {
    Execution: { Id: 'arn:e', Name: 'e-1', Input: input, RoleArn: 'arn:r', StartTime: '2026-01-01T00:00:00.000Z' },
    StateMachine: { Id: 'arn:m', Name: 'm' },
  };
  let tokens = 0;
  const output = await interpret(definition, input, context, {
    now: () => 1000,
    waitUntil: async (moment) => void waits.push(moment),
    async perform(task) {
      calls.push(task);
      const result = left.shift();
      if (result instanceof Error) throw result;
      return result;
    },
    mintToken: () => {
      tokens += 1;
      return `token-${tokens}`;
    },
    entered: (state) => entered.push(state),
  });
  return { output, calls, waits, entered };
}

describe('the data between states', () => {
  it('goes through InputPath, ResultSelector, ResultPath and OutputPath of a task', async () => {
    const state = {
      ...call,
      Parameters: { FunctionName: 'arn:f', 'Payload.$': '$.inner' },
      InputPath: '$.outer',
      ResultSelector: { 'picked.$': '$.Payload.list[1]', fixed: [true, null] },
      ResultPath: '$.kept.result',
      OutputPath: '$.kept',
    };
    const input = { outer: { inner: 1 }, kept: { before: 2 } };
    const { output, calls } = await run({ One: state }, input, [{ Payload: { list: ['a', 'b'] } }]);
    expect(calls.map(({ payload }) => payload)).toEqual([1]);
    expect(output).toEqual({ before: 2, result: { picked: 'b', fixed: [true, null] } });
  });

  it.each([
    ['a result replaces what came in', {}, 'new'],
    ['a ResultPath of null throws the result away', { ResultPath: null }, { a: 1 }],
    ['an OutputPath of null leaves nothing', { OutputPath: null }, {}],
    ['a ResultPath makes the objects that are missing', { ResultPath: '$.b.c' }, { a: 1, b: { c: 'new' } }],
  ])('%s', async (_, paths, expected) => {
    expect((await run({ One: { ...call, ...paths } }, { a: 1 }, ['new'])).output).toEqual(expected);
  });

  it('comes from the context too, with the name of the state and a token for each attempt', async () => {
    const Payload = {
      'case.$': '$$.Execution.Input.case',
      'by.$': '$$.Execution.Name',
      'state.$': '$$.State.Name',
      'token.$': '$$.Task.Token',
    };
    const state = {
      ...call,
      Resource: `${call.Resource}.waitForTaskToken`,
      Parameters: { FunctionName: 'arn:f', Payload },
      TimeoutSecondsPath: '$.wait',
      Retry: [{ ErrorEquals: ['States.TaskFailed'] }],
    };
    const { calls, waits } = await run({ One: state }, { case: 'c', wait: 60 }, [new StateError('Busy', ''), {}]);
    const payload = { case: 'c', by: 'e-1', state: 'One' };
    expect(calls).toEqual([
      { functionArn: 'arn:f', payload: { ...payload, token: 'token-1' }, timeoutSeconds: 60, token: 'token-1' },
      { functionArn: 'arn:f', payload: { ...payload, token: 'token-2' }, timeoutSeconds: 60, token: 'token-2' },
    ]);
    expect(waits).toEqual([2000]);
  });

  it.each([
    ['a path that leads nowhere', { One: { ...call, InputPath: '$.missing' } }, {}, 'States.Runtime'],
    ['a timeout that is no number', { One: { ...call, TimeoutSecondsPath: '$.a' } }, { a: '1' }, 'States.Runtime'],
    [
      'a result that does not fit in',
      { One: { ...call, ResultPath: '$.a.b' } },
      { a: 1 },
      'States.ResultPathMatchFailure',
    ],
  ])('fails the execution by %s', async (_, states, input, name) => {
    await expect(run(states, input, [{}])).rejects.toMatchObject({ name });
  });
});

describe('an error of a task', () => {
  const Catch = [
    { ErrorEquals: ['Refused'], ResultPath: '$.why', Next: 'Two' },
    { ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Three' },
  ];
  const states = { One: { ...call, Catch }, Two: succeed, Three: succeed };

  it('leads to the first Catch that matches, with what came in', async () => {
    const refused = await run(states, { a: 1 }, [new StateError('Refused', 'said so')]);
    expect(refused.output).toEqual({ a: 1, why: { Error: 'Refused', Cause: 'said so' } });
    const other = await run(states, { a: 1 }, [new StateError('Other', '')]);
    expect([other.entered, other.output]).toEqual([['One', 'Three'], { a: 1 }]);
  });

  it('leads nowhere when the definition itself is at fault', async () => {
    const broken = { ...states, One: { ...states.One, InputPath: '$.missing' } };
    await expect(run(broken, {})).rejects.toMatchObject({ name: 'States.Runtime' });
  });

  it('is tried again as often as the rule says, and then caught', async () => {
    const One = { ...states.One, Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2, IntervalSeconds: 5 }] };
    const busy = [1, 2, 3].map(() => new StateError('Busy', ''));
    const { entered, waits } = await run({ ...states, One }, {}, busy);
    expect(entered).toEqual(['One', 'One', 'One', 'Three']);
    expect(waits).toEqual([6000, 11_000]);
  });
});

describe('a wait', () => {
  it.each([
    [{ Seconds: 5 }, 6000],
    [{ SecondsPath: '$.seconds' }, 8000],
    [{ Timestamp: '1970-01-01T00:01:00Z' }, 60_000],
    [{ TimestampPath: '$.at' }, 120_000],
  ])('lasts as long as it says: %j', async (how, moment) => {
    const input = { seconds: 7, at: '1970-01-01T00:02:00Z' };
    const { waits, output } = await run({ One: { Type: 'Wait', ...how, End: true } }, input);
    expect([waits, output]).toEqual([[moment], input]);
  });
});

describe('a choice', () => {
  const chosen = async (rule: object, input: unknown) => {
    const One = { Type: 'Choice', Choices: [{ ...rule, Next: 'Two' }], Default: 'Three' };
    return (await run({ One, Two: succeed, Three: succeed }, input)).entered[1] === 'Two';
  };

  it.each([
    [{ Variable: '$.a', StringEquals: 'x' }, { a: 'x' }, { a: 'y' }],
    [{ Variable: '$.a', StringLessThan: 'b' }, { a: 'a' }, { a: 1 }],
    [{ Variable: '$.a', NumericGreaterThanEquals: 2 }, { a: 2 }, { a: 1 }],
    [{ Variable: '$.a', BooleanEquals: true }, { a: true }, { a: 'true' }],
    [{ Variable: '$.a', IsPresent: true }, { a: null }, {}],
    [{ Variable: '$.a', IsNull: false }, { a: 1 }, { a: null }],
    [{ Not: { Variable: '$.a', IsNumeric: true } }, { a: '1' }, { a: 1 }],
    [
      {
        Or: [
          { Variable: '$.a', IsNull: true },
          { Variable: '$.a', NumericEquals: 1 },
        ],
      },
      { a: 1 },
      { a: 2 },
    ],
    [
      {
        And: [
          { Variable: '$.a', IsPresent: true },
          { Variable: '$.a', IsString: true },
        ],
      },
      { a: '' },
      {},
    ],
  ])('follows a rule that holds: %j', async (rule, holding, other) => {
    expect([await chosen(rule, holding), await chosen(rule, other)]).toEqual([true, false]);
  });

  it('fails the execution when its variable is not there, or no rule holds', async () => {
    const One = { Type: 'Choice', Choices: [{ Variable: '$.a', StringEquals: 'x', Next: 'Two' }] };
    await expect(run({ One, Two: succeed }, {})).rejects.toMatchObject({ name: 'States.Runtime' });
    await expect(run({ One, Two: succeed }, { a: 'y' })).rejects.toMatchObject({ name: 'States.NoChoiceMatched' });
  });
});

describe('a failure', () => {
  it('has an error and a cause, written out or from the data', async () => {
    const One = { Type: 'Fail', Error: 'Broken', CausePath: '$.why' };
    await expect(run({ One }, { why: 'because' })).rejects.toMatchObject({ name: 'Broken', message: 'because' });
  });
});
