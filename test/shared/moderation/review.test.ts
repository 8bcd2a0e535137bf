import { describe, expect, it, vi } from 'vitest';
import { revise } from '#shared/case/answers.ts';
import { newLink } from '#shared/case/case-links.ts';
import { windowOf } from '#shared/case/question.ts';
import type { Content } from '#shared/forms/form.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { openReview, type PostedVote, undoReview, voteOnReview } from '#shared/moderation/review.ts';
import { aCase, aRevision, content, later } from '#test/support/cases.ts';
import { readCase, settings, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

vi.spyOn(console, 'error').mockImplementation(() => {});
const tables = useTables();

/** A case in review with a link for each of its moderators. */
async function inReview(undoMinutes = 0) {
  const ports = { ...useServices(tables), settings: { ...settings, undoMinutes } };
  const current = aCase('in-review');
  await ports.cases.create(current);
  const link = (id: string) => ports.links.mint(newLink('review', current, ports.now(), id));
  const open = async (id: string) => {
    const opened = await openReview(ports, await link(id));
    if (opened.kind !== 'open') throw new Error(opened.kind);
    return opened;
  };
  return { ports, current, link, open };
}
const posted = (decision: PostedVote['decision'], contentHash: string): PostedVote => ({
  decision,
  contentHash,
  ...(decision === 'reject' && { reason: 'other' as const }),
});

function sendRevision(ports: ReturnType<typeof useServices>, id: string, changed: Content) {
  return answerCase(ports, id, (current, now) => revise(current, aRevision(changed), now));
}

describe('who stands in for others', () => {
  it.each([
    ['a moderator of the institution', 'anna', undefined],
    ['its deputy', 'cia', 'nordic_welfare_centre'],
    ['somebody of another institution', 'eva', 'nordic_welfare_centre'],
  ])('is recorded with the answer and in the history: %s', async (_, moderator, place) => {
    const ports = useServices(tables);
    const current = aCase('in-review', { reviewers: ['anna', 'bo', 'cia', 'eva'] });
    await ports.cases.create(current);
    const opened = await openReview(ports, await ports.links.mint(newLink('review', current, ports.now(), moderator)));
    if (opened.kind !== 'open') throw new Error(opened.kind);
    await voteOnReview(ports, opened, posted('approve', current.round.contentHash));
    const { question, facts } = await readCase(ports, current.id);
    expect(question?.votes[0]?.for).toBe(place);
    expect(facts.find(({ what }) => what === 'voted')?.for).toBe(place);
  });
});

describe('a review link', () => {
  it('opens the case in its moderator’s seat', async () => {
    const { open, current } = await inReview();
    expect(await open('anna')).toMatchObject({
      case: { id: current.id },
      seat: { moderator: { id: 'anna' }, institution: { id: 'nordic_welfare_centre' } },
    });
  });

  it('has expired for one who has left, and for a link that names nobody', async () => {
    const { ports, link, current } = await inReview();
    expect(
      await openReview({ ...ports, settings: { ...settings, institutions: [] } }, await link('anna')),
    ).toMatchObject({ kind: 'expired' });
    const nobody = await ports.links.mint(newLink('review', current, ports.now()));
    expect(await openReview(ports, nobody)).toMatchObject({ kind: 'expired' });
  });

  it('has expired when others are asked instead, also for somebody who had it open', async () => {
    const { ports, link, open, current } = await inReview();
    const opened = await open('anna');
    await ports.cases.change(current.id, (it) => ({ kind: 'reassigned', next: { ...it, reviewers: ['dan', 'eva'] } }));
    expect(await openReview(ports, await link('anna'))).toMatchObject({ kind: 'expired' });
    const late = posted('approve', current.round.contentHash);
    expect(await voteOnReview(ports, opened, late)).toMatchObject({ kind: 'expired' });
    expect((await readCase(ports, current.id)).status).toBe('in-review');
  });

  it('shows a decided round as before, and ends when the next round opens', async () => {
    const { ports, link, open, current } = await inReview();
    const secret = await link('bo');
    await voteOnReview(ports, await open('anna'), posted('request-changes', current.round.contentHash));
    expect(await openReview(ports, secret)).toMatchObject({ kind: 'open', case: { status: 'changes-requested' } });
    await sendRevision(ports, current.id, { ...content, title: 'En bättre titel' });
    expect(await openReview(ports, secret)).toMatchObject({ kind: 'expired' });
  });
});

describe('a decision', () => {
  it('of two at the same moment is one: the other is told whose', async () => {
    const { ports, open, current } = await inReview();
    const hash = current.round.contentHash;
    const [anna, bo] = [await open('anna'), await open('bo')];
    const outcomes = await Promise.all([
      voteOnReview(ports, anna, posted('approve', hash)),
      voteOnReview(ports, bo, posted('request-changes', hash)),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['decided-before', 'voted']);
    const winner = (await readCase(ports, current.id)).decision?.by;
    expect(outcomes.find(({ kind }) => kind === 'decided-before')).toMatchObject({
      vote: { by: winner },
    });
  });

  it('wakes the driver that waits, once', async () => {
    const { ports, open, current } = await inReview();
    ports.workflow.waiting.add('token of review');
    const opened = await open('anna');
    await voteOnReview(ports, opened, posted('approve', current.round.contentHash));
    await voteOnReview(ports, opened, posted('approve', current.round.contentHash));
    expect(ports.workflow.woken).toEqual([{ token: 'token of review', standing: { next: 'publish', waitSeconds: 0 } }]);
  });

  it('counts although nobody can be woken', async () => {
    const { ports, open, current } = await inReview();
    ports.workflow.state.failure = new Error('down');
    const decided = await voteOnReview(ports, await open('anna'), posted('approve', current.round.contentHash));
    expect(decided).toMatchObject({ kind: 'voted', case: { status: 'approved', wake: 'token of review' } });
  });

  it('on what has changed meanwhile is refused, with what changed', async () => {
    const { ports, open, current } = await inReview();
    await voteOnReview(ports, await open('anna'), posted('request-changes', current.round.contentHash));
    await sendRevision(ports, current.id, {
      ...content,
      title: 'En bättre titel',
      contact: { ...content.contact, name: 'Å. Öberg' },
    });
    const second = await readCase(ports, current.id);
    const opened = await openSeat(ports, second);
    expect(await voteOnReview(ports, opened, posted('approve', current.round.contentHash))).toMatchObject({
      kind: 'stale-content',
      changes: [
        { pointer: '/title', before: content.title, after: 'En bättre titel' },
        { pointer: '/contact/name', before: 'Åsa Öberg', after: 'Å. Öberg' },
      ],
    });
    expect(await voteOnReview(ports, opened, posted('approve', 'never was'))).toMatchObject({
      kind: 'stale-content',
      changes: [],
    });
    expect((await readCase(ports, current.id)).status).toBe('in-review');
  });

  it('on a round that is over is expired', async () => {
    const { ports, open, current } = await inReview();
    const opened = await open('bo');
    await voteOnReview(ports, await open('anna'), posted('request-changes', current.round.contentHash));
    await sendRevision(ports, current.id, { ...content, title: 'En bättre titel' });
    expect(await voteOnReview(ports, opened, posted('approve', current.round.contentHash))).toMatchObject({
      kind: 'expired',
    });
  });

  it('may come while the case is parked: it clears the mark and a new driver starts', async () => {
    const { ports, open, current } = await inReview();
    await ports.cases.change(current.id, (it) => ({
      kind: 'done',
      next: {
        ...it,
        parked: { at: later(ports.now(), { ms: windowOf('review') }).toISOString(), why: 'moderators-silent' },
        driver: { number: 1, phase: 'ended', restarts: 0 },
      },
    }));
    await voteOnReview(ports, await open('anna'), posted('approve', current.round.contentHash));
    expect(await readCase(ports, current.id)).toMatchObject({
      status: 'approved',
      driver: { number: 2, phase: 'starting' },
    });
    expect((await readCase(ports, current.id)).parked).toBeUndefined();
    expect(ports.workflow.started).toEqual([`${current.id}-2`]);
  });
});

describe('a vote that can be taken back', () => {
  const undoMinutes = 10;

  it('wakes nobody until it is final, and not at all when it is taken back', async () => {
    const { ports, open, current } = await inReview(undoMinutes);
    ports.workflow.waiting.add('token of review');
    const opened = await open('anna');
    await voteOnReview(ports, opened, posted('approve', current.round.contentHash));
    expect(ports.workflow.woken).toEqual([]);
    expect(await undoReview(ports, opened)).toMatchObject({ kind: 'taken-back', case: { status: 'in-review' } });
    expect(await undoReview(ports, opened)).toMatchObject({ kind: 'taken-back' });
    ports.pass({ minutes: undoMinutes });
    expect(await undoReview(ports, opened)).toMatchObject({ kind: 'taken-back' });
    expect(ports.workflow.woken).toEqual([]);
    expect((await readCase(ports, current.id)).status).toBe('in-review');
  });

  it('is final when its time is over: whoever comes next settles it and wakes the driver', async () => {
    const { ports, open, current } = await inReview(undoMinutes);
    ports.workflow.waiting.add('token of review');
    await voteOnReview(ports, await open('anna'), posted('approve', current.round.contentHash));
    ports.pass({ minutes: undoMinutes });
    expect(await undoReview(ports, await open('anna'))).toMatchObject({ kind: 'too-late' });
    expect((await readCase(ports, current.id)).status).toBe('approved');
    expect(ports.workflow.woken).toHaveLength(1);
  });

  it('is its giver’s to take back, and nobody else’s', async () => {
    const { ports, open, current } = await inReview(undoMinutes);
    await voteOnReview(ports, await open('anna'), posted('reject', current.round.contentHash));
    expect(await undoReview(ports, await open('bo'))).toMatchObject({ kind: 'not-yours' });
  });
});

describe('whoever has a stake in a case', () => {
  it('reads it but neither votes nor takes back', async () => {
    const ports = useServices(tables);
    const own = { ...content, contact: { ...content.contact, email: 'Anna@nordic.example' } };
    const current = aCase('in-review', { round: { ...aCase().round, content: own } });
    await ports.cases.create(current);
    const opened = await openSeat(ports, current);
    expect(opened.mayDecide).toBe(false);
    expect(await voteOnReview(ports, opened, posted('approve', current.round.contentHash))).toEqual({
      kind: 'own-submission',
    });
    expect(await undoReview(ports, opened)).toEqual({ kind: 'own-submission' });
  });
});

async function openSeat(ports: ReturnType<typeof useServices>, current: Awaited<ReturnType<typeof readCase>>) {
  const opened = await openReview(ports, await ports.links.mint(newLink('review', current, ports.now(), 'anna')));
  if (opened.kind !== 'open') throw new Error(opened.kind);
  return opened;
}
