/**
 * Runs inside a worker thread: one instance of one function, as Lambda keeps it warm.
 * The environment comes with the thread; the clock is shifted and the output captured before the bundle is loaded.
 */
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import type { Call, InstanceSettings, Report } from './instance-protocol.ts';

const settings: InstanceSettings = workerData;
const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread only.');
const report = (message: Report) => port.postMessage(message);

shiftDate(new Float64Array(settings.clock));
captureOutput(process.stdout);
captureOutput(process.stderr);

const handler = await load();
if (handler) {
  port.on('message', async (call: Call) => report(await answer(handler, call)));
  report({ kind: 'ready' });
}

type Handler = (event: unknown, context: object) => unknown;

/** Makes `Date.now()`, `new Date()` and `Date()` follow the simulated clock; dates made from arguments are left alone. */
function shiftDate(ahead: Float64Array): void {
  const RealDate = Date;
  const now = () => RealDate.now() + (ahead[0] ?? 0);
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
}

/** Sends what the function writes to the parent, in order with its answers, and never to the terminal. */
function captureOutput(stream: NodeJS.WriteStream): void {
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    report({ kind: 'output', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    const done = rest.find((argument) => typeof argument === 'function');
    if (done) queueMicrotask(() => done());
    return true;
  };
}

async function load(): Promise<Handler | undefined> {
  try {
    const exports: Record<string, unknown> = createRequire(settings.bundle)(settings.bundle);
    const found = exports[settings.handler];
    if (typeof found === 'function') return (event, context) => found(event, context);
    report({
      kind: 'broken',
      error: { errorType: 'Runtime.HandlerNotFound', errorMessage: `${settings.handler} is undefined` },
    });
  } catch (error) {
    report({ kind: 'broken', error: described(error) });
  }
  return undefined;
}

async function answer(handle: Handler, call: Call): Promise<Report> {
  const deadline = performance.now() + settings.timeoutMs;
  const context = {
    callbackWaitsForEmptyEventLoop: true,
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.functionArn,
    memoryLimitInMB: String(settings.memoryMb),
    awsRequestId: call.requestId,
    logGroupName: `/aws/lambda/${settings.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
  try {
    const result = await handle(JSON.parse(call.event), context);
    return { kind: 'returned', requestId: call.requestId, payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { kind: 'threw', requestId: call.requestId, error: described(error) };
  }
}

function described(error: unknown) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
