import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { createDraftStore } from '#shared/case/draft-store.ts';
import { eraseDueAt } from '#shared/case/erasure.ts';
import { createErasureStore } from '#shared/case/erasure-store.ts';
import { endLegalHold, holdByLaw } from '#shared/case/legal-hold.ts';
import { erase } from '#shared/case/submitter-acts.ts';
import { createWaitingStore } from '#shared/case/waiting-store.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import { createNoteStore } from '#shared/moderation/note-store.ts';
import { eraseAllDue } from '#shared/operations/retention.ts';
import { aCase, content, later, noon } from '#test/support/cases.ts';
import { clientAt, initiativesTable, submissionsTable, useTables } from '#test/support/tables.ts';

const tables = useTables();
const links = (documents = tables.documents) => createLinkStore(documents, submissionsTable, newSecret);
let secrets = 0;
const newSecret = () => {
  secrets += 1;
  return String(secrets).padStart(43, 'S');
};

function portsAt(now: Date, documents = tables.documents) {
  return {
    cases: createCaseStore(documents, submissionsTable),
    erasure: createErasureStore(documents, submissionsTable, initiativesTable),
    waiting: createWaitingStore(documents, submissionsTable),
    now: () => now,
  };
}

const cases = () => createCaseStore(tables.documents, submissionsTable);

/** A case with something of every kind beside it, all of which holds the word; it is to be erased. */
async function storedWith(word: string): Promise<Case> {
  const written = { ...content, title: word, contact: { ...content.contact, email: `${word}@example.org` } };
  const rejected = aCase('rejected', { decision: undefined, submitter: { name: word, email: `${word}@example.org` } });
  const current = { ...rejected, round: { ...rejected.round, number: 2, content: written } };
  const first = { ...current, round: { ...current.round, number: 1 } };
  await cases().create(first);
  await cases().save(first, { ...current, publication: undefined });
  const put = (TableName: string, Item: object) => tables.documents.send(new PutCommand({ TableName, Item }));
  await createDraftStore(tables.documents, submissionsTable).save(current.id, 2, {
    values: { title: [word] },
    savedAt: noon.toISOString(),
  });
  await createNoteStore(tables.documents, submissionsTable).add(current.id, {
    by: 'anna',
    round: 1,
    at: noon.toISOString(),
    note: word,
  });
  await cases().noteMail(current.id, 'confirm/1', { kind: 'confirm', at: noon.toISOString(), messageId: word });
  await links().mint(newLink('status', current, noon));
  await put(initiativesTable, { pk: current.id, sk: 'version#1', title: word });
  const stored = await cases().read(current.id);
  if (stored === undefined) throw new Error('The case is not there');
  const publication = {
    version: 1,
    publishedAt: noon.toISOString(),
    edition: 1,
    shown: 1,
    showsContact: true,
    asked: 0,
  };
  const asked = erase({ ...stored, publication }, noon);
  if (asked.kind !== 'acted') throw new Error(asked.kind);
  const shown = { ...asked.next, publication };
  await cases().save(stored, shown);
  return shown;
}

/** Items of both tables in which a word stands. */
async function holding(word: string): Promise<unknown[]> {
  const scans = [submissionsTable, initiativesTable].map(async (TableName) => {
    const { Items = [] } = await tables.documents.send(new ScanCommand({ TableName, ConsistentRead: true }));
    return Items;
  });
  return (await Promise.all(scans)).flat().filter((item) => JSON.stringify(item).includes(word));
}

const dueAt = (of: Case) => new Date(eraseDueAt(of) ?? '');
const laterRuns = [20, 40, 60];

async function runAll(of: Case): Promise<void> {
  for (const minutes of [0, ...laterRuns]) await eraseAllDue(portsAt(later(dueAt(of), { minutes })));
}

/** A client that dies at the write of that number, before or after the table has heard of it. */
function dyingAt(number: number, when: 'before' | 'after') {
  const client = clientAt(tables.endpoint);
  let writes = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'PutItemCommand' && commandName !== 'DeleteItemCommand') return next(args);
        writes += 1;
        if (writes > number || (writes === number && when === 'before')) throw new Error('killed');
        const answer = await next(args);
        if (writes === number) throw new Error('killed');
        return answer;
      },
    { step: 'initialize' },
  );
  return { documents: DynamoDBDocumentClient.from(client), writes: () => writes };
}

describe('an erasure', () => {
  it('leaves a head without a word of the case, the facts of what happened, and that it was erased in both tables', async () => {
    const current = await storedWith('alpha');
    await runAll(current);
    expect(await holding('alpha')).toEqual([]);
    const left = await holding(current.id);
    expect(left).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ sk: 'case', status: 'erased', reference: current.reference }),
        expect.objectContaining({ pk: 'erased', sk: current.id }),
      ]),
    );
    expect(await cases().read(current.id)).toBeUndefined();
    expect(await cases().wasErased(current.id)).toBe(true);
    expect(await cases().create({ ...current })).toBe('exists');
  });

  it('that is killed at any write goes on, and comes to the same', async () => {
    const whole = dyingAt(Number.POSITIVE_INFINITY, 'before');
    const measured = await storedWith('measured');
    await eraseAllDue(portsAt(dueAt(measured), whole.documents));
    const writes = whole.writes();
    expect(writes).toBeGreaterThan(8);
    for (let number = 1; number <= writes; number += 1) {
      for (const when of ['before', 'after'] as const) {
        const word = `killed${number}${when}`;
        const current = await storedWith(word);
        await eraseAllDue(portsAt(dueAt(current), dyingAt(number, when).documents));
        await runAll(current);
        expect(await holding(word), word).toEqual([]);
      }
    }
  });

  it('finds what one wrote who had read the case before', async () => {
    const current = await storedWith('late');
    await eraseAllDue(portsAt(dueAt(current)));
    expect(await cases().save(current, { ...current, told: true })).toBe('changed');
    await cases().noteMail(current.id, 'late', { kind: 'erased', at: noon.toISOString(), messageId: 'late' });
    await links().mint(newLink('status', current, noon));
    await createDraftStore(tables.documents, submissionsTable).save(current.id, 3, {
      values: { title: ['late'] },
      savedAt: noon.toISOString(),
    });
    await runAll(current);
    expect(await holding('late')).toEqual([]);
    expect(JSON.stringify(await holding(current.id))).not.toContain('link#');
  });

  it('waits until readers find the tombstone', async () => {
    const current = await storedWith('outdated');
    const { publication } = current;
    if (publication === undefined) throw new Error('Nothing is published');
    await cases().change(current.id, (stored) => ({
      kind: 'withdrawn',
      next: { ...stored, publication: { ...publication, edition: 2 } },
    }));
    await runAll(current);
    expect(await holding('outdated')).not.toEqual([]);
  });

  it('waits while a legal claim needs the case', async () => {
    const current = await storedWith('disputed');
    await cases().change(current.id, (stored) => holdByLaw(stored, noon));
    await runAll(current);
    expect(await holding('disputed')).not.toEqual([]);
    await cases().change(current.id, (stored) => endLegalHold(stored, noon));
    await runAll(current);
    expect(await holding('disputed')).toEqual([]);
  });
});
