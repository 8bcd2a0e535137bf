import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Template } from '#infra/local/template/assembly.ts';
import { bootFixture, discard, editedAssembly, type FixtureWorld } from './fixture/world.ts';

type Resources = Template['Resources'];

const alarm = (watched: object) => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 0,
    EvaluationPeriods: 1,
    ...watched,
  },
});

describe('a template', () => {
  const folders: string[] = [];
  const worlds: FixtureWorld[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await discard(world);
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  async function boot(edit: (resources: Resources) => void): Promise<FixtureWorld> {
    const assembly = await editedAssembly(edit);
    folders.push(assembly);
    const world = await bootFixture({ assembly });
    worlds.push(world);
    return world;
  }
  const without = (type: string, part: string) => (resources: Resources) => {
    for (const [id, { Type, Properties }] of Object.entries(resources)) {
      if (Type === type && JSON.stringify(Properties).includes(part)) delete resources[id];
    }
  };

  it.each([
    ['a resource of an unknown type', { Type: 'AWS::S3::Bucket' }, 'Odd (AWS::S3::Bucket)'],
    [
      'an unknown intrinsic',
      { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::ImportValue': 'x' } } },
      'Odd at TopicName',
    ],
    [
      'an unknown kind of rule target',
      {
        Type: 'AWS::Events::Rule',
        Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'T', Arn: 'arn:x' }] },
      },
      'Odd (AWS::Events::Rule)',
    ],
    [
      'an unknown policy condition',
      {
        Type: 'AWS::IAM::Role',
        Properties: {
          Policies: [
            {
              PolicyName: 'p',
              PolicyDocument: {
                Statement: [{ Effect: 'Allow', Action: 'a', Resource: '*', Condition: { Bool: { x: 'true' } } }],
              },
            },
          ],
        },
      },
      'Odd',
    ],
    [
      'a schedule by the calendar',
      { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'cron(0 6 * * ? *)' } },
      'Odd (AWS::Events::Rule): the schedule cron(0 6 * * ? *)',
    ],
    [
      'a pattern that compares',
      { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: [{ prefix: 'a' }] } } },
      'Odd (AWS::Events::Rule) EventPattern.source: the comparison prefix',
    ],
    [
      'a rule target with an input of its own',
      { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Id: 'T', Arn: 'arn:x', Input: '{}' }] } },
      'Odd (AWS::Events::Rule): Targets.0.Input is not known here',
    ],
    [
      'a route for any method',
      { Type: 'AWS::ApiGatewayV2::Route', Properties: { RouteKey: 'ANY /a', Target: 'integrations/x' } },
      'Odd (AWS::ApiGatewayV2::Route): the route ANY /a is not known here',
    ],
    [
      'CORS of the gateway',
      {
        Type: 'AWS::ApiGatewayV2::Api',
        Properties: { ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: ['*'] } },
      },
      'Odd (AWS::ApiGatewayV2::Api): CorsConfiguration is not known here',
    ],
    [
      'a state of an unknown kind',
      {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: 'arn:r',
          DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
        },
      },
      'Odd (AWS::StepFunctions::StateMachine), state “A” (Pass)',
    ],
    [
      'a state machine that calls an unknown function',
      {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: 'arn:r',
          DefinitionString:
            '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"arn:f"},"End":true}}}',
        },
      },
      'Odd (AWS::StepFunctions::StateMachine): arn:f is not a function of the template',
    ],
    [
      'metric math that multiplies',
      alarm({
        Metrics: [
          { Id: 'e', Expression: 'm * 2' },
          {
            Id: 'm',
            MetricStat: { Metric: { Namespace: 'N', MetricName: 'M' }, Period: 60, Stat: 'Sum' },
            ReturnData: false,
          },
        ],
      }),
      'Odd (AWS::CloudWatch::Alarm): the metric math m * 2 is not known here',
    ],
    [
      'metric math on metric math',
      alarm({
        Metrics: [
          { Id: 'e', Expression: 'm - other' },
          {
            Id: 'm',
            MetricStat: { Metric: { Namespace: 'N', MetricName: 'M' }, Period: 60, Stat: 'Sum' },
            ReturnData: false,
          },
        ],
      }),
      'Odd (AWS::CloudWatch::Alarm): its metric math uses other, which is no metric',
    ],
    [
      'an alarm on a metric that nobody counts here',
      alarm({ Namespace: 'AWS/States', MetricName: 'ExecutionsFailed', Statistic: 'Sum', Period: 60 }),
      'Odd (AWS::CloudWatch::Alarm): the metric AWS/States ExecutionsFailed is not known here',
    ],
    [
      'an unknown property of a known type',
      { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: {} } },
      'Odd (AWS::SQS::Queue): RedrivePolicy is not known here',
    ],
    [
      'a role with an unknown managed policy',
      { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } },
      'Odd (AWS::IAM::Role)',
    ],
  ])('with %s is refused by its logical id', async (_, odd, message) => {
    await expect(boot((resources) => Object.assign(resources, { Odd: odd }))).rejects.toThrow(message);
  });

  it('whose alarms may not publish to their topic is refused', async () => {
    const onlyTls = (resources: Resources) => {
      for (const { Type, Properties } of Object.values(resources)) {
        if (Type !== 'AWS::SNS::TopicPolicy' || Properties === undefined) continue;
        Properties['PolicyDocument'] = {
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 'sns:Publish',
              Resource: '*',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        };
      }
    };
    await expect(boot(onlyTls)).rejects.toThrow(
      /\(AWS::CloudWatch::Alarm\): the policy of .* does not let alarms publish/,
    );
  });

  it('whose route may not invoke its function answers 500 there', async () => {
    const world = await boot(without('AWS::Lambda::Permission', '/*/*/overreach'));
    expect((await world.get('/overreach')).status).toBe(500);
    expect((await world.get('/echo')).status).toBe(200);
  });

  it('whose state machine may not invoke its function fails the task', async () => {
    const world = await boot((resources) => {
      const policy = Object.entries(resources).find(([id]) => id.startsWith('WorkflowRoleDefaultPolicy'));
      if (policy) delete resources[policy[0]];
    });
    await world.post('/notes', { id: 'mute', text: 'x' });
    await world.rest();
    expect(world.executions()).toMatchObject([{ status: 'FAILED', error: 'Lambda.AWSLambdaException' }]);
  });

  it('whose rule may not invoke its function leads the event to the rule’s dead-letter queue', async () => {
    const world = await boot(without('AWS::Lambda::Permission', 'Ended'));
    await world.post('/notes', { id: 'doomed', text: 'x' });
    await world.rest();
    expect(world.deadLetters()).toMatchObject([{ why: 'NO_PERMISSIONS', payload: { detail: { name: 'doomed-1' } } }]);
  });
});
