import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirm, revise } from '#shared/case/answers.ts';
import { record } from '#shared/case/case.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { shards } from '#shared/case/indexes.ts';
import { whenDue } from '#shared/case/question.ts';
import { createWaitingStore } from '#shared/case/waiting-store.ts';
import { aCase, aRevision, content, later, noon } from '#test/support/cases.ts';
import { everythingOn } from '#test/support/pages.ts';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));
const table = mockClient(documents);
const cases = createCaseStore(documents, 'Cases');
const refusedByCondition = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });

beforeEach(() => {
  table.reset();
});

const puts = () => table.commandCalls(PutCommand).map((call) => call.args[0].input);

describe('creating a case', () => {
  it('is one put that only makes what is not there', async () => {
    const first = aCase('received');
    table.on(PutCommand).resolves({});
    expect(await cases.create(first)).toBe('created');
    expect(puts()).toMatchObject([
      {
        TableName: 'Cases',
        Item: { pk: first.id, sk: 'case', status: 'received' },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    ]);
  });

  it('finds it there when the condition fails, and fails when the table does', async () => {
    table.on(PutCommand).rejectsOnce(refusedByCondition).rejectsOnce(new Error('throttled'));
    expect(await cases.create(aCase())).toBe('exists');
    await expect(cases.create(aCase())).rejects.toThrow('throttled');
  });
});

describe('the index entries of a head', () => {
  const shardOf = (id: string) => Number.parseInt(id.slice(-1), 16) % shards;
  const itemOf = async (current: ReturnType<typeof aCase>) => {
    table.on(PutCommand).resolves({});
    await cases.create(current);
    return { item: puts().at(-1)?.Item ?? {}, shard: shardOf(current.id) };
  };

  it('say when to look at it and when to remind', async () => {
    const { item, shard } = await itemOf(aCase('awaiting-confirmation'));
    expect(item).toMatchObject({ checkShard: `checks#${shard}`, checkAt: later(noon, { minutes: 1 }).toISOString() });
    expect(item).toMatchObject({
      reminderShard: `reminders#${shard}`,
      reminderAt: later(noon, { ms: whenDue('confirm', 'remind') }).toISOString(),
    });
    expect(item).not.toHaveProperty('waitShard');
  });

  it('say since when a moderator is awaited', async () => {
    const { item, shard } = await itemOf(aCase('in-review'));
    expect(item).toMatchObject({ waitShard: `waits#${shard}`, waitingSince: noon.toISOString() });
  });

  it('of a parked case say since when an operator is awaited, and nothing else', async () => {
    const at = later(noon, { days: 2 }).toISOString();
    const { item } = await itemOf(aCase('in-review', { parked: { at, why: 'workflow-failed' }, checkAt: undefined }));
    expect(item).toMatchObject({ waitingSince: at });
    expect(item).not.toHaveProperty('checkShard');
    expect(item).not.toHaveProperty('reminderShard');
  });

  it('of held spam say since when an operator is awaited', async () => {
    expect((await itemOf(aCase('spam'))).item).toMatchObject({ waitingSince: noon.toISOString() });
  });

  it('are absent where nothing is due, so that the indexes stay small', async () => {
    const { item } = await itemOf(aCase('approved', { checkAt: undefined }));
    for (const key of ['checkShard', 'reminderShard', 'waitShard']) expect(item).not.toHaveProperty(key);
  });
});

describe('saving a case', () => {
  it('names the version and the status that were read, and raises the version', async () => {
    table.on(PutCommand).resolves({});
    const before = aCase('awaiting-confirmation', { version: 7 });
    const answered = confirm(before, noon);
    if (answered.kind !== 'confirmed') throw new Error(answered.kind);
    expect(await cases.save(before, answered.next)).toBe('saved');
    expect(puts().at(-1)).toMatchObject({
      Item: { pk: before.id, sk: 'case', version: 8, status: 'in-review' },
      ConditionExpression: '#version = :version AND #status = :status',
      ExpressionAttributeNames: { '#version': 'version', '#status': 'status' },
      ExpressionAttributeValues: { ':version': 7, ':status': 'awaiting-confirmation' },
    });
  });

  it('moves out the facts and the round that the new head no longer holds, before it lets go of them', async () => {
    table.on(PutCommand).resolves({});
    const before = aCase('changes-requested');
    const revised = revise(before, { ...aRevision(content), contentHash: 'other' }, noon);
    if (revised.kind !== 'revised') throw new Error(revised.kind);
    await cases.save(before, revised.next);
    expect(puts().map((put) => put.Item?.['sk'])).toEqual(['audit#000001', 'round#1', 'case']);
    expect(puts().find((put) => put.Item?.['sk'] === 'round#1')?.Item).toMatchObject({
      ...before.round,
      pk: before.id,
    });
  });

  it('is told when another was quicker', async () => {
    table.on(PutCommand).rejects(refusedByCondition);
    const before = aCase('published', { facts: [] });
    expect(await cases.save(before, before)).toBe('changed');
  });
});

describe('reading', () => {
  it('is consistent, and refuses what is no case', async () => {
    table
      .on(GetCommand)
      .resolvesOnce({})
      .resolvesOnce({ Item: { pk: 'x', sk: 'case', status: 'unheard-of' } });
    expect(await cases.read('nowhere')).toBeUndefined();
    await expect(cases.read('broken')).rejects.toThrow();
    expect(table.commandCalls(GetCommand)[0]?.args[0].input).toEqual({
      TableName: 'Cases',
      Key: { pk: 'nowhere', sk: 'case' },
      ConsistentRead: true,
    });
  });
});

describe('a change', () => {
  it('starts over from what is stored when another write came between', async () => {
    const first = aCase('awaiting-confirmation');
    const meanwhile = record({ ...first, version: 2 }, noon, 'reminded');
    table.on(GetCommand).resolvesOnce({ Item: first }).resolves({ Item: meanwhile });
    table
      .on(PutCommand)
      .resolves({})
      .on(PutCommand, { Item: { version: 2 } })
      .rejects(refusedByCondition);
    const seen: number[] = [];
    const changed = await cases.change(first.id, (current) => {
      seen.push(current.version);
      return confirm(current, noon);
    });
    expect(seen).toEqual([1, 2]);
    expect(changed).toMatchObject({ outcome: { kind: 'confirmed' }, case: { version: 3, status: 'in-review' } });
  });

  it('writes nothing when the domain wants nothing written', async () => {
    const current = aCase('published');
    table.on(GetCommand).resolves({ Item: current });
    expect(await cases.change(current.id, (it) => confirm(it, noon))).toEqual({
      outcome: { kind: 'confirmed-before' },
      case: current,
    });
    expect(puts()).toEqual([]);
  });

  it('knows no case that is not there', async () => {
    table.on(GetCommand).resolves({});
    expect(await cases.change('nowhere', () => ({ kind: 'done' }))).toBeUndefined();
  });

  it('gives up after eight times, with an error', async () => {
    const current = aCase('awaiting-confirmation', { facts: [] });
    table.on(GetCommand).resolves({ Item: aCase('awaiting-confirmation') });
    table
      .on(PutCommand)
      .resolves({})
      .on(PutCommand, { ConditionExpression: '#version = :version AND #status = :status' })
      .rejects(refusedByCondition);
    await expect(cases.change(current.id, (it) => confirm(it, noon))).rejects.toThrow('changed by others');
    expect(table.commandCalls(GetCommand)).toHaveLength(8);
  });
});

describe('what is due', () => {
  it('is asked of every shard of its index, up to now, and given oldest first', async () => {
    const asked = (shard: string) => {
      return { ':shard': shard, ':since': new Date(0).toISOString(), ':until': noon.toISOString() };
    };
    table.on(QueryCommand).resolves({ Items: [] });
    table
      .on(QueryCommand, { ExpressionAttributeValues: asked('checks#3') })
      .resolves({ Items: [{ pk: 'young', checkAt: '2026-03-02T11:00:00.000Z' }] })
      .on(QueryCommand, { ExpressionAttributeValues: asked('checks#2') })
      .resolves({ Items: [{ pk: 'old', checkAt: '2026-03-01T11:00:00.000Z' }] });
    const found = await everythingOn(createWaitingStore(documents, 'Cases').dueChecks(noon));
    expect(found.map(({ id }) => id)).toEqual(['old', 'young']);
    const queries = table.commandCalls(QueryCommand).map((call) => call.args[0].input);
    expect(queries).toHaveLength(2 * shards);
    expect(queries[0]).toMatchObject({
      IndexName: 'checks',
      KeyConditionExpression: '#shard = :shard AND #at BETWEEN :since AND :until',
    });
  });
});
