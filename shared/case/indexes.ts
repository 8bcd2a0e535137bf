/**
 * The sparse indexes of the table Submissions, for the store that queries them and the table that declares them. Each is
 * spread over several keys: at 150 submissions a second, the most that Step Functions starts, a key takes half of its 1,000
 * writes. Never lower the number: what is stored under the other keys would not be found.
 */
export const shards = 4;
const checks = { index: 'checks', key: 'checkShard', at: 'checkAt' } as const;
const reminders = { index: 'reminders', key: 'reminderShard', at: 'reminderAt' } as const;
const waits = { index: 'waits', key: 'waitShard', at: 'waitingSince' } as const;
export const indexes = { checks, reminders, waits };
export type Index = (typeof indexes)[keyof typeof indexes];
