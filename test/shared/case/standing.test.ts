import { describe, expect, it } from 'vitest';
import { windowOf } from '#shared/case/question.ts';
import { needsDriver, standingOf } from '#shared/case/standing.ts';
import { type Status, statuses } from '#shared/case/status.ts';
import { aCase, later, noon } from '#test/support/cases.ts';

const soon = later(noon, { hours: 1 });

describe('where a case stands', () => {
  const next: Record<Status, string> = {
    received: 'ask-submitter',
    'awaiting-confirmation': 'ask-submitter',
    'in-review': 'ask-moderators',
    'changes-requested': 'ask-for-changes',
    approved: 'publish',
    published: 'tell-outcome',
    rejected: 'tell-outcome',
    lapsed: 'tell-outcome',
    spam: 'rest',
    withdrawn: 'tell-outcome',
  };

  it.each(statuses)('in %s decides what is next', (status) => {
    expect(standingOf(aCase(status), soon).next).toBe(next[status]);
    expect(needsDriver(aCase(status))).toBe(next[status] !== 'rest');
  });

  it('rests when parked, and when all are told', () => {
    for (const status of statuses) {
      const parked = aCase(status, { parked: { at: noon.toISOString(), why: 'workflow-failed' } });
      expect(standingOf(parked, soon)).toEqual({ next: 'rest', waitSeconds: 0 });
    }
    for (const status of ['published', 'rejected', 'lapsed'] as const)
      expect(standingOf(aCase(status, { told: true }), soon).next).toBe('rest');
  });

  it('waits only for what is left of a question', () => {
    expect(standingOf(aCase('in-review'), later(noon, { ms: windowOf('review'), days: -1 })).waitSeconds).toBe(86_400);
    expect(standingOf(aCase('in-review'), later(noon, { ms: windowOf('review'), days: 1 })).waitSeconds).toBe(1);
  });
});
