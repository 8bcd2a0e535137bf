import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModerationSettings } from './settings.ts';

/** Reads the moderation settings that lie beside a function's code. On a cold start; throws when they are not as agreed. */
export function readSettings(folder: string): ModerationSettings {
  return ModerationSettings.parse(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')));
}
