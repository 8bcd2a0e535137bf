import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localModeration } from '#infra/moderators.ts';
import type { PostLimits } from '#shared/moderation/limits.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import { faultsOf } from '#shared/moderation/settings-faults.ts';

/** The institution that two moderators must agree at, in `fourEyes`. */
const careful = 'nordregio';

/** The settings of the local stage, but that two must approve what is about housing, and one institution has a domain. */
export const fourEyes: ModerationSettings = {
  ...localModeration,
  institutions: localModeration.institutions.map((institution) =>
    institution.id === careful ? { ...institution, domains: [domainOf(institution.contact)] } : institution,
  ),
  routes: [{ themes: ['housing'], institution: careful, approvals: 2 }, ...localModeration.routes],
};

function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}

/** What functions are to read instead of what the local stage says. */
export interface OtherSettings {
  readonly moderation?: ModerationSettings | undefined;
  readonly posts?: PostLimits | undefined;
}

/** Copies a cloud assembly to a folder; its functions then read these settings, which a synth would take. */
export function copyWithSettings(assembly: string, folder: string, { moderation, posts }: OtherSettings): string {
  const faults = moderation === undefined ? [] : faultsOf(moderation);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  cpSync(assembly, folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  const replace = (name: string, change: (before: object) => object | undefined) => {
    const named = files.filter((file) => file.endsWith(name));
    if (named.length === 0) throw new Error(`No function reads ${name}`);
    for (const file of named) {
      const after = change(JSON.parse(readFileSync(file, 'utf8')));
      if (after !== undefined) writeFileSync(file, JSON.stringify(after));
    }
  };
  if (moderation !== undefined) replace('settings.json', (before) => ('routes' in before ? moderation : undefined));
  if (posts !== undefined) replace('limits.json', (before) => ({ ...before, posts }));
  return folder;
}
