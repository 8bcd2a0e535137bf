import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { confirm, revise } from '#shared/case/answers.ts';
import type { Case, Question } from '#shared/case/case.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { driverName, park, takeUp } from '#shared/case/driver.ts';
import { newQuestion, stepsOf, windowOf } from '#shared/case/question.ts';
import { takeDueSteps } from '#shared/case/reminder.ts';
import type { Status } from '#shared/case/status.ts';
import { castVote } from '#shared/case/votes.ts';
import { createWaitingStore } from '#shared/case/waiting-store.ts';
import { isUnbroken } from '#test/support/audit-chain.ts';
import { aCase, aRevision, aVote, content, later, noon } from '#test/support/cases.ts';
import { everythingOn } from '#test/support/pages.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

const tables = useTables();
const store = () => createCaseStore(tables.documents, submissionsTable);
const waiting = () => createWaitingStore(tables.documents, submissionsTable);
const soon = later(noon, { minutes: 10 });

/** The case as it is when the moderators have been asked about its round. */
const asked = (current: Case): Case => ({ ...current, question: newQuestion('review', 'token', soon) });

async function stored(current: Case): Promise<Case> {
  await store().create(current);
  return current;
}

describe('a case in a real table', () => {
  it('is read as it was created, and created once', async () => {
    const first = aCase('received');
    expect(await store().create(first)).toBe('created');
    expect(await store().create({ ...first, language: 'fi' })).toBe('exists');
    expect(await store().read(first.id)).toEqual(first);
  });

  it('keeps what nobody has changed: a save from an old version is refused', async () => {
    const before = await stored(aCase('awaiting-confirmation'));
    const now = takeUp(before, driverName(before), soon);
    const then = confirm(before, soon);
    if (now.kind !== 'written' || then.kind !== 'confirmed') throw new Error('Both are legal');
    expect(await store().save(before, now.next)).toBe('saved');
    expect(await store().save(before, then.next)).toBe('changed');
    expect(await store().read(before.id)).toMatchObject({ version: 2, status: 'awaiting-confirmation' });
  });

  it('loses no write of two at once, nor of seven', async () => {
    const { id } = await stored(aCase('in-review', { driver: { number: 1, phase: 'running', restarts: 0 } }));
    const writers = Array.from({ length: 7 }, (_, at) =>
      store().change(id, (current) => ({
        kind: 'done',
        next: { ...current, reviewers: [...current.reviewers, `r${at}`] },
      })),
    );
    await Promise.all(writers);
    const after = await store().read(id);
    expect(after?.version).toBe(8);
    expect(after?.reviewers).toHaveLength(9);
  });

  it('lets the first of two decisions at once win and tells the other by name', async () => {
    const { id, round } = await stored(aCase('in-review'));
    const votes = [aVote({ ...aCase(), round }, 'approve', 'anna'), aVote({ ...aCase(), round }, 'reject', 'bo')];
    const changed = await Promise.all(
      votes.map((vote) => store().change(id, (current) => castVote(current, vote, 0, soon))),
    );
    const won = changed.filter((one) => one?.outcome.kind === 'voted');
    const lost = changed.filter((one) => one?.outcome.kind === 'decided-before');
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ outcome: { vote: { by: won[0]?.case.decision?.by } } }]);
  });

  it('drops what has ended: the question, the token to wake, the time to look', async () => {
    const before = await stored(aCase('in-review', { wake: 'token' }));
    await store().change(before.id, (current) => park(current, driverName(current), 'workflow-failed', soon));
    const { Item } = await tables.documents.send(
      new GetCommand({
        TableName: submissionsTable,
        Key: { pk: before.id, sk: 'case' },
      }),
    );
    for (const gone of ['wake', 'checkAt', 'checkShard', 'reminderShard', 'reminderAt'])
      expect(Item).not.toHaveProperty(gone);
  });
});

