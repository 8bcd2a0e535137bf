import type { Case } from './case.ts';
import { type Erased, eraseDueAt } from './erasure.ts';
import { type Index, indexes, shards } from './indexes.ts';
import { currencyDueAt } from './publication.ts';
import { nextStepAt } from './question.ts';

const { checks, reminders, waits } = indexes;

/** The attributes by which the indexes find a head. A case is in an index only while there is something to find it for. */
export function indexEntries(of: Case): Record<string, string> {
  const shard = shardOf(of);
  // What has been decided waits only to become final.
  const isWaitedFor = of.parked === undefined && of.question?.settlesAt === undefined;
  const questionAt = isWaitedFor && of.question !== undefined ? nextStepAt(of.question) : undefined;
  const reminderAt = questionAt ?? currencyDueAt(of);
  const waitingSince = of.parked?.at ?? (of.question?.kind === 'review' ? of.question.askedAt : undefined);
  const heldSince = of.status === 'spam' ? (of.held?.at ?? of.createdAt) : undefined;
  return {
    ...entry(checks, isUrgent(of) ? 'urgent' : 'checks', shard, of.checkAt),
    ...(reminderAt === undefined
      ? entry(reminders, 'erasures', shard, eraseDueAt(of))
      : entry(reminders, isConfirmed(of) ? 'urgent' : 'reminders', shard, reminderAt)),
    ...entry(waits, 'waits', shard, waitingSince),
    ...entry(waits, 'held', shard, heldSince),
  };
}

/** By what an erased head is found while something may be left beside it. */
export function erasureEntry(of: Erased): Record<string, string> {
  return entry(reminders, 'erasures', shardOf(of), of.eraseAt);
}

function shardOf({ id }: { readonly id: string }): number {
  return Number.parseInt(id.slice(-1), 16) % shards;
}

function entry<Of extends Index>(index: Of, kind: Of['kinds'][number], shard: number, at: string | undefined) {
  return at === undefined ? {} : { [index.key]: `${kind}#${shard}`, [index.at]: at };
}

/**
 * What must not stand behind a flood. Anybody can have many cases wait for a confirmation by sending in forms, so all that
 * somebody has confirmed comes before those; and so does a case whose start was lost, as nobody has even been asked.
 */
function isUrgent(of: Case): boolean {
  return of.driver?.phase === 'starting' || isConfirmed(of);
}

function isConfirmed({ status }: Case): boolean {
  switch (status) {
    case 'in-review':
    case 'changes-requested':
    case 'approved':
    case 'published':
    case 'rejected':
      return true;
    // A case lapses whether or not it has been confirmed.
    case 'lapsed':
    case 'received':
    case 'awaiting-confirmation':
    case 'spam':
    case 'withdrawn':
      return false;
  }
}
