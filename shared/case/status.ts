import * as z from 'zod/mini';

/** Where a case stands. `parked` is no status but a mark beside it (case.ts). */
export const statuses = [
  'received',
  'awaiting-confirmation',
  'in-review',
  'changes-requested',
  'approved',
  'published',
  'rejected',
  'lapsed',
  'spam',
  'withdrawn',
] as const;
export const Status = z.enum(statuses);
export type Status = z.infer<typeof Status>;

/** The one table of legal transitions: what may happen, from which statuses, and where it leads. */
const transitions = {
  'ask-to-confirm': { from: ['received'], to: 'awaiting-confirmation' },
  confirm: { from: ['awaiting-confirmation'], to: 'in-review' },
  approve: { from: ['in-review'], to: 'approved' },
  'request-changes': { from: ['in-review'], to: 'changes-requested' },
  reject: { from: ['in-review'], to: 'rejected' },
  revise: { from: ['changes-requested', 'published'], to: 'in-review' },
  'reject-revision': { from: ['in-review'], to: 'published' },
  publish: { from: ['approved'], to: 'published' },
  lapse: { from: ['awaiting-confirmation', 'changes-requested'], to: 'lapsed' },
  'lapse-revision': { from: ['changes-requested'], to: 'published' },
  withdraw: {
    from: ['received', 'awaiting-confirmation', 'in-review', 'changes-requested', 'approved', 'published'],
    to: 'withdrawn',
  },
  hold: { from: ['received', 'awaiting-confirmation'], to: 'spam' },
  release: { from: ['spam'], to: 'received' },
} as const satisfies Record<string, { from: readonly Status[]; to: Status }>;

export type Action = keyof typeof transitions;

/** Every action, for tests that walk the whole table. */
export function allActions(): readonly Action[] {
  return Object.keys(transitions).filter(isAction);
}

function isAction(name: string): name is Action {
  return Object.hasOwn(transitions, name);
}

/** The status after an action; undefined when the action is not legal there. */
export function statusAfter(action: Action, status: Status): Status | undefined {
  const { from, to }: { from: readonly Status[]; to: Status } = transitions[action];
  return from.includes(status) ? to : undefined;
}
