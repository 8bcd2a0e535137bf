import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { functionsOf, resourcesOf, synthesizedTemplate } from './synthesized.ts';

const template = synthesizedTemplate('prod');
const functions = functionsOf(template);
const arnOf = (path: 'operations/reconcile' | 'operations/remind') => ({
  'Fn::GetAtt': [functions.get(path)?.id, 'Arn'],
});
const Rule = z.looseObject({
  ScheduleExpression: z.optional(z.string()),
  EventPattern: z.optional(z.looseObject({})),
  Targets: z.array(z.looseObject({ Arn: z.unknown(), DeadLetterConfig: z.optional(z.unknown()) })),
});
const rules = [...resourcesOf(template, 'AWS::Events::Rule').values()].map((rule) => z.parse(Rule, rule));
const scheduled = (expression: string) => rules.find(({ ScheduleExpression }) => ScheduleExpression === expression);

describe('what happens by itself', () => {
  it('looks for interrupted cases every minute', () => {
    expect(scheduled('rate(1 minute)')?.Targets).toEqual([
      expect.objectContaining({ Arn: arnOf('operations/reconcile') }),
    ]);
  });

  it('reminds every quarter of an hour', () => {
    expect(scheduled('rate(15 minutes)')?.Targets).toEqual([
      expect.objectContaining({ Arn: arnOf('operations/remind') }),
    ]);
  });

  it('hears of every end of an execution of this workflow', () => {
    const [machine] = resourcesOf(template, 'AWS::StepFunctions::StateMachine').keys();
    const heard = rules.find(({ EventPattern }) => EventPattern !== undefined);
    expect(heard?.EventPattern).toEqual({
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: { stateMachineArn: [{ Ref: machine }], status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] },
    });
    expect(heard?.Targets).toEqual([expect.objectContaining({ Arn: arnOf('operations/reconcile') })]);
  });

  it('keeps what could neither be delivered nor handled', () => {
    const [queue] = resourcesOf(template, 'AWS::SQS::Queue').keys();
    const arn = { 'Fn::GetAtt': [queue, 'Arn'] };
    expect(rules.flatMap(({ Targets }) => Targets.map(({ DeadLetterConfig }) => DeadLetterConfig))).toEqual(
      rules.map(() => ({ Arn: arn })),
    );
    const asked = [...resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').values()];
    expect(asked.map(({ DestinationConfig }) => DestinationConfig)).toEqual(
      [1, 2, 3].map(() => ({ OnFailure: { Destination: arn } })),
    );
  });

  it('is tried three times', () => {
    const asked = [...resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').values()];
    expect(asked.map(({ MaximumRetryAttempts }) => MaximumRetryAttempts)).toEqual([2, 2, 2]);
  });

  it('is delivered as patiently as EventBridge does by itself, for 24 hours', () => {
    for (const { Targets } of rules) expect(Targets[0]).not.toHaveProperty('RetryPolicy');
  });

  it('keeps for two weeks what failed', () => {
    const [queue] = resourcesOf(template, 'AWS::SQS::Queue').values();
    expect(queue?.['MessageRetentionPeriod']).toBe(14 * 24 * 3600);
  });
});
