import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import * as z from 'zod/mini';
import type { FunctionPath } from '#infra/functions.ts';
import type { Limits } from '#shared/moderation/limits.ts';
import { addressHash } from '#shared/moderation/mail-budget.ts';
import type { Sent } from './bodies.ts';
import { initiativesTable, submissionsTable } from './tables.ts';

const root = join(import.meta.dirname, '..', '..');

/** A value for each variable that any contract names. */
export const environment = {
  SUBMISSIONS_TABLE: submissionsTable,
  INITIATIVES_TABLE: initiativesTable,
  ORIGIN: 'https://clearing.example',
  PUBLIC_EMAIL: 'contact@clearing.example',
  MAIL_FROM: 'no-reply@clearing.example',
  MAIL_CONFIGURATION_SET: 'untracked',
  WORKFLOW_ARN: 'arn:aws:states:eu-north-1:123456789012:stateMachine:Moderation',
  EVENT_BUS: 'public',
  ALLOWED_ORIGINS: '{"initiative":["https://www.nordicwelfare.example"]}',
};

/** What lies beside a function's code as its limits. */
export const limits: Limits = {
  posts: { perNetwork: 600, perForm: { tenMinutes: 1000, day: 20_000 } },
  ownAddresses: [addressHash('no-reply@clearing.example')],
};

/** What Lambda itself sets. */
const always = { AWS_REGION: 'eu-north-1', AWS_ACCESS_KEY_ID: 'example', AWS_SECRET_ACCESS_KEY: 'example' };

export type Handler = (event: unknown) => Promise<unknown>;

/** Starts a function cold: its module is loaded anew in this environment, and each call runs in it. */
export async function coldStart(
  path: FunctionPath,
  env: Readonly<Record<string, string>> = environment,
): Promise<Handler> {
  const enter = () => {
    vi.unstubAllEnvs();
    for (const [name, value] of Object.entries({ ...always, ...env })) vi.stubEnv(name, value);
  };
  enter();
  vi.resetModules();
  vi.doMock('#shared/moderation/limits.ts', async (original) => ({
    ...(await original<typeof import('#shared/moderation/limits.ts')>()),
    readLimits: () => limits,
  }));
  const loaded: { handler: Handler } = await import(join(root, 'functions', path, 'handler.ts'));
  return (event) => {
    // Clients read their settings when they are first used, and another function may have been started since.
    enter();
    return Reflect.apply(loaded.handler, undefined, [event, {}]);
  };
}

/** The payloads that are kept for a function under events/, by the name of their case. */
export function examplesOf(path: FunctionPath): Map<string, unknown> {
  const folder = join(root, 'events', path);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}

export function example(path: FunctionPath, name: string): Record<string, unknown> {
  const found = examplesOf(path).get(name);
  if (found === undefined) throw new Error(`There is no events/${path}/${name}.json`);
  return z.record(z.string(), z.unknown()).parse(found);
}

/** Every `<capability>/<function>` that has payloads. */
export function foldersOfExamples(): string[] {
  const events = join(root, 'events');
  const folders = (of: string) =>
    readdirSync(of, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  return folders(events)
    .filter((capability) => capability !== 'examples')
    .flatMap((capability) => folders(join(events, capability)).map((name) => `${capability}/${name}`));
}

const Reply = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z._default(z.string(), ''),
  cookies: z.optional(z.array(z.string())),
  isBase64Encoded: z._default(z.boolean(), false),
});

/** What a function behind the API answers; `json` is its body, or nothing when that is no JSON. */
export async function answerOf(handler: Handler, event: unknown) {
  const reply = Reply.parse(await handler(event));
  const isJson = /json/.test(reply.headers['content-type'] ?? '') && reply.body !== '';
  const json: Record<string, unknown> = isJson ? JSON.parse(reply.body) : {};
  return { ...reply, json };
}

/** The event with another secret in its path. */
export function withSecret(event: Record<string, unknown>, secret: string): Record<string, unknown> {
  return { ...event, pathParameters: { secret } };
}

/** The event with some headers changed; undefined takes one away. */
export function withHeaders(event: Record<string, unknown>, headers: Record<string, string | undefined>) {
  const all = { ...z.record(z.string(), z.string()).parse(event['headers']), ...headers };
  return { ...event, headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) };
}

/** A submission as programs send it: `sent` as its body, with other headers on top. */
export function posting({ type, body }: Sent, headers: Record<string, string | undefined> = {}) {
  const event = { ...example('intake/submit-form', 'json'), body: body.toString('base64'), isBase64Encoded: true };
  return withHeaders(event, { 'content-type': type, 'idempotency-key': undefined, ...headers });
}
