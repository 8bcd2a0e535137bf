import { describe, expect, it } from 'vitest';
import { type Action, allActions, type Status, statusAfter, statuses } from '#shared/case/status.ts';

/** The table of transitions, written down a second time and independently. What is not here is illegal. */
const legal: Record<Action, Partial<Record<Status, Status>>> = {
  'ask-to-confirm': { received: 'awaiting-confirmation' },
  confirm: { 'awaiting-confirmation': 'in-review' },
  approve: { 'in-review': 'approved' },
  'request-changes': { 'in-review': 'changes-requested' },
  reject: { 'in-review': 'rejected' },
  'reject-revision': { 'in-review': 'published' },
  revise: { 'changes-requested': 'in-review', published: 'in-review' },
  publish: { approved: 'published' },
  lapse: { 'awaiting-confirmation': 'lapsed', 'changes-requested': 'lapsed' },
  'lapse-revision': { 'changes-requested': 'published' },
  withdraw: {
    received: 'withdrawn',
    'awaiting-confirmation': 'withdrawn',
    'in-review': 'withdrawn',
    'changes-requested': 'withdrawn',
    approved: 'withdrawn',
    published: 'withdrawn',
  },
  hold: { received: 'spam', 'awaiting-confirmation': 'spam' },
  release: { spam: 'received' },
};

const everyPair = allActions().flatMap((action) => statuses.map((status) => ({ action, status })));

describe('the table of transitions', () => {
  it('knows every action that the table names', () => {
    expect([...allActions()].sort()).toEqual(Object.keys(legal).sort());
  });

  it.each(everyPair)('$action from $status leads where the table says', ({ action, status }) => {
    expect(statusAfter(action, status)).toBe(legal[action][status]);
  });

  it('lets nothing leave an ending', () => {
    const endings: Status[] = ['rejected', 'lapsed', 'withdrawn'];
    for (const ending of endings)
      for (const action of allActions()) expect(statusAfter(action, ending)).toBeUndefined();
  });
});
