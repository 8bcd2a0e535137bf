/**
 * The sparse indexes of the table Submissions: what is due and what waits. Pure, so that the table can be declared from
 * the same words that the store queries by. Each is spread over so many keys that none binds: at 150 submissions a
 * second, the most that Step Functions starts, a key takes half of its 1,000 writes. More keys would be more to ask;
 * fewer than there once were would lose what lies under the others.
 */
export const shards = 4;
const checks = { index: 'checks', key: 'checkShard', at: 'checkAt' } as const;
const reminders = { index: 'reminders', key: 'reminderShard', at: 'reminderAt' } as const;
const waits = { index: 'waits', key: 'waitShard', at: 'waitingSince' } as const;
export const indexes = { checks, reminders, waits };
export type Index = (typeof indexes)[keyof typeof indexes];
