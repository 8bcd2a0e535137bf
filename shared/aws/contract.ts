import type * as z from 'zod/mini';

/** The environment of a function: single values by name, read once on a cold start. */
export type EnvSchema = z.ZodMiniObject<Record<string, z.ZodMiniType<unknown, string>>>;

/**
 * What infra may know of a function: its environment, who calls it, and what its failure means to people. Everything that
 * is deployed follows from contracts; contracts have no effects.
 */
interface Contract {
  readonly env: EnvSchema;
  /** What people notice when this function fails: the text of its alarm. */
  readonly failure: string;
  /** Files that infra lays beside the code: the moderation settings, the limits of the stage, the list of all routes. */
  readonly files?: readonly ('settings.json' | 'limits.json' | 'routes.json')[];
}

/** A function behind the public API. Routes are `METHOD /path/{parameter}`; HEAD comes with every GET. */
export interface HttpContract extends Contract {
  readonly routes: readonly string[];
}

/** A task of the moderation workflow. */
export interface TaskContract extends Contract {
  readonly input: z.ZodMiniType;
  readonly output: z.ZodMiniType;
}

/** A function that a schedule, an event or an operator calls. */
export interface EventContract extends Contract {
  readonly input: z.ZodMiniType;
  /** How long it may take, where that is more than usual. */
  readonly seconds?: number;
}
