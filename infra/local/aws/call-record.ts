import type { Caller } from './permissions.ts';
import type { CallContext, Decision } from './policy.ts';
import { type Authorize, AwsFailure, type RecordedCall } from './wire.ts';

export type Counts = {
  /** AWS requests by caller, then by action. */
  requests: Record<string, Record<string, number>>;
  readUnits: number;
  /** Without those of indexes, which dynalite does not tell. */
  writeUnits: number;
};

export type CallRecord = {
  authorize: Authorize;
  /** The same without an exception, for what AWS does on behalf of a function. */
  allowed(caller: Caller, action: string, resource: string): boolean;
  /** The latest calls, oldest first. */
  calls(): RecordedCall[];
  counts(): Counts;
};

const keptCalls = 100_000;

/** Decides on each AWS call and remembers it, so that a test can prove each grant used and each call granted. */
export function recordCalls(): CallRecord {
  const calls: RecordedCall[] = [];
  const requests: Counts['requests'] = {};
  const forgotten = { readUnits: 0, writeUnits: 0 };

  function remember(
    caller: Caller,
    action: string,
    resources: string[],
    context: CallContext,
  ): { call: RecordedCall; decision: Decision }[] {
    const ofCaller = requests[caller.name] ?? {};
    requests[caller.name] = ofCaller;
    ofCaller[action] = (ofCaller[action] ?? 0) + 1;
    const decided = resources.map((resource) => {
      const decision = caller.decide(action, resource, context);
      return {
        decision,
        call: { caller: caller.name, action, resource, allowed: decision === 'allowed', readUnits: 0, writeUnits: 0 },
      };
    });
    calls.push(...decided.map(({ call }) => call));
    if (calls.length > 2 * keptCalls) {
      for (const { readUnits, writeUnits } of calls.splice(0, calls.length - keptCalls)) {
        forgotten.readUnits += readUnits;
        forgotten.writeUnits += writeUnits;
      }
    }
    return decided;
  }

  return {
    authorize(caller, action, resources, context = {}) {
      const decided = remember(caller, action, resources, context);
      const refused = decided.find(({ call }) => !call.allowed);
      if (refused) throw accessDenied(caller, refused.call, refused.decision);
      return decided.map(({ call }) => call);
    },
    allowed: (caller, action, resource) => remember(caller, action, [resource], {}).every(({ call }) => call.allowed),
    calls: () => [...calls],
    counts: () => ({
      requests,
      readUnits: calls.reduce((sum, call) => sum + call.readUnits, forgotten.readUnits),
      writeUnits: calls.reduce((sum, call) => sum + call.writeUnits, forgotten.writeUnits),
    }),
  };
}

function accessDenied(caller: Caller, call: RecordedCall, decision: Decision): AwsFailure {
  const why =
    decision === 'denied-explicitly'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${call.action} action`;
  return new AwsFailure(
    'AccessDeniedException',
    `User: ${caller.userArn} is not authorized to perform: ${call.action} on resource: ${call.resource} ${why}`,
  );
}
