import * as z from 'zod/mini';

/** The key of an item of the table Submissions: where reading goes on. */
export const Place = z.object({ pk: z.string(), sk: z.string() });
export type Place = z.infer<typeof Place>;
