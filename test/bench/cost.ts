import { countApprovedCase, requestsOf } from './approved-case.ts';
import { caseBounds } from './bounds.ts';
import { inLocalWorld } from './local-world.ts';
import { dollarsOf, priceOf } from './price.ts';
import { assumptions, pricesAsOf } from './prices.ts';
import { against, type Topic } from './table.ts';

/** What one approved submission causes, and what a thousand of them cost. */
export async function costs(): Promise<Topic> {
  const counted = await inLocalWorld(countApprovedCase);
  const positions = priceOf(counted);
  const dollars = dollarsOf(positions);
  const requests = Object.entries(counted.awsRequests);
  const sum = requestsOf(counted);
  const byAction = requests
    .toSorted(([, one], [, other]) => other - one)
    .map(([action, count]) => `${count} ${action}`);
  const marks = {
    mails: against(caseBounds.mails, counted.mails, 0),
    'state transitions': against(caseBounds.transitions, counted.transitions, 0),
  };
  const { invocationSeconds, coldShare, logKilobytes } = assumptions;
  return {
    heading: 'One approved submission',
    columns: ['what', 'of the sum', 'count', '$ per 1,000'],
    rows: [
      ...positions.map(({ what, count, dollars: part }) => [
        what,
        `${((part / dollars) * 100).toFixed(1)} %`,
        new Map(Object.entries(marks)).get(what) ?? rounded(count),
        part.toFixed(4),
      ]),
      ['**together**', '100 %', '', `**${against(caseBounds.dollarsPerThousand, dollars, 2)}**`],
    ],
    notes: [
      'Counted by the local world on the straight way with two moderators asked and every page opened once; index entries included in write units.',
      `${against(caseBounds.awsRequests, sum, 0)} AWS requests of functions, with a run of the reconciler and one of the reminders: ${byAction.join(', ')}.`,
      `List prices of ${pricesAsOf} without free allowances (\`test/bench/prices.ts\`). Assumed: ${invocationSeconds * 1000} ms an invocation, ${coldShare * 100} % cold starts, ${logKilobytes} KB of logs; Lambda invocations are an upper limit.`,
    ],
    misses: [
      ...(counted.mails > caseBounds.mails ? [`${counted.mails} mails`] : []),
      ...(counted.transitions > caseBounds.transitions ? [`${counted.transitions} state transitions`] : []),
      ...(sum > caseBounds.awsRequests ? [`${sum} AWS requests`] : []),
      ...(dollars > caseBounds.dollarsPerThousand ? [`$${dollars.toFixed(2)} per 1,000`] : []),
    ],
  };
}

function rounded(count: number): string {
  return Number.isInteger(count) ? String(count) : count.toFixed(count < 10 ? 2 : 1);
}
