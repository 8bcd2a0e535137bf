/** The shapes of what a state machine's definition may hold here; a field that is not in them is refused. */
import * as z from 'zod/mini';

const exactlyOne = (...fields: string[]) =>
  z.refine<Record<string, unknown>>((state) => fields.filter((field) => state[field] !== undefined).length === 1, {
    error: `needs exactly one of ${fields.join(', ')}`,
  });
const atMostOne = (...fields: string[]) =>
  z.refine<Record<string, unknown>>((state) => fields.filter((field) => state[field] !== undefined).length < 2, {
    error: `cannot have more than one of ${fields.join(', ')}`,
  });

const errorEquals = z.array(z.string()).check(
  z.minLength(1),
  z.refine((names) => names.length === 1 || !names.includes('States.ALL'), 'States.ALL must stand alone'),
);
const allComesLast = z.refine<{ ErrorEquals: string[] }[]>(
  (rules) => rules.slice(0, -1).every(({ ErrorEquals }) => !ErrorEquals.includes('States.ALL')),
  'States.ALL must come last',
);
const retrier = z.strictObject({
  ErrorEquals: errorEquals,
  IntervalSeconds: z.optional(z.int().check(z.minimum(1))),
  MaxAttempts: z.optional(z.int().check(z.minimum(0))),
  BackoffRate: z.optional(z.number().check(z.minimum(1))),
  MaxDelaySeconds: z.optional(z.int().check(z.minimum(1))),
  JitterStrategy: z.optional(z.enum(['NONE', 'FULL'])),
  Comment: z.optional(z.string()),
});
export type Retrier = z.infer<typeof retrier>;

/** A path; null stands for an empty object, or for a result that is thrown away. */
const path = z.optional(z.nullable(z.string()));
export type Path = z.infer<typeof path>;
const catcher = z.strictObject({
  ErrorEquals: errorEquals,
  Next: z.string(),
  ResultPath: path,
  Comment: z.optional(z.string()),
});

const anyObject = z.record(z.string(), z.unknown());
const flow = { Comment: z.optional(z.string()), InputPath: path, OutputPath: path };
const onward = { ...flow, Next: z.optional(z.string()), End: z.optional(z.literal(true)) };

const resources = ['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken'];
const task = z
  .strictObject({
    ...onward,
    Type: z.literal('Task'),
    Resource: z.string().check(
      z.refine((resource) => resources.includes(resource), {
        error: ({ input }) => `${input} is not known here`,
      }),
    ),
    Parameters: z.strictObject({
      FunctionName: z.string(),
      Payload: z.optional(z.unknown()),
      'Payload.$': z.optional(z.string()),
    }),
    ResultSelector: z.optional(anyObject),
    ResultPath: path,
    TimeoutSeconds: z.optional(z.int().check(z.minimum(1))),
    TimeoutSecondsPath: z.optional(z.string()),
    Retry: z.optional(z.array(retrier).check(allComesLast)),
    Catch: z.optional(z.array(catcher).check(allComesLast)),
  })
  .check(exactlyOne('Next', 'End'), atMostOne('TimeoutSeconds', 'TimeoutSecondsPath'));
export type Task = z.infer<typeof task>;

const wait = z
  .strictObject({
    ...onward,
    Type: z.literal('Wait'),
    Seconds: z.optional(z.int().check(z.minimum(0))),
    SecondsPath: z.optional(z.string()),
    Timestamp: z.optional(z.iso.datetime({ offset: true })),
    TimestampPath: z.optional(z.string()),
  })
  .check(exactlyOne('Next', 'End'), exactlyOne('Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'));
export type Wait = z.infer<typeof wait>;

/** What a choice rule tests; which comparisons there are is looked up in `choice-rules.ts`. */
const condition = z.looseObject({
  Variable: z.optional(z.string()),
  get And(): z.ZodMiniOptional<z.ZodMiniArray<typeof condition>> {
    return z.optional(z.array(condition));
  },
  get Or(): z.ZodMiniOptional<z.ZodMiniArray<typeof condition>> {
    return z.optional(z.array(condition));
  },
  get Not(): z.ZodMiniOptional<typeof condition> {
    return z.optional(condition);
  },
});
export type Condition = z.infer<typeof condition>;
const choice = z.strictObject({
  ...flow,
  Type: z.literal('Choice'),
  Choices: z.array(z.extend(condition, { Next: z.string(), Comment: z.optional(z.string()) })).check(z.minLength(1)),
  Default: z.optional(z.string()),
});
export type Choice = z.infer<typeof choice>;

const succeed = z.strictObject({ ...flow, Type: z.literal('Succeed') });
const fail = z
  .strictObject({
    Type: z.literal('Fail'),
    Comment: z.optional(z.string()),
    Error: z.optional(z.string()),
    ErrorPath: z.optional(z.string()),
    Cause: z.optional(z.string()),
    CausePath: z.optional(z.string()),
  })
  .check(atMostOne('Error', 'ErrorPath'), atMostOne('Cause', 'CausePath'));
export type Fail = z.infer<typeof fail>;

export const stateShape = z.discriminatedUnion('Type', [task, wait, choice, succeed, fail]);
export type State = z.infer<typeof stateShape>;

export const machineShape = z.strictObject({
  StartAt: z.string(),
  States: z.record(z.string(), anyObject),
  Comment: z.optional(z.string()),
  Version: z.optional(z.string()),
  QueryLanguage: z.optional(z.literal('JSONPath')),
  TimeoutSeconds: z.optional(z.int().check(z.minimum(1))),
});
