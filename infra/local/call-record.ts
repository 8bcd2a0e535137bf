import { AwsFailure, type Authorize, type RecordedCall } from './aws-wire.ts';

export type Counts = {
  /** AWS requests by caller, then by action. */
  requests: Record<string, Record<string, number>>;
  readUnits: number;
  writeUnits: number;
};

export type CallRecord = {
  authorize: Authorize;
  /** The latest calls, oldest first. */
  calls(): RecordedCall[];
  counts(): Counts;
};

const keptCalls = 100_000;

/** Decides on each AWS call and remembers it, so that a test can prove each grant used and each call granted. */
export function recordCalls(): CallRecord {
  const calls: RecordedCall[] = [];
  const requests: Counts['requests'] = {};

  return {
    authorize(caller, action, resources, context = {}) {
      const ofCaller = (requests[caller.name] ??= {});
      ofCaller[action] = (ofCaller[action] ?? 0) + 1;
      const recorded = resources.map((resource) => {
        const decision = caller.decide(action, resource, context);
        const call = { caller: caller.name, action, resource, allowed: decision === 'allowed', readUnits: 0, writeUnits: 0 };
        calls.push(call);
        return { call, decision };
      });
      if (calls.length > keptCalls) calls.splice(0, calls.length - keptCalls);
      const refused = recorded.find(({ call }) => !call.allowed);
      if (refused) {
        const why =
          refused.decision === 'denied-explicitly'
            ? 'with an explicit deny in an identity-based policy'
            : `because no identity-based policy allows the ${action} action`;
        throw new AwsFailure(
          'AccessDeniedException',
          `User: ${caller.userArn} is not authorized to perform: ${action} on resource: ${refused.call.resource} ${why}`,
        );
      }
      return recorded.map(({ call }) => call);
    },
    calls: () => [...calls],
    counts: () => ({
      requests,
      readUnits: calls.reduce((sum, call) => sum + call.readUnits, 0),
      writeUnits: calls.reduce((sum, call) => sum + call.writeUnits, 0),
    }),
  };
}
