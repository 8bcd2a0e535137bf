import * as z from 'zod/mini';
import type { EnvSchema } from './contract.ts';

// Without this zod compiles each object's check from text (`new Function`): work for a cold start, and code made at run time.
z.config({ jitless: true });

/**
 * The environment of a function, read once on a cold start. An empty value is a missing one. Throws naming every variable
 * that is missing or wrong, never its value.
 */
export function readEnv<Schema extends EnvSchema>(schema: Schema): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = z.safeParse(schema, given);
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  throw new Error(`These environment variables are missing or wrong: ${[...names].join(', ')}`);
}
