import { Worker } from 'node:worker_threads';
import type { FunctionError, InstanceSettings, Report } from './instance-protocol.ts';

export type Outcome = { kind: 'returned'; payload: string } | { kind: 'failed'; error: FunctionError };

/** One warm copy of a function; it handles one call at a time. */
export type Instance = {
  /** Resolves when the bundle is loaded, or could not be. */
  loaded: Promise<unknown>;
  call(requestId: string, event: string): Promise<Outcome>;
  /** False once the thread has ended; such an instance is thrown away. */
  usable(): boolean;
  end(): Promise<void>;
};

// Loading does not count for a function's own timeout. Lambda gives it ten seconds; a busy machine may need more.
const loadingMs = 30_000;

// A thread collects its garbage the later the more memory the machine has; there are many threads, so each does it soon.
const youngMb = 6;

/** Starts a worker thread for a function. Its environment is exactly `environment`; `output` gets what it writes. */
export function startInstance(
  settings: InstanceSettings,
  environment: Record<string, string>,
  output: (text: string) => void,
): Instance {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: settings,
    env: environment,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb, maxYoungGenerationSizeMb: youngMb },
    stdout: true,
    stderr: true,
  });
  let usable = true;
  let settle: ((outcome: Outcome) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const loaded = Promise.withResolvers<FunctionError | undefined>();

  const finish = (outcome: Outcome) => {
    clearTimeout(timer);
    settle?.(outcome);
    settle = undefined;
  };
  const die = (error: FunctionError) => {
    usable = false;
    loaded.resolve(error);
    finish({ kind: 'failed', error });
    void worker.terminate();
  };
  const dieAfter = (ms: number, errorMessage: string) => {
    timer = setTimeout(() => die({ errorType: 'Sandbox.Timedout', errorMessage }), ms);
  };

  dieAfter(loadingMs, `Loading timed out after ${loadingMs / 1000} seconds`);
  worker.on('message', (message: Report) => {
    if (message.kind === 'output') output(message.text);
    else if (message.kind === 'ready') {
      clearTimeout(timer);
      loaded.resolve(undefined);
    } else if (message.kind === 'broken') die(message.error);
    else if (message.kind === 'returned') finish({ kind: 'returned', payload: message.payload });
    else finish({ kind: 'failed', error: message.error });
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const errorType = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'Runtime.OutOfMemory' : error.name;
    die({ errorType, errorMessage: error.message });
  });
  worker.on('exit', () => die({ errorType: 'Runtime.ExitError', errorMessage: 'The function ended its process.' }));

  return {
    loaded: loaded.promise,
    async call(requestId, event) {
      const outcome = Promise.withResolvers<Outcome>();
      settle = outcome.resolve;
      const broken = await loaded.promise;
      if (broken) return { kind: 'failed', error: broken };
      dieAfter(
        settings.timeoutMs,
        `${requestId} Task timed out after ${(settings.timeoutMs / 1000).toFixed(2)} seconds`,
      );
      worker.postMessage({ requestId, event });
      return outcome.promise;
    },
    usable: () => usable,
    async end() {
      usable = false;
      await worker.terminate();
    },
  };
}
