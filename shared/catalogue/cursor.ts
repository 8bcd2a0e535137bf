import * as z from 'zod/mini';

/** The place after which a page of the list begins: the last item of the page before. */
export const Place = z.object({
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  newest: z.string().check(z.regex(/^[0-9TZ:.-]{1,30}#[0-9a-f-]{1,40}$/)),
});
export type Place = z.infer<typeof Place>;

/** A place as an opaque word for addresses. */
export function toCursor({ month, newest }: Place): string {
  return Buffer.from(JSON.stringify([month, newest])).toString('base64url');
}

/** The place of a cursor; undefined for a word that we never gave. */
export function fromCursor(cursor: string): Place | undefined {
  try {
    const [month, newest] = z.parse(
      z.tuple([z.string(), z.string()]),
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    const place = Place.safeParse({ month, newest });
    return place.success ? place.data : undefined;
  } catch {
    return undefined;
  }
}
