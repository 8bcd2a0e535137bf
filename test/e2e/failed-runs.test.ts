import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { example, type Story } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';

// The beginning of a period of alarms: what happens within minutes falls into one.
const startTime = new Date('2026-09-01T09:00:00Z');
const { begin, advance, mails, dynamodbAsOperator, sendAsOperator, tableNamed, world } = await startWorld({
  startTime,
});

const operator = 'operator@clearing-centre.example';
const alarms = async () => (await mails(operator)).map(({ subject }) => subject);

/** Makes a case one that the reconciler cannot read, so that its runs fail; gives what mends it. */
async function makeUnreadable({ id }: Story): Promise<() => Promise<void>> {
  const table = { TableName: tableNamed('Submissions') };
  const client = dynamodbAsOperator();
  const Key = { pk: { S: id }, sk: { S: 'case' } };
  const { Item } = await client.send(new GetItemCommand({ ...table, Key, ConsistentRead: true }));
  await client.send(new PutItemCommand({ ...table, Item: { ...Item, status: { S: 'of-a-later-release' } } }));
  return async () => {
    await client.send(new PutItemCommand({ ...table, Item }));
  };
}

test('One failed run of the reconciler delays a decision by minutes and rings no alarm; the second rings', async () => {
  const story = await begin(example('no-boligkontakten'));
  await story.confirm();
  await story.vote({ decision: 'approve' });
  const mend = await makeUnreadable(story);
  await advance('PT10M');
  expect(await alarms()).toEqual([]);
  await mend();
  await advance('PT2M');
  expect((await story.published()).status).toBe(200);
  expect(await alarms()).toEqual([]);

  const another = await begin(example('no-bygda-tek-imot'));
  await another.confirm();
  await another.vote({ decision: 'approve' });
  const mendAnother = await makeUnreadable(another);
  await advance('PT10M');
  expect(await alarms()).toEqual([]);
  await advance('PT2M');
  expect(await alarms()).toEqual([expect.stringContaining('A function fails: reconcile')]);
  await mendAnother();
  await advance('PT2M');
  expect((await another.published()).status).toBe(200);
});

test.each(['Reconcile', 'Remind', 'Retention'])(
  'An event that %s fails at three times is kept for an operator',
  async (name) => {
    await sendAsOperator(name, { source: 'nobody' });
    await advance('PT1M');
    expect(world.deadLetters().filter((letter) => letter.function.startsWith(name))).toEqual([]);
    await advance('PT2M');
    expect(world.deadLetters().filter((letter) => letter.function.startsWith(name))).toHaveLength(1);
    expect(await alarms()).toContainEqual(expect.stringContaining('An event could not be handled'));
  },
);
