import * as z from 'zod/mini';

const Origins = z.record(z.string(), z.array(z.url()));

/** Per form, the origins of other sites that may post it and be returned to; JSON in the environment. */
export const AllowedOrigins = z.pipe(
  z.string(),
  z.transform((text): z.infer<typeof Origins> => Origins.parse(JSON.parse(text))),
);
export type AllowedOrigins = z.infer<typeof AllowedOrigins>;
