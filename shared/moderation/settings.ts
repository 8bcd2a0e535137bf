import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Language } from '#shared/i18n/language.ts';

const Moderator = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: z.string(),
  email: z.email(),
  language: Language,
  /** Other organisations of theirs, as submitters write them: they do not decide about what these send in. */
  belongsTo: z.optional(z.array(z.string())),
});
/** A person at an institution who decides. */
export type Moderator = z.infer<typeof Moderator>;

const Institution = z.object({
  /** A code of the vocabulary's institutions. */
  id: z.string(),
  /** The lead institution is asked when others are silent. */
  lead: z._default(z.boolean(), false),
  /** Where it answers submitters who ask about its decisions. They see it, so a shared address and nobody's own. */
  contact: z.email(),
  /** Where its people have their mail. Nobody of the institution decides about what is sent in from there. */
  domains: z.optional(z.array(z.string())),
  moderators: z.array(Moderator),
  /** Asked when the moderators have not answered; one of them or somebody else. */
  deputy: z.optional(Moderator),
});
export type Institution = z.infer<typeof Institution>;

const Route = z.object({
  form: z.optional(z.string()),
  countries: z.optional(z.array(z.string())),
  themes: z.optional(z.array(z.string())),
  institution: z.string(),
  /** How many moderators must approve; 1 unless said otherwise. */
  approvals: z.optional(z.int().check(z.gte(1), z.lte(3))),
});
export type Route = z.infer<typeof Route>;

/** Who moderates what. Travels as `settings.json` in the code of the functions that need it. */
export const ModerationSettings = z.object({
  institutions: z.array(Institution),
  /** The first route that fits a submission wins; the last must fit every one. */
  routes: z.array(Route),
  /** For how long a vote can be taken back once it is clear what was decided; nobody is told before. */
  undoMinutes: z.int().check(z.gte(0), z.lte(60)),
});
export type ModerationSettings = z.infer<typeof ModerationSettings>;

/** Reads the moderation settings that lie beside a function's code. On a cold start; throws when they are not as agreed. */
export function readSettings(folder: string): ModerationSettings {
  return ModerationSettings.parse(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')));
}
