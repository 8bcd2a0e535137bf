import { describe, expect, it } from 'vitest';
import { pauseBeforeRetry } from '#infra/local/retries.ts';
import { prepareStory } from '#infra/local/story.ts';

const call = 'arn:aws:states:::lambda:invoke';
const prepare = (state: object) => prepareStory(JSON.stringify({ StartAt: 'One', States: { One: state } }), 'Machine');

describe('a definition', () => {
  it('has its functions, waits and timeouts put into the tasks that this world performs', () => {
    const { definition, functionArns } = prepare({
      Type: 'Task',
      Resource: `${call}.waitForTaskToken`,
      Parameters: { FunctionName: 'arn:f', Payload: { 'token.$': '$$.Task.Token', 'state.$': '$$.State.Name' } },
      TimeoutSecondsPath: '$.wait',
      ResultPath: '$',
      End: true,
    });
    expect(functionArns).toEqual(['arn:f']);
    expect(definition.States['One']).toMatchObject({
      Parameters: {
        do: 'call-and-wait',
        functionArn: 'arn:f',
        'timeout.$': '$.wait',
        payload: { 'token.$': '$$.Task.Token', state: 'One' },
      },
    });
    expect(definition.States['One']).not.toHaveProperty('ResultPath');
  });

  it.each([
    ['a parallel state', { Type: 'Parallel', Branches: [], End: true }, /Machine, state “One”/],
    [
      'a heartbeat',
      { Type: 'Task', Resource: call, Parameters: { FunctionName: 'f' }, HeartbeatSeconds: 3, End: true },
      /HeartbeatSeconds/,
    ],
    ['another service', { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true }, /sqs:sendMessage/],
    [
      'a parameter of invoke',
      { Type: 'Task', Resource: call, Parameters: { FunctionName: 'f', InvocationType: 'Event' }, End: true },
      /InvocationType/,
    ],
    [
      'a path into the context',
      { Type: 'Pass', Parameters: { 'n.$': '$$.State.RetryCount' }, End: true },
      /\$\$\.State\.RetryCount/,
    ],
    ['JSONata', { Type: 'Pass', QueryLanguage: 'JSONata', End: true }, /QueryLanguage/],
  ])('with %s that is not known here is refused by name', (_, state, message) => {
    expect(() => prepare(state)).toThrow(message);
  });
});

describe('the pause before a retry', () => {
  const rules = [
    { ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 3, MaxDelaySeconds: 10 },
    { ErrorEquals: ['States.TaskFailed'], MaxAttempts: 1 },
  ];
  const failed = (name: string) => ({ name, isTimeout: name === 'States.Timeout' });

  it('grows by the backoff rate up to the longest delay, as often as the rule says', () => {
    const attempts: number[] = [];
    const pauses = [1, 2, 3, 4].map(() => pauseBeforeRetry(rules, attempts, failed('Busy')));
    expect(pauses).toEqual([2000, 6000, 10_000, undefined]);
  });

  it('is that of the first rule that matches; States.TaskFailed matches any error but a timeout', () => {
    expect(pauseBeforeRetry(rules, [], failed('Other'))).toBe(1000);
    expect(pauseBeforeRetry(rules, [], failed('States.Timeout'))).toBeUndefined();
  });
});