describe('the history of a case', () => {
  it('is complete and unbroken however far it has gone, and keeps earlier rounds', async () => {
    const { id, round } = await stored(aCase('in-review'));
    const other = { ...content, title: 'En annan titel' };
    await store().change(id, (current) => castVote(current, aVote(current, 'request-changes'), 0, soon));
    await store().change(id, (current) => revise(current, aRevision(other), soon));
    await store().change(id, (current) =>
      castVote(asked(current), aVote(current, 'approve'), 0, later(soon, { minutes: 1 })),
    );
    const current = await store().read(id);
    if (current === undefined) throw new Error('The case is gone');
    const facts = await store().facts(current);
    expect(facts.map(({ what }) => what)).toEqual([
      'received',
      'voted',
      'changes-requested',
      'revised',
      'voted',
      'approved',
    ]);
    expect(isUnbroken(facts)).toBe(true);
    expect(await store().earlierRound(id, 1)).toEqual(round);
    expect(await store().earlierRound(id, 7)).toBeUndefined();
  });

  it('tells a fact once that was moved out by a write which lost', async () => {
    const before = await stored(aCase('awaiting-confirmation'));
    const confirmed = confirm(before, soon);
    if (confirmed.kind !== 'confirmed') throw new Error(confirmed.kind);
    await store().save({ ...before, version: 99 }, confirmed.next);
    const current = await store().read(before.id);
    if (current === undefined) throw new Error('The case is gone');
    expect(await store().facts(current)).toEqual(before.facts);
  });

  it('knows the mails that have left, of this case only', async () => {
    const [one, other] = [aCase(), aCase()];
    await store().noteMail(one.id, 'confirm/1', { kind: 'confirm', at: noon.toISOString(), messageId: 'm1' });
    await store().noteMail(one.id, 'review/1/anna', { kind: 'review', at: noon.toISOString(), messageId: 'm2' });
    expect(await store().sentMails(one.id)).toEqual(new Set(['confirm/1', 'review/1/anna']));
    expect(await store().sentMails(other.id)).toEqual(new Set());
  });

  it('notes a mail once: what was noted first stays', async () => {
    const { id } = aCase();
    for (const messageId of ['first', 'second'])
      await store().noteMail(id, 'confirm/1', { kind: 'confirm', at: noon.toISOString(), messageId });
    const Key = { pk: id, sk: 'notice#confirm/1' };
    const { Item } = await tables.documents.send(new GetCommand({ TableName: submissionsTable, Key }));
    expect(Item).toMatchObject({ messageId: 'first' });
  });
});

