import { describe, expect, it } from 'vitest';
import { prepareDefinition } from '#infra/local/workflow/definition.ts';

const call = 'arn:aws:states:::lambda:invoke';
const prepare = (state: object) =>
  prepareDefinition(JSON.stringify({ StartAt: 'One', States: { One: state } }), 'Machine');

describe('a definition', () => {
  it('has its functions, waits and timeouts put into the tasks that this world performs', () => {
    const { runnable, functionArns } = prepare({
      Type: 'Task',
      Resource: `${call}.waitForTaskToken`,
      Parameters: { FunctionName: 'arn:f', Payload: { 'token.$': '$$.Task.Token', 'state.$': '$$.State.Name' } },
      TimeoutSecondsPath: '$.wait',
      ResultPath: '$',
      End: true,
    });
    expect(functionArns).toEqual(['arn:f']);
    expect(runnable.States['One']).toMatchObject({
      Parameters: {
        do: 'call-and-wait',
        functionArn: 'arn:f',
        'timeout.$': '$.wait',
        payload: { 'token.$': '$$.Task.Token', state: 'One' },
      },
    });
    expect(runnable.States['One']).not.toHaveProperty('ResultPath');
  });

  it.each([
    [
      'a parallel state',
      { Type: 'Parallel', Branches: [], End: true },
      'Machine, state “One” (Parallel): Type: of a kind',
    ],
    ['a state that only passes on', { Type: 'Pass', End: true }, 'Machine, state “One” (Pass): Type: of a kind'],
    [
      'a function called without the integration',
      { Type: 'Task', Resource: 'arn:aws:lambda:eu-north-1:0:function:f', End: true },
      'function:f is not known here',
    ],
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
      { Type: 'Task', Resource: call, Parameters: { 'Payload.$': '$$.State.RetryCount' }, End: true },
      /\$\$\.State\.RetryCount/,
    ],
    ['JSONata', { Type: 'Succeed', QueryLanguage: 'JSONata' }, /QueryLanguage/],
  ])('with %s that is not known here is refused by name', (_, state, message) => {
    expect(() => prepare(state)).toThrow(message);
  });
});
