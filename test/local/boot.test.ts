import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Template } from '#infra/local/template/assembly.ts';
import { bootFixture, discard, editedAssembly, type FixtureWorld } from './fixture/world.ts';

type Resources = Template['Resources'];

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
      'a role with an unknown managed policy',
      { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } },
      'Odd (AWS::IAM::Role)',
    ],
  ])('with %s is refused by its logical id', async (_, odd, message) => {
    await expect(boot((resources) => Object.assign(resources, { Odd: odd }))).rejects.toThrow(message);
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
