import { describe, expect, it } from 'vitest';
import { askAgain, confirm, type Revision, release, resume, revise } from '#shared/case/answers.ts';
import type { Case } from '#shared/case/case.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import { windowOf } from '#shared/case/question.ts';
import { type Status, statuses } from '#shared/case/status.ts';
import { decisionOf } from '#shared/case/votes.ts';
import { owedMails } from '#shared/moderation/owed-mails.ts';
import { aCase, aRevision, content, later, noon } from '#test/support/cases.ts';

const newContent = { ...content, title: 'Språkvänner i hela Västerbotten' };
const revision: Revision = { ...aRevision(newContent), verdict: { kind: 'suspect', reasons: ['repetition'] } };
const soon = later(noon, { hours: 2 });
const ended = { number: 3, phase: 'ended', restarts: 2 } as const;
const parked = {
  parked: { at: noon.toISOString(), why: 'moderators-silent' },
  driver: ended,
  checkAt: undefined,
} as const;

const endings = (act: (current: Case) => { kind: string }) =>
  statuses.map((status) => [status, act(aCase(status)).kind]);
const only = (first: Partial<Record<Status, string>>, otherwise: string) =>
  statuses.map((status) => [status, first[status] ?? otherwise]);

describe('what an answer comes to in each status', () => {
  it('to confirm', () => {
    const expected = only({ 'awaiting-confirmation': 'confirmed', lapsed: 'too-late' }, 'confirmed-before');
    expect(endings((current) => confirm(current, soon))).toEqual(expected);
  });

  it('to revise', () => {
    const expected = only({ 'changes-requested': 'revised', published: 'revised', lapsed: 'too-late' }, 'round-over');
    expect(endings((current) => revise(current, revision, soon))).toEqual(expected);
  });

  it('to release', () => {
    expect(endings((current) => release(current, soon))).toEqual(only({ spam: 'attended' }, 'nothing-to-do'));
    const toBeErased = aCase('spam', { eraseAt: soon.toISOString() });
    expect(release(toBeErased, soon)).toEqual({ kind: 'not-possible' });
  });

  it('to resume, which is for parked cases only', () => {
    expect(endings((current) => resume(current, soon))).toEqual(only({}, 'nothing-to-do'));
    expect(resume(aCase('in-review', parked), soon).kind).toBe('attended');
  });
});

/** The case after an act that must succeed. */
function nextOf(outcome: { kind: string; next?: Case }): Case {
  if (outcome.next === undefined) throw new Error(`Nothing was written: ${outcome.kind}`);
  return outcome.next;
}
const eachAnswer: [string, Case, (current: Case) => { kind: string; next?: Case }, Status][] = [
  ['a confirmation', aCase('awaiting-confirmation'), (current) => confirm(current, soon), 'in-review'],
  ['a revision', aCase('changes-requested'), (current) => revise(current, revision, soon), 'in-review'],
];

describe.each(eachAnswer)('%s', (_what, before, act, status) => {
  it('is itself the change of status, ends the question, and notes whom to wake and when to look', () => {
    expect(nextOf(act(before))).toMatchObject({
      status,
      wake: before.question?.token,
      checkAt: later(soon, { minutes: 1 }).toISOString(),
      updatedAt: soon.toISOString(),
    });
    expect(nextOf(act(before)).question).toBeUndefined();
  });

  it('owes a new driver where the last has ended, and clears the mark of a parked case', () => {
    const next = nextOf(act({ ...before, ...parked }));
    expect(next).toMatchObject({ status, driver: { number: 4, phase: 'starting', restarts: 0 } });
    expect(next.checkAt).toBe(later(soon, { minutes: 1 }).toISOString());
    expect(next.parked).toBeUndefined();
    expect(next.wake).toBeUndefined();
  });

  it('leaves a driver that is being started alone, with a fresh count of restarts', () => {
    const next = nextOf(act({ ...before, driver: { number: 2, phase: 'starting', restarts: 3 } }));
    expect(next.driver).toEqual({ number: 2, phase: 'starting', restarts: 0 });
  });
});

describe('confirming', () => {
  it('comes too late from the moment at which the question ends', () => {
    const current = aCase('awaiting-confirmation');
    expect(confirm(current, later(noon, { ms: windowOf('confirm'), seconds: -1 })).kind).toBe('confirmed');
    expect(confirm(current, later(noon, { ms: windowOf('confirm') })).kind).toBe('too-late');
  });
});

describe('revising', () => {
  const requested = aCase('changes-requested');
  const revised = nextOf(revise(requested, revision, soon));

  it('opens the next round with the new content, for the same moderators', () => {
    expect(revised.round).toEqual({
      number: 2,
      content: newContent,
      contentHash: revision.contentHash,
      postedAt: soon.toISOString(),
      changed: ['/title'],
      basis: 1,
      count: 2,
    });
    expect(revised.verdict).toEqual(revision.verdict);
    expect(revised.reviewers).toEqual(requested.reviewers);
    expect(decisionOf(revised)).toBeUndefined();
  });

  it('a second time with the same content is the same revision, with other content too late', () => {
    expect(revise(revised, revision, soon).kind).toBe('revised-before');
    expect(revise(revised, { ...revision, contentHash: hashOf(content) }, soon).kind).toBe('round-over');
  });

  it('comes too late from the moment at which the question ends', () => {
    expect(revise(requested, revision, later(noon, { ms: windowOf('revise') })).kind).toBe('too-late');
  });
});

describe('resuming', () => {
  it('has an overdue question asked anew of whoever moderates then, or the new driver would end it at once', () => {
    const next = nextOf(resume(aCase('in-review', parked), later(noon, { ms: windowOf('review'), days: 1 })));
    expect(next).toMatchObject({ asking: 1, reviewers: [], driver: { number: 4, phase: 'starting' } });
    expect(next.question).toBeUndefined();
    expect(next.parked).toBeUndefined();
  });

  it('keeps the moderators who asked for changes, to whom the revision goes', () => {
    const requested = aCase('changes-requested', { ...parked, reviewers: ['cia'] });
    expect(nextOf(resume(requested, later(noon, { ms: windowOf('revise'), days: 1 }))).reviewers).toEqual(['cia']);
  });

  it('leaves a question alone that may still be answered', () => {
    const current = aCase('in-review', parked);
    expect(nextOf(resume(current, later(noon, { ms: windowOf('review'), hours: -1 })))).toMatchObject({
      question: current.question,
      asking: 0,
    });
  });
});

describe('asking again', () => {
  it('begins a review anew, parked or not, and supersedes the driver', () => {
    const next = nextOf(askAgain(aCase('in-review', { reviewers: ['who-has-left'] }), noon));
    expect(next).toMatchObject({ asking: 1, reviewers: [], driver: { number: 2, phase: 'starting' } });
    expect(next.question).toBeUndefined();
  });

  it('sends every mail of the question anew', () => {
    const asked = aCase('in-review', { reviewers: ['anna-lindqvist'] });
    const again = aCase('in-review', { reviewers: ['anna-lindqvist'], asking: 1 });
    const keys = new Set([asked, again].flatMap(owedMails).map((mail) => mail.key));
    expect(keys.size).toBe(2);
  });

  it('asks once when an operator who saw no answer tries again', () => {
    const next = nextOf(askAgain(aCase('in-review'), noon));
    expect(askAgain(next, soon).kind).toBe('nothing-to-do');
  });

  it('is for reviews only', () => {
    expect(endings((current) => askAgain(current, soon))).toEqual(only({ 'in-review': 'attended' }, 'nothing-to-do'));
  });
});
