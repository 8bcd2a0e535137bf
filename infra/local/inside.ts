import type { Connected, Running, Stores } from './boot.ts';
import { localPages } from './pages/addresses.ts';
import type { Deployment } from './template/deployment.ts';
import type { watchAlarms } from './watch/alarms.ts';

type Alarms = ReturnType<typeof watchAlarms>;

/** What was called, written, entered and sent so far. */
export function countsOf({ mailbox, metrics }: Stores, { record }: Running, { states }: Connected) {
  return () => ({
    ...record.counts(),
    transitions: states.transitions(),
    mails: mailbox.list().length,
    metrics: metrics.totals(),
  });
}

/** The pages that show the world from the inside. */
export function pagesOf(
  { ignored }: Deployment,
  { clock, mailbox, mailFaults }: Stores,
  { states, deadLetters, advance }: Connected,
  alarms: Alarms,
  counts: () => unknown,
) {
  return localPages({
    shown: () => ({
      now: clock.iso(),
      mails: mailbox.list(),
      executions: states
        .list()
        .toReversed()
        .map(({ arn, name, status, at }) => {
          const { state, waits = false } = states.where(arn) ?? {};
          return { name, status, state, waits, startedAt: new Date(at).toISOString() };
        }),
      alarms: alarms.map((alarm) => ({ name: alarm.name, state: alarm.state() })),
      deadLetters: deadLetters.list(),
      ignored,
    }),
    counts,
    now: clock.iso,
    advance,
    clearMail: mailbox.clear,
    mailFaults,
  });
}
