import { describe, expect, it } from 'vitest';
import { readDefinition } from '#infra/local/workflow/definition.ts';

const call = 'arn:aws:states:::lambda:invoke';
const Parameters = { FunctionName: 'arn:f' };
const task = { Type: 'Task', Resource: call, Parameters, End: true };
const read = (state: object) => readDefinition(JSON.stringify({ StartAt: 'One', States: { One: state } }), 'Machine');

describe('a definition', () => {
  it('names the functions that it calls', () => {
    expect(read(task).functionArns).toEqual(['arn:f']);
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
      { ...task, Parameters: { ...Parameters, 'Payload.$': '$$.State.RetryCount' } },
      /\$\$\.State\.RetryCount/,
    ],
    ['JSONata', { Type: 'Succeed', QueryLanguage: 'JSONata' }, /QueryLanguage/],
    ['an intrinsic function', { ...task, ResultSelector: { 'a.$': 'States.UUID()' } }, /States\.UUID\(\) is not known/],
    ['a path with a filter', { ...task, InputPath: '$..a' }, /the path \$\.\.a is not known here/],
    [
      'a comparison',
      { Type: 'Choice', Choices: [{ Variable: '$.a', StringMatches: 'a*', Next: 'One' }] },
      'Machine, state “One” (Choice): the comparison StringMatches is not known here',
    ],
  ])('with %s that is not known here is refused by name', (_, state, message) => {
    expect(() => read(state)).toThrow(message);
  });

  it.each([
    ['leads on and ends', { ...task, Next: 'One' }, 'Machine, state “One” (Task): it: needs exactly one of Next, End'],
    ['neither leads on nor ends', { ...task, End: undefined }, /exactly one of Next, End/],
    ['leads to no state', { ...task, End: undefined, Next: 'Two' }, /it leads to “Two”, which is no state/],
    ['catches into no state', { ...task, Catch: [{ ErrorEquals: ['A'], Next: 'Two' }] }, /“Two”, which is no state/],
    ['chooses no state', { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'Two' }] }, /“Two”/],
    ['chooses no state by default', { Type: 'Choice', Choices: [], Default: 'Two' }, /Choices: too_small/],
    [
      'compares with another type',
      { Type: 'Choice', Choices: [{ Variable: '$.a', StringEquals: 1, Next: 'One' }] },
      /StringEquals compares with a string/,
    ],
    ['chooses by nothing', { Type: 'Choice', Choices: [{ Variable: '$.a', Next: 'One' }] }, /is not one comparison/],
    ['times out in two ways', { ...task, TimeoutSeconds: 1, TimeoutSecondsPath: '$.a' }, /more than one of/],
    ['waits for nothing', { Type: 'Wait', End: true }, /exactly one of Seconds/],
    ['retries all errors and another', { ...task, Retry: [{ ErrorEquals: ['States.ALL', 'A'] }] }, /must stand alone/],
    [
      'retries all errors, then others',
      { ...task, Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] },
      /Retry: States\.ALL must come last/,
    ],
  ])('with a state that %s is refused as by AWS', (_, state, message) => {
    expect(() => read(state)).toThrow(message);
  });

  it('that starts nowhere is refused', () => {
    const text = JSON.stringify({ StartAt: 'Two', States: { One: { Type: 'Succeed' } } });
    expect(() => readDefinition(text, 'Machine')).toThrow('Machine: StartAt leads to “Two”, which is no state');
  });
});
