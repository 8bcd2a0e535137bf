import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LinkKind, linksIn, type Mail } from './story.ts';

/** What a world must keep to its tables and its mails: no log, input of a workflow, metric, dead letter or counter has it. */

const linkKinds: readonly LinkKind[] = ['confirm', 'review', 'revise', 'status'];

/** Said of what `leaksIn` finds. */
export const leaked = 'Stands in logs, workflows, dead letters or counters and must not';

/** A secret with what it is, for the one who reads that it has leaked. */
export type Secrets = ReadonlyMap<string, string>;

/** Where people's words and addresses come into a world, and where they end up. */
interface Told {
  /** Bodies that were posted, also those that were refused. */
  readonly posted: readonly object[];
  readonly mails: readonly Pick<Mail, 'to' | 'text'>[];
  /** Items of all tables, each as the JSON that DynamoDB answers with. */
  readonly items: readonly string[];
}

/** Every text that people wrote, every address, every secret of a mailed link and every task token. */
export function secretsOf({ posted, mails, items }: Told): Secrets {
  const secrets = new Map<string, string>();
  for (const body of [...posted, ...items.map((item): unknown => JSON.parse(item))]) {
    for (const text of stringsIn(body)) if (isWritten(text)) secrets.set(beginningOf(text), 'a text');
  }
  for (const { to, text } of mails) {
    for (const address of to) secrets.set(address, 'an address');
    for (const kind of linkKinds) {
      for (const link of linksIn({ text }, kind)) secrets.set(link.slice(-43), `the secret of a ${kind} link`);
    }
  }
  for (const token of items.flatMap(tokensIn)) secrets.set(token, 'a task token');
  return secrets;
}

/** Which secrets stand in what was written, plainly or as JSON or an address would spell them; as `what: beginning`. */
export function leaksIn(written: string, secrets: Secrets): string[] {
  const spellings = (secret: string) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
  const found = [...secrets].filter(([secret]) => spellings(secret).some((spelling) => written.includes(spelling)));
  return found.map(([secret, what]) => `${what}: ${secret.slice(0, 24)}`);
}

/** Everything that a world has written to its folder, but for its tables and its mailbox. */
export function writtenIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const kept = [join(folder, 'tables'), join(folder, 'mail.jsonl'), join(folder, 'assembly')];
  const others = files.filter((file) => !kept.some((one) => file === one || file.startsWith(`${one}/`)));
  return others.map((file) => readFileSync(file, 'utf8')).join('\n');
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Somebody's words or address, and no code, time or number. */
function isWritten(text: string): boolean {
  return text.trim().length >= 8 && /\p{L}/u.test(text) && /[\s@]/.test(text.trim());
}

/** As much as tells a text from all others, so that one that was shortened is found, too. */
function beginningOf(text: string): string {
  return [...text.trim()].slice(0, 24).join('').toWellFormed();
}

/** Those with which a waiting task can be ended. */
function tokensIn(item: string): string[] {
  return [...item.matchAll(/"(?:token|wake)":\{"S":"([^"]{20,})"/g)].map(([, token = '']) => token);
}
