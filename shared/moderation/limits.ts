import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const AtLeastOne = z.int().check(z.gte(1));

const PostLimits = z.strictObject({
  /** In ten minutes. */
  perNetwork: AtLeastOne,
  perForm: z.strictObject({ tenMinutes: AtLeastOne, day: AtLeastOne }),
});
/** How many posts are taken without a proof of work. */
export type PostLimits = z.infer<typeof PostLimits>;

/** How much of something there may be. Travels as `limits.json` in the code of the functions that need it: no address is in it. */
export const Limits = z.strictObject({
  /** Mails of all unconfirmed cases together in an hour; no limit unless said otherwise. */
  mailsPerHour: z.optional(AtLeastOne),
  posts: PostLimits,
  /** Hashes of the addresses of this service and its moderators: a stranger cannot have mail sent there. */
  ownAddresses: z.array(z.string()),
});
export type Limits = z.infer<typeof Limits>;

/** Reads the limits that lie beside a function's code. On a cold start; throws when they are not as agreed. */
export function readLimits(folder: string): Limits {
  return Limits.parse(JSON.parse(readFileSync(join(folder, 'limits.json'), 'utf8')));
}
