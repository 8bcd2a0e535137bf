/** The shapes of what a state machine's definition may hold here; a field that is not in them is refused. */
import * as z from 'zod/mini';

const retrier = z.strictObject({
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z.optional(z.number()),
  MaxAttempts: z.optional(z.number()),
  BackoffRate: z.optional(z.number()),
  MaxDelaySeconds: z.optional(z.number()),
  JitterStrategy: z.optional(z.enum(['NONE', 'FULL'])),
  Comment: z.optional(z.string()),
});
const catcher = z.strictObject({
  ErrorEquals: z.array(z.string()),
  Next: z.string(),
  ResultPath: z.optional(z.nullable(z.string())),
  Comment: z.optional(z.string()),
});
const anyObject = z.record(z.string(), z.unknown());
const path = z.optional(z.nullable(z.string()));
const flow = {
  Comment: z.optional(z.string()),
  Next: z.optional(z.string()),
  End: z.optional(z.boolean()),
  InputPath: path,
  OutputPath: path,
};
export const stateShape = z.discriminatedUnion('Type', [
  z.strictObject({
    ...flow,
    Type: z.literal('Task'),
    Resource: z.string(),
    Parameters: z.optional(anyObject),
    ResultSelector: z.optional(anyObject),
    ResultPath: path,
    TimeoutSeconds: z.optional(z.number()),
    TimeoutSecondsPath: z.optional(z.string()),
    Retry: z.optional(z.array(retrier)),
    Catch: z.optional(z.array(catcher)),
  }),
  z.strictObject({
    ...flow,
    Type: z.literal('Wait'),
    Seconds: z.optional(z.number()),
    SecondsPath: z.optional(z.string()),
    Timestamp: z.optional(z.string()),
    TimestampPath: z.optional(z.string()),
  }),
  z.strictObject({ ...flow, Type: z.literal('Choice'), Choices: z.array(anyObject), Default: z.optional(z.string()) }),
  z.strictObject({ ...flow, Type: z.literal('Succeed') }),
  z.strictObject({
    Type: z.literal('Fail'),
    Comment: z.optional(z.string()),
    Error: z.optional(z.string()),
    ErrorPath: z.optional(z.string()),
    Cause: z.optional(z.string()),
    CausePath: z.optional(z.string()),
  }),
]);
type State = z.infer<typeof stateShape>;
export type Task = Extract<State, { Type: 'Task' }>;
export type Wait = Extract<State, { Type: 'Wait' }>;

export const machineShape = z.strictObject({
  StartAt: z.string(),
  States: z.record(z.string(), anyObject),
  Comment: z.optional(z.string()),
  Version: z.optional(z.string()),
  QueryLanguage: z.optional(z.literal('JSONPath')),
  TimeoutSeconds: z.optional(z.number()),
});
