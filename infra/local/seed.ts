/**
 * Fills a running local service with the example initiatives, the real way: post, confirm, review, publish. It knows
 * nothing but HTTP addresses. Doing it twice adds nothing.
 *
 *   npm run seed                              http://localhost:3000
 *   npm run seed -- http://localhost:4000     or ORIGIN=http://localhost:4000
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { localModeration } from '../moderators.ts';

const origin = (process.argv[2] ?? process.env['ORIGIN'] ?? 'http://localhost:3000').replace(/\/$/, '');
const folder = join(import.meta.dirname, '..', '..', 'events', 'examples');
/** Nothing on one machine takes longer, unless something is wrong. */
const patienceMs = 30_000;
/** Until a decision cannot be taken back any more and the case has been carried on. */
const untilFinal = `PT${localModeration.undoMinutes + 1}M`;

const Example = z.looseObject({ title: z.string(), language: z.string() });
const Receipt = z.object({ statusUrl: z.url(), reference: z.string() });
const Progress = z.object({ initiative: z.optional(z.unknown()) });
const Mails = z.array(z.object({ text: z.string() }));
const Review = z.object({ contentHash: z.string(), decided: z.optional(z.unknown()) });

type Outcome = 'published' | 'was there already';

async function sendTheRealWay(file: string): Promise<Outcome> {
  const example = Example.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const { statusUrl, reference } = Receipt.parse(
    await post(
      `${origin}/v1/forms/initiative/submissions`,
      { ...example, _lang: example.language },
      { 'idempotency-key': `example-${file}` },
    ),
  );
  if (await isPublished(statusUrl)) return 'was there already';
  await post(await mailedLink(reference, 'confirm'), {});
  await approve(await mailedLink(reference, 'review'));
  await post(`${origin}/_local/clock`, { advance: untilFinal });
  await until(`${reference} is published`, async () => ((await isPublished(statusUrl)) ? true : undefined));
  return 'published';
}

async function approve(link: string): Promise<void> {
  const { contentHash, decided } = Review.parse(await readJson(await fetch(link)));
  if (decided === undefined) await post(link, { decision: 'approve', contentHash });
}

/** The newest mailed link of a kind for the case with this reference. */
function mailedLink(reference: string, kind: 'confirm' | 'review'): Promise<string> {
  return until(`a ${kind} link for ${reference} is mailed`, async () => {
    const mails = Mails.parse(await readJson(await fetch(`${origin}/_local/mail`)));
    const ofCase = mails.filter(({ text }) => text.includes(reference));
    return ofCase.flatMap(({ text }) => text.match(new RegExp(`^\\S+/${kind}/[\\w-]{43}$`, 'm')) ?? [])[0];
  });
}

async function isPublished(statusUrl: string): Promise<boolean> {
  return Progress.parse(await readJson(await fetch(statusUrl))).initiative !== undefined;
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const json = { 'content-type': 'application/json', accept: 'application/json' };
  return readJson(await fetch(url, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }));
}

async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 400)}`);
  return JSON.parse(text);
}

async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error(`Waited ${patienceMs / 1000} s in vain until ${what}`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message || error.cause.name}` : error.message;
}

try {
  await fetch(`${origin}/_local/clock`);
} catch {
  console.error(
    `Nothing answers at ${origin}. Start the service with npm start, or say where it is: ORIGIN=http://localhost:3141 npm run seed`,
  );
  process.exit(1);
}

const sums: Record<Outcome | 'failed', number> = { published: 0, 'was there already': 0, failed: 0 };
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  try {
    const outcome = await sendTheRealWay(file);
    sums[outcome] += 1;
    console.log(`${file}: ${outcome}`);
  } catch (error) {
    sums.failed += 1;
    console.error(`${file}: failed. ${reasonOf(error)}`);
  }
}
console.log(`${sums.published} published, ${sums['was there already']} there already, ${sums.failed} failed`);
if (sums.failed > 0) process.exitCode = 1;
