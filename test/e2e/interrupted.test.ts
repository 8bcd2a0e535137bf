import { ListExecutionsCommand, ListStateMachinesCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { createCaseStore } from '#shared/case/case-store.ts';
import { driverName, park } from '#shared/case/driver.ts';
import { example, type Story } from '#test/support/story.ts';
import { post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { begin, advance, dynamodbAsOperator, tableNamed, world } = await startWorld();

/** As the workflow does when a step has failed for good. */
async function parkCase({ id }: Story): Promise<void> {
  const marshallOptions = { removeUndefinedValues: true };
  const documents = DynamoDBDocumentClient.from(dynamodbAsOperator(), { marshallOptions });
  const cases = createCaseStore(documents, tableNamed('Submissions'));
  const now = world.now();
  const changed = await cases.change(id, (current) => park(current, driverName(current), 'workflow-failed', now));
  expect(changed?.case.parked).toMatchObject({ why: 'workflow-failed' });
}

test('A confirmation of a parked case carries it on', async () => {
  const story = await begin(example('no-boligkontakten'));
  await parkCase(story);
  expect((await story.confirm()).status).toBe(200);
  expect(await story.moderators()).toHaveLength(2);
});

test('An answer about a parked case is final at once, and a revision carries it on, too', async () => {
  const fields = example('no-boligkontakten');
  const story = await begin(fields);
  await story.confirm();
  await parkCase(story);
  await story.vote({ decision: 'request-changes', comment: 'Mer, takk.' });
  expect(await story.progress()).toMatchObject({ status: 'changes-requested' });

  await parkCase(story);
  expect(await story.revise({ ...fields, lessons: 'Noe mer.' })).toMatchObject({ status: 200 });
  expect(await story.review()).toMatchObject({ round: 2 });
  await story.approve();
  expect((await story.published()).status).toBe(200);
});

test('An execution that somebody ends is followed by another, and nobody is asked twice', async () => {
  const story = await begin(example('no-boligkontakten'));
  await story.confirm();
  const before = await story.mails('everybody');
  const { awsEndpoint: endpoint, region, operatorCredentials: credentials } = world;
  const states = new SFNClient({ endpoint, region, credentials });
  const { stateMachines = [] } = await states.send(new ListStateMachinesCommand());
  const { executions = [] } = await states.send(
    new ListExecutionsCommand({ stateMachineArn: stateMachines[0]?.stateMachineArn, statusFilter: 'RUNNING' }),
  );
  const running = executions.filter(({ name }) => name?.startsWith(story.id));
  expect(running).toHaveLength(1);
  await states.send(new StopExecutionCommand({ executionArn: running[0]?.executionArn }));
  await world.rest();
  expect(world.executions().filter(({ name }) => name.startsWith(story.id))).toHaveLength(2);
  expect(await story.mails('everybody')).toEqual(before);
  await story.approve();
  expect((await story.published()).status).toBe(200);
});

const Voted = z.object({ undoUntil: z.string() });

test('An answer that comes when an earlier one has just become final has that one take effect', async () => {
  const story = await begin(example('no-boligkontakten'));
  await story.confirm();
  const [first = '', second = ''] = await story.moderators();
  const { undoUntil } = Voted.parse((await story.vote({ decision: 'approve' }, first)).json);
  const { contentHash } = await story.review(second);
  const link = await story.link('review', second);
  // Later than the last run of the reconciler, and before its next.
  await advance(Date.parse(undoUntil) - world.now().getTime() - 2_000);
  await vi.waitFor(async () => {
    const late = await post(link, { decision: 'reject', reason: 'other', contentHash });
    expect(late).toMatchObject({ status: 409, json: { code: 'already-decided', decision: 'approve' } });
    expect((await story.published()).status).toBe(200);
  }, 20_000);
});
