import { measureOldestDue } from '#shared/aws/metrics.ts';
import type { Waiting, WaitingStore } from '#shared/case/waiting-store.ts';

/** How many cases are taken at once: most of the time each waits for an answer of AWS. */
const atOnce = 8;

/**
 * Takes case after case of what is due, several at once, until all have been taken or the time is up. Gives how many, and
 * whether those were all.
 */
export async function takeDue(
  pages: AsyncIterable<readonly Waiting[]>,
  isTimeUp: () => boolean,
  take: (id: string) => Promise<void>,
): Promise<{ taken: number; all: boolean }> {
  let taken = 0;
  for await (const page of pages) {
    const left = [...page];
    const takeOneByOne = async () => {
      while (!isTimeUp()) {
        const next = left.shift();
        if (next === undefined) return;
        await take(next.id);
        taken += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, takeOneByOne));
    if (isTimeUp()) return { taken, all: false };
  }
  return { taken, all: true };
}

/** Whether so many milliseconds have gone by since now. */
export function timer(now: () => Date, ms: number): () => boolean {
  const end = now().getTime() + ms;
  return () => now().getTime() >= end;
}

/** How late the oldest is of what a run could not take: an alarm hears when runs fall behind. When they do not, nothing is written. */
export async function measureLeft(
  { waiting, now }: { waiting: WaitingStore; now: () => Date },
  what: 'checks' | 'reminders',
): Promise<void> {
  const since = await waiting.dueSince(what, now());
  if (since !== undefined) measureOldestDue(Math.floor((now().getTime() - Date.parse(since)) / 60_000));
}
