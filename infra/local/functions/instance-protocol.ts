/** What the local world and a function's worker thread say to each other. Events and results travel as JSON text, as in Lambda. */

export type InstanceSettings = {
  functionName: string;
  functionArn: string;
  /** Absolute path of the bundle, and the export in it that is the handler. */
  bundle: string;
  handler: string;
  timeoutMs: number;
  memoryMb: number;
  /** The clock's offset, shared. */
  clock: SharedArrayBuffer;
};

export type Call = { requestId: string; event: string };

/** An error as Lambda reports it to callers. */
export type FunctionError = { errorType: string; errorMessage: string; trace?: string[] };

export type Report =
  | { kind: 'ready' }
  | { kind: 'broken'; error: FunctionError }
  | { kind: 'output'; text: string }
  | { kind: 'returned'; requestId: string; payload: string }
  | { kind: 'threw'; requestId: string; error: FunctionError };
