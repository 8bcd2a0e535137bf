import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { contracts, functionPaths, nameOf } from '#infra/functions.ts';
import { stageSettings } from '#infra/stages.ts';
import { whenDue } from '#shared/case/question.ts';
import { hour } from '#test/support/time.ts';
import { functionsOf, resourcesOf, synthesizedTemplate } from './synthesized.ts';

const template = synthesizedTemplate('prod');

const Alarm = z.looseObject({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.object({ Ref: z.string() })),
  Threshold: z.number(),
  Statistic: z.optional(z.string()),
  TreatMissingData: z.string(),
  MetricName: z.optional(z.string()),
  Dimensions: z.optional(z.unknown()),
  Metrics: z.optional(z.array(z.looseObject({ Expression: z.optional(z.string()) }))),
});
const alarms = [...resourcesOf(template, 'AWS::CloudWatch::Alarm').values()].map((alarm) => z.parse(Alarm, alarm));

function alarm(title: string) {
  const found = alarms.find(({ AlarmName }) => AlarmName === `ClearingCentre-prod: ${title}`);
  if (found === undefined) throw new Error(`There is no alarm "${title}"`);
  return found;
}

describe('every alarm', () => {
  it('links to its heading in the runbook of the stage (test/documents compares the headings)', () => {
    const { runbook } = stageSettings('prod');
    const links = alarms.map(({ AlarmDescription }) => AlarmDescription.split(' What to do: ').at(-1));
    expect(new Set(links)).toEqual(
      new Set(
        [
          'a-case-is-parked',
          'a-case-waits-too-long',
          'mail-does-not-leave',
          'interrupted-cases-are-carried-on-late',
          'reminders-are-late',
          'an-erasure-is-overdue',
          'a-function-fails',
          'the-api-answers-with-errors',
          'an-event-could-not-be-handled',
        ].map((title) => `${runbook}#alarm-${title}`),
      ),
    );
  });

  it('is heard by the operator', () => {
    const [topic] = resourcesOf(template, 'AWS::SNS::Topic').keys();
    expect(alarms.filter(({ AlarmActions }) => AlarmActions.length !== 1 || AlarmActions[0]?.Ref !== topic)).toEqual(
      [],
    );
    // A policy that enforces TLS replaces the default one, by which CloudWatch may publish.
    const [policy] = resourcesOf(template, 'AWS::SNS::TopicPolicy').values();
    expect(JSON.stringify(policy)).toContain(
      '"Action":"sns:Publish","Condition":{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}},"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"}',
    );
    const [subscription] = resourcesOf(template, 'AWS::SNS::Subscription').values();
    expect(subscription).toMatchObject({
      Protocol: 'email',
      TopicArn: { Ref: topic },
      Endpoint: 'operator@clearing-centre.example',
    });
  });
});

it('takes silence for all is well: noughts are not written, as they would be paid for', () => {
  expect(alarms.filter(({ TreatMissingData }) => TreatMissingData !== 'notBreaching')).toEqual([]);
});

describe('the failures of a function', () => {
  it.each(functionPaths())('are told in the words of its contract: %s', (path) => {
    expect(alarm(`A function fails: ${nameOf(path)}`).AlarmDescription).toContain(contracts[path].failure);
  });

  it.each(functionPaths())(
    'are told at once, but where Lambda tries again by itself only when that fails, too: %s',
    (path) => {
      const isTriedAgain = ['operations/reconcile', 'operations/remind', 'operations/retention'].includes(path);
      expect(alarm(`A function fails: ${nameOf(path)}`).Threshold).toBe(isTriedAgain ? 2 : 1);
    },
  );

  it('do not count the errors by which a waiting task ends early', () => {
    const corrected = alarms.filter(({ Metrics }) =>
      Metrics?.some(({ Expression }) => Expression === 'errors - FILL(expected, 0)'),
    );
    expect(corrected.map(({ AlarmName }) => AlarmName.split(': ').at(-1)).toSorted()).toEqual([
      'ask-for-changes',
      'ask-moderators',
      'ask-submitter',
    ]);
  });
});

it('hears of a parked case from every function that parks', () => {
  const functions = functionsOf(template);
  const described = JSON.stringify(alarm('A case is parked').Metrics);
  const parking = ['moderation/park-case', 'moderation/ask-moderators', 'operations/reconcile', 'operations/remind'];
  for (const path of functionPaths().filter((one) => parking.includes(one))) {
    expect(described).toContain(`"Name":"service","Value":{"Ref":"${functions.get(path)?.id}"}`);
  }
});

it('hears of a case that waits a day after the lead institution was asked', () => {
  expect(alarm('A case waits too long')).toMatchObject({
    MetricName: 'OldestWaitingHours',
    Statistic: 'Maximum',
    Threshold: whenDue('review', 'ask-lead') / hour + 24,
  });
});

it('hears of mail that does not leave, for longer than the pause between two tries', () => {
  expect(alarm('Mail does not leave')).toMatchObject({
    MetricName: 'MailsHeldUp',
    DatapointsToAlarm: 1,
    EvaluationPeriods: 4,
    Period: 300,
  });
});

it.each([
  ['Interrupted cases are carried on late', 'operations/reconcile', 10],
  ['Reminders are late', 'operations/remind', 60],
] as const)('hears when runs fall behind: %s', (title, path, minutes) => {
  const late = alarm(title);
  expect(late).toMatchObject({ MetricName: 'OldestDueMinutes', Statistic: 'Maximum', Threshold: minutes });
  expect(JSON.stringify(late)).toContain(`{"Name":"service","Value":{"Ref":"${functionsOf(template).get(path)?.id}"}}`);
});

it('hears of what nobody could handle, and of answers that were errors', () => {
  expect(alarm('An event could not be handled').MetricName).toBe('ApproximateNumberOfMessagesVisible');
  expect(alarm('The API answers with errors').MetricName).toBe('5xx');
});
