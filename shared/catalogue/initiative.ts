import * as z from 'zod/mini';
import type { Case } from '#shared/case/case.ts';
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

/** The version that an approved round becomes. The same round gives the same version, however often it is asked. */
export function versionOf(approved: Case): Initiative {
  const decidedAt = approved.decision?.settledAt ?? approved.decision?.at ?? approved.updatedAt;
  const earlier = approved.publication;
  return Initiative.parse({
    ...publicContent(formOf(approved.form), approved.round.content),
    id: approved.id,
    kind: approved.form,
    version: (earlier?.version ?? 0) + 1,
    publishedAt: earlier?.publishedAt ?? decidedAt,
    updatedAt: decidedAt,
  });
}
