import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { Assembly } from '../template/assembly.ts';
import type { Deployment } from '../template/deployment.ts';
import { functionArn, type Location, nameOf } from '../template/identities.ts';
import { type Outcome, startInstance } from './instance.ts';
import { type InstancePool, instancePool } from './instance-pool.ts';
import type { FunctionError, InstanceSettings } from './instance-protocol.ts';

const functionShape = z.strictObject({
  FunctionName: z.optional(z.string()),
  Code: z.strictObject({ S3Key: z.string(), S3Bucket: z.string() }),
  Handler: z.string(),
  Runtime: z.literal('nodejs24.x'),
  Role: z.string(),
  Timeout: z.optional(z.number()),
  MemorySize: z.optional(z.number()),
  Environment: z.optional(z.strictObject({ Variables: z.record(z.string(), z.string()) })),
});

/** A function of the template. It signs its AWS calls with its logical id as access key id. */
export type LocalFunction = {
  id: string;
  name: string;
  arn: string;
  roleArn: string;
};

export type Functions = {
  list: LocalFunction[];
  /** Finds a function by name or ARN, with or without a version behind it. */
  find(nameOrArn: string): LocalFunction | undefined;
  /** The functions whose logical id is this, or else begins with it. */
  called(beginning: string): LocalFunction[];
  /** Runs a function and waits for it; the event is any JSON value. Never rejects. */
  invoke(target: LocalFunction, event: unknown): Promise<Outcome>;
  close(): Promise<void>;
};

type Dependencies = {
  clock: Clock;
  activity: Activity;
  awsEndpoint: string;
  /** Gets each piece of text a function writes. */
  output(functionName: string, text: string): void;
  /** Learns of each ended call. */
  ended(functionName: string, outcome: Outcome): void;
};

// What Lambda lets in and out of a call that is waited for, in bytes of JSON.
const mostIn = 6_291_456;
const mostOut = 6_291_556;

/** The error of a call that Lambda refuses before any function sees it. */
export const requestTooLarge: FunctionError = {
  errorType: 'RequestEntityTooLargeException',
  errorMessage: `Request must be smaller than ${mostIn} bytes for the InvokeFunction operation`,
};
const responseTooLarge: FunctionError = {
  errorType: 'Function.ResponseSizeTooLarge',
  errorMessage: `Response payload size exceeded maximum allowed payload size (${mostOut} bytes).`,
};

/** Makes the template's functions callable: their own bundles, in worker threads, with their own environment. */
export function runFunctions(deployment: Deployment, dependencies: Dependencies): Functions {
  const { location, assembly } = deployment;
  const pools = new Map<string, InstancePool>();
  const list: LocalFunction[] = [];
  let open = true;

  for (const { id, type, properties } of deployment.all('AWS::Lambda::Function', functionShape)) {
    const name = nameOf(id, { Type: type, Properties: properties });
    const settings: InstanceSettings = {
      functionName: name,
      functionArn: functionArn(location, name),
      ...bundleOf(properties, assembly, `${id} (${type})`),
      timeoutMs: (properties.Timeout ?? 3) * 1000,
      memoryMb: properties.MemorySize ?? 128,
      clock: dependencies.clock.shared,
    };
    const environment = {
      ...properties.Environment?.Variables,
      ...lambdaEnvironment(settings, location),
      AWS_ACCESS_KEY_ID: id,
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: dependencies.awsEndpoint,
    };
    pools.set(
      id,
      instancePool(() => startInstance(settings, environment, (text) => dependencies.output(name, text))),
    );
    list.push({ id, name, arn: settings.functionArn, roleArn: properties.Role });
  }

  const byName = new Map(list.flatMap((one) => [[one.name, one] as const, [one.arn, one] as const]));
  return {
    list,
    find: (nameOrArn) => byName.get(nameOrArn) ?? byName.get(nameOrArn.replace(/:[^:]+$/, '')),
    called(beginning) {
      const exact = list.filter((one) => one.id === beginning);
      return exact.length > 0 ? exact : list.filter((one) => one.id.startsWith(beginning));
    },
    async invoke(target, event) {
      const end = dependencies.activity.begin();
      try {
        const pool = pools.get(target.id);
        if (!pool) throw new Error(`no function ${target.id}`);
        const text = JSON.stringify(event);
        if (Buffer.byteLength(text) > mostIn) return { kind: 'failed', error: requestTooLarge };
        const outcome = sendable(await pool.call(text));
        if (open) dependencies.ended(target.name, outcome);
        return outcome;
      } finally {
        end();
      }
    },
    close: async () => {
      open = false;
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

function sendable(outcome: Outcome): Outcome {
  const isTooLarge = outcome.kind === 'returned' && Buffer.byteLength(outcome.payload) > mostOut;
  return isTooLarge ? { kind: 'failed', error: responseTooLarge } : outcome;
}

/** Finds the file and the export in it that are the function. @throws when the assembly has no such file. */
function bundleOf(
  { Code, Handler }: z.infer<typeof functionShape>,
  assembly: Assembly,
  where: string,
): { bundle: string; handler: string } {
  const folder = assembly.assetFolder(Code.S3Key);
  const [file, handler] = Handler.split('.');
  const bundle = ['cjs', 'js']
    .map((extension) => join(folder ?? '', `${file}.${extension}`))
    .find((path) => existsSync(path));
  if (folder === undefined || bundle === undefined || handler === undefined)
    throw new Error(`${where}: the assembly has no bundle for the handler ${Handler}`);
  return { bundle, handler };
}

/** What Lambda puts into every function's environment. */
function lambdaEnvironment(
  { functionName, memoryMb, bundle }: InstanceSettings,
  location: Location,
): Record<string, string> {
  return {
    AWS_REGION: location.region,
    AWS_DEFAULT_REGION: location.region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: functionName,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    LAMBDA_TASK_ROOT: dirname(bundle),
    TZ: ':UTC',
  };
}
