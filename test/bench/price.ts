import type { Counted } from './approved-case.ts';
import { assumptions, prices } from './prices.ts';

/** One thing that is paid for: how much of it, and what it costs in US dollars; of a submission, what 1,000 cost. */
export interface Position {
  readonly what: string;
  readonly count: number;
  readonly dollars: number;
}

/** What 1,000 approved submissions cost. */
export function priceOf(counted: Counted): Position[] {
  return positionsOf(counted, mostInvocations(counted), assumptions.logKilobytes);
}

/** What 1,000 posts cost that cause nothing more than one invocation; of the log of a case each has the share of that. */
export function priceOfPost(counted: Counted): Position[] {
  return positionsOf(counted, 1, assumptions.logKilobytes / invocationsOfCase);
}

/** About as many as an approved case has. */
const invocationsOfCase = 20;

function positionsOf(counted: Counted, invocations: number, logKilobytes: number): Position[] {
  const { invocationSeconds, coldShare, coldSeconds, memoryGigabytes } = assumptions;
  const seconds = invocations * (invocationSeconds + coldShare * coldSeconds);
  const events = counted.awsRequests['events:PutEvents'] ?? 0;
  const position = (what: string, count: number, price: number): Position => ({
    what,
    count,
    dollars: count * price * 1_000,
  });
  return [
    position('mails', counted.mails, prices.mail),
    position('state transitions', counted.transitions, prices.transition),
    position('DynamoDB write units', counted.writeUnits, prices.writeUnit),
    position('DynamoDB read units', counted.readUnits, prices.readUnit),
    position('API requests', counted.requests, prices.request),
    position('Lambda invocations', invocations, prices.invocation),
    position('Lambda GB-seconds (assumed)', seconds * memoryGigabytes, prices.gigabyteSecond),
    position('events', events, prices.event),
    position('KB of logs (assumed)', logKilobytes, prices.logGigabyte / 1_000_000),
  ];
}

/** The sum of what 1,000 approved submissions cost, in US dollars. */
export function dollarsOf(positions: readonly Position[]): number {
  return positions.reduce((sum, { dollars }) => sum + dollars, 0);
}

/** Each API request and each state entered as one invocation, though choices and ends are none, and one for the ended execution. */
function mostInvocations({ requests, transitions }: Counted): number {
  return requests + transitions + 1;
}
