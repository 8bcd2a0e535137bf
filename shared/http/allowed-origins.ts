import * as z from 'zod/mini';

/** An origin as browsers send it: without a path or a slash at the end, with which it would match nothing. */
export const Origin = z.string().check(
  z.refine((value) => URL.canParse(value) && new URL(value).origin === value, {
    error: 'is no origin such as https://www.example.org, without a slash at the end',
  }),
);

const Origins = z.record(z.string(), z.array(Origin));

/** Per form, the origins of other sites that may post it and be returned to; JSON in the environment. */
export const AllowedOrigins = z.pipe(
  z.string(),
  z.transform((text, { issues }): z.infer<typeof Origins> => {
    const parsed = z.safeParse(Origins, readJson(text));
    // A form is named by an address: without a prototype no name finds anything that is not listed.
    if (parsed.success) return Object.assign(Object.create(null), parsed.data);
    issues.push({ code: 'custom', message: 'No origins by form', input: text });
    return {};
  }),
);
export type AllowedOrigins = z.infer<typeof AllowedOrigins>;

/** The origins that may read answers about a form; about none, or one that is not offered, those of every form. */
export function originsFor(allowed: AllowedOrigins, form?: string): readonly string[] {
  return form === undefined ? Object.values(allowed).flat() : (allowed[form] ?? []);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