describe('the indexes of a real table', () => {
  const ids = (waiting: readonly { id: string }[]) => waiting.map(({ id }) => id);
  const idsOf = async (pages: AsyncIterable<readonly { id: string }[]>) => ids(await everythingOn(pages));

  it('find what is to be looked at, when its time has come', async () => {
    const due = await stored(aCase('received', { checkAt: '2026-01-01T00:00:00.000Z' }));
    const early = new Date('2026-01-01T00:00:00.000Z');
    expect(await idsOf(waiting().dueChecks(later(early, { seconds: -1 })))).not.toContain(due.id);
    expect(await idsOf(waiting().dueChecks(early))).toContain(due.id);
    await store().change(due.id, (current) => ({ kind: 'done', next: { ...current, checkAt: undefined } }));
    expect(await idsOf(waiting().dueChecks(later(early, { days: 9 })))).not.toContain(due.id);
  });

  it('find each due reminder until it is taken', async () => {
    const { id } = await stored(aCase('awaiting-confirmation'));
    const due = async (at: Date) => (await idsOf(waiting().dueReminders(at))).includes(id);
    for (const { after } of stepsOf('confirm')) {
      expect(await due(later(noon, { ms: after, seconds: -1 }))).toBe(false);
      expect(await due(later(noon, { ms: after }))).toBe(true);
      await store().change(id, (current) => takeDueSteps(current, () => [], later(noon, { ms: after })));
    }
    expect(await due(later(noon, { ms: windowOf('confirm') }))).toBe(false);
  });

  it('find the case that has waited longest', async () => {
    const parked = { at: '2020-01-01T00:00:00.000Z', why: 'workflow-failed' } as const;
    const { id } = await stored(aCase('in-review', { parked }));
    const [oldest] = await waiting().waiting(noon, 1);
    expect(oldest).toEqual({ id, since: parked.at });
  });

  it('keep what screening holds apart from what waits', async () => {
    const { id } = await stored(aCase('spam', { createdAt: '2018-01-01T00:00:00.000Z' }));
    expect((await waiting().held(noon, 1))[0]).toEqual({ id, since: '2018-01-01T00:00:00.000Z' });
    expect((await waiting().waiting(noon, 100)).map((one) => one.id)).not.toContain(id);
  });

  it('give every due case once, page by page, although those before it are taken meanwhile', async () => {
    const long = new Date('2019-01-01T00:00:00.000Z');
    const asked = { checkAt: long.toISOString(), driver: { number: 1, phase: 'running', restarts: 0 } } as const;
    const cases = Array.from({ length: 230 }, () => aCase('awaiting-confirmation', asked));
    await Promise.all(cases.map(stored));
    const found: string[] = [];
    for await (const page of waiting().dueChecks(long)) {
      found.push(...ids(page));
      for (const { id } of page)
        await store().change(id, (it) => ({ kind: 'done', next: { ...it, checkAt: undefined } }));
    }
    expect(found.toSorted()).toEqual(ids(cases).toSorted());
  });

  it('give what somebody has confirmed, and lost starts, before all that only waits for a confirmation', async () => {
    const running = { number: 1, phase: 'running', restarts: 0 } as const;
    const at = (time: string) => ({ checkAt: `2017-01-${time}T00:00:00.000Z`, driver: running });
    const flood = await Promise.all(
      Array.from({ length: 120 }, () => stored(aCase('awaiting-confirmation', at('01')))),
    );
    const urgent = [
      await stored(aCase('in-review', at('03'))),
      await stored(aCase('approved', at('04'))),
      await stored(aCase('received', { ...at('05'), driver: { ...running, phase: 'starting' } })),
    ];
    const found = await idsOf(waiting().dueChecks(new Date('2017-02-01')));
    expect(found.slice(0, urgent.length)).toEqual(ids(urgent));
    expect(found.slice(urgent.length).toSorted()).toEqual(ids(flood).toSorted());
    expect(await waiting().dueSince('checks', new Date('2017-02-01'))).toBe(flood[0]?.checkAt);
  });

  it('give reminders of reviews and revisions before those of confirmations', async () => {
    const askedAt = new Date('2016-01-01');
    const asked = (kind: Question['kind'], status: Status, at: Date) =>
      stored(aCase(status, { question: newQuestion(kind, 'token', at) }));
    const confirmations = await Promise.all(
      Array.from({ length: 120 }, () => asked('confirm', 'awaiting-confirmation', askedAt)),
    );
    const review = await asked('review', 'in-review', later(askedAt, { days: 1 }));
    const revision = await asked('revise', 'changes-requested', later(askedAt, { days: 2 }));
    const found = await idsOf(waiting().dueReminders(new Date('2016-02-01')));
    expect(found.slice(0, 2)).toEqual(ids([review, revision]));
    expect(found.slice(2).toSorted()).toEqual(ids(confirmations).toSorted());
  });
});

describe('what is stored and is no case', () => {
  it('is refused when it is read', async () => {
    const { id } = aCase();
    await tables.documents.send(
      new PutCommand({ TableName: submissionsTable, Item: { pk: id, sk: 'case', status: 'received' } }),
    );
    await expect(store().read(id)).rejects.toThrow();
  });
});
