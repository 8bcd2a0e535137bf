import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { clientsFor, idOf } from '../fixture/clients.ts';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

const keptNote = z.looseObject({
  token: z.optional(z.object({ S: z.string() })),
  driver: z.optional(z.object({ S: z.string() })),
  asked: z.optional(z.object({ N: z.string() })),
  finished: z.optional(z.object({ S: z.string() })),
  ending: z.optional(z.object({ S: z.string() })),
});

describe('a state machine', () => {
  let world: FixtureWorld;
  let states: ReturnType<typeof clientsFor>['states'];
  let stateMachineArn: string;
  beforeAll(async () => {
    world = await bootFixture();
    ({ states } = clientsFor(world));
    stateMachineArn = world.deployment.location.arn(
      'states',
      `stateMachine:${idOf(world, 'AWS::StepFunctions::StateMachine')}`,
    );
  });
  afterAll(() => discard(world));

  const start = (name: string, input: object) =>
    states.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
  const execution = (name: string) => world.executions().find((one) => one.name === name);
  const note = async (id: string) => keptNote.parse(await (await world.get(`/notes/${id}`)).json());
  const ask = async (id: string, wait = 3600) => {
    expect((await world.post('/notes', { id, text: 'x', wait: String(wait) })).status).toBe(202);
    await world.rest();
    return note(id);
  };

  it('waits for the answer to its token, whatever the function returned', async () => {
    expect((await ask('answered')).driver?.S).toBe('answered-1');
    expect(execution('answered-1')?.status).toBe('RUNNING');
    expect((await world.post('/answers', { id: 'answered' })).status).toBe(200);
    await world.rest();
    expect(await note('answered')).toMatchObject({ finished: { S: 'answered' }, ending: { S: '{"answer":"yes"}' } });
    expect(execution('answered-1')).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('takes one answer per token: the second is too late, an invented one never was', async () => {
    const { token } = await ask('twice');
    await world.post('/answers', { id: 'twice' });
    const again = await world.post('/answers', { id: 'twice' });
    expect(await again.json()).toEqual({ name: 'TaskTimedOut' });
    const answerTo = (taskToken: string) => states.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
    await expect(answerTo('not a token')).rejects.toMatchObject({ name: 'InvalidToken' });
    const elsewhere = Buffer.from(token?.S ?? '', 'base64')
      .toString()
      .replace('twice-1', 'never');
    await expect(answerTo(Buffer.from(elsewhere).toString('base64'))).rejects.toMatchObject({
      name: 'TaskDoesNotExist',
    });
  });

  it('catches a failure sent to the token by its name, as a task that failed', async () => {
    await ask('refused');
    await world.post('/answers', { id: 'refused', failure: 'Refused' });
    await world.rest();
    expect(await note('refused')).toMatchObject({
      finished: { S: 'failed' },
      ending: { S: '{"Error":"Refused","Cause":"said so"}' },
    });
  });

  it('fails the state at once when the function behind the token throws, under the name of the error', async () => {
    const { finished, ending } = await ask('broken');
    expect([finished?.S, JSON.parse(ending?.S ?? '{}').Error]).toEqual(['failed', 'CannotAsk']);
  });

  it('times out at the number of seconds in its input, which States.TaskFailed does not catch', async () => {
    await ask('silent', 86_400);
    await world.advance(86_000_000);
    expect(execution('silent-1')?.status).toBe('RUNNING');
    await world.advance(1_000_000);
    expect(await note('silent')).toMatchObject({ finished: { S: 'silent' } });
  });

  it('gives each attempt a new token and kills the old one', async () => {
    const { token: first } = await ask('again', 999_999);
    await world.post('/answers', { id: 'again', failure: 'AskAgain' });
    await world.rest();
    expect((await note('again')).asked?.N).toBe('1');
    await world.advance(3_600_000);
    const { token: second, asked } = await note('again');
    expect([asked?.N, second?.S === first?.S]).toEqual(['2', false]);
    const late = await world.post('/answers', { id: 'again', tokenOverride: first?.S });
    expect(await late.json()).toEqual({ name: 'TaskTimedOut' });
    expect((await world.post('/answers', { id: 'again' })).status).toBe(200);
  });

  it('pauses before each retry on the movable clock', async () => {
    await ask('flaky');
    await world.post('/answers', { id: 'flaky' });
    await world.rest();
    expect((await note('flaky')).finished).toBeUndefined();
    await world.advance(10 * 60_000);
    expect((await note('flaky')).finished).toBeUndefined();
    await world.advance(20 * 60_000);
    expect((await note('flaky')).finished).toEqual({ S: 'answered' });
  });

  it('waits longer than a timer can hold', async () => {
    await start('pause-1', { id: 'pause', pause: true });
    await world.advance(29 * 86_400_000);
    expect(execution('pause-1')?.status).toBe('RUNNING');
    await world.advance(2 * 86_400_000);
    expect(execution('pause-1')?.status).toBe('SUCCEEDED');
  });

  it('ends in a Fail state with its error and cause', async () => {
    const { executionArn } = await start('doomed-1', { id: 'doomed' });
    await world.rest();
    const described = await states.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'the fixture asked for it' });
  });

  it('starts by the rule of names', async () => {
    const first = await start('named', { id: 'named', pause: true });
    const second = await start('named', { id: 'named', pause: true });
    expect([second.executionArn, second.startDate]).toEqual([first.executionArn, first.startDate]);
    await expect(start('named', { id: 'other', pause: true })).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
    });
    await states.send(new StopExecutionCommand({ executionArn: first.executionArn }));
    await world.rest();
    expect(execution('named')?.status).toBe('ABORTED');
    await expect(start('named', { id: 'named', pause: true })).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
    });
    await expect(start('no spaces', {})).rejects.toMatchObject({ name: 'InvalidName' });
  });

  it('lists executions by status', async () => {
    await start('listed', { id: 'doomed' });
    await world.rest();
    const { executions } = await states.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'FAILED' }));
    expect(executions?.map((one) => one.name)).toContain('listed');
    expect(executions?.every((one) => one.status === 'FAILED')).toBe(true);
  });

  it('counts every state entered, retries too', async () => {
    const before = world.counts().transitions;
    await start('counted', { id: 'counted', pause: true });
    await world.advance(31 * 86_400_000);
    expect(world.counts().transitions - before).toBe(3);
  });
});
