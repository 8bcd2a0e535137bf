import * as z from 'zod/mini';
import type { Case, Round } from '#shared/case/case.ts';
import { entryIdOf, type Publication } from '#shared/case/publication.ts';
import { publicContent } from '#shared/forms/form.ts';
import { formOf } from '#shared/forms/forms.ts';

/** A version of an initiative as readers see it: the form's public fields and what the catalogue adds. */
export const Initiative = z.looseObject({
  id: z.string(),
  kind: z.string(),
  version: z.int(),
  publishedAt: z.string(),
  updatedAt: z.string(),
  title: z.string(),
  summary: z.string(),
  language: z.string(),
  organisation: z.string(),
  countries: z.array(z.string()),
  themes: z.array(z.string()),
});
export type Initiative = z.infer<typeof Initiative>;

/** What readers are to see of a case: the round that is published. */
export function versionOf(of: Case, publication: Publication, { content }: Round): Initiative {
  const { version, publishedAt, updatedAt = publishedAt, showsContact, unconfirmedSince } = publication;
  const { contact, ...rest } = publicContent(formOf(of.form), content);
  return Initiative.parse({
    ...rest,
    ...(contact !== undefined && showsContact && { contact }),
    id: entryIdOf(of),
    kind: of.form,
    version,
    publishedAt,
    updatedAt,
    ...(unconfirmedSince !== undefined && { unconfirmedSince }),
  });
}

/** What is left of an entry that was withdrawn: nothing of its text. */
export const Tombstone = z.object({
  id: z.string(),
  kind: z.string(),
  version: z.int(),
  withdrawnAt: z.string(),
});
export type Tombstone = z.infer<typeof Tombstone>;

/** What readers were to see until it was withdrawn. */
export type Withdrawn = Publication & { readonly withdrawnAt: string };

/** What readers are told of a case that was withdrawn. */
export function tombstoneOf(of: Case, { version, withdrawnAt }: Withdrawn): Tombstone {
  return { id: entryIdOf(of), kind: of.form, version, withdrawnAt };
}
