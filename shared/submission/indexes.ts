/**
 * The sparse indexes of the table Submissions: what is due and what waits. Pure, so that the table can be declared from
 * the same words that the store queries by. Each is spread over so many keys that none takes every write.
 */
export const shards = 8;
const checks = { index: 'checks', key: 'checkShard', at: 'checkAt' } as const;
const reminders = { index: 'reminders', key: 'reminderShard', at: 'reminderAt' } as const;
const waits = { index: 'waits', key: 'waitShard', at: 'waitingSince' } as const;
export const indexes = { checks, reminders, waits };
export type Index = (typeof indexes)[keyof typeof indexes];
