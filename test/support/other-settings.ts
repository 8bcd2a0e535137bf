import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localModeration } from '#infra/moderators.ts';
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

/** Copies a cloud assembly to a folder; its functions then read these settings of moderation, which a synth would take. */
export function copyWithModeration(assembly: string, folder: string, moderation: ModerationSettings): string {
  const faults = faultsOf(moderation);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  cpSync(assembly, folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  const settings = files.filter(
    (file) => file.endsWith('settings.json') && 'routes' in JSON.parse(readFileSync(file, 'utf8')),
  );
  if (settings.length === 0) throw new Error('No function reads settings of moderation');
  for (const file of settings) writeFileSync(file, JSON.stringify(moderation));
  return folder;
}
