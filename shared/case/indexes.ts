/**
 * The sparse indexes of the table Submissions, for the store that queries them and the table that declares them. Each is
 * spread over several keys: at 150 submissions a second, the most that Step Functions starts, a key takes half of its 1,000
 * writes. Never lower the number: what is stored under the other keys would not be found.
 */
export const shards = 4;
/** An index holds entries of several kinds, under keys of their own: `<kind>#<shard>`. What is due is read kind after kind. */
const checks = { index: 'checks', key: 'checkShard', at: 'checkAt', kinds: ['urgent', 'checks'] } as const;
const reminders = {
  index: 'reminders',
  key: 'reminderShard',
  at: 'reminderAt',
  kinds: ['urgent', 'reminders', 'erasures'],
} as const;
const waits = { index: 'waits', key: 'waitShard', at: 'waitingSince', kinds: ['waits', 'held'] } as const;
export const indexes = { checks, reminders, waits };
export type Index = (typeof indexes)[keyof typeof indexes];
