import { describe, expect, it, vi } from 'vitest';
import { useTables } from '#test/support/tables.ts';
import { longestRaces, seed } from './extent.ts';
import { explore } from './race.ts';
import { begin, raceStories } from './race-stories.ts';

vi.mock('#shared/aws/metrics.ts', () => ({ count: vi.fn(), measureOldestWaiting: vi.fn(), measureOldestDue: vi.fn() }));
for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
const tables = useTables();

/** Where not all are run, how many schedules with one preemption, and with two, of each story. */
const sample = 10;

describe('whoever goes first, nothing is lost or decided twice when', () => {
  it.each(Object.entries(raceStories))(
    '%s',
    async (name, story) => {
      const { schedules, expected, calls } = await explore(() => begin(story, tables), sample);
      process.stdout.write(`${name}: ${schedules} schedules, ${calls} calls (seed ${seed})\n`);
      expect(schedules).toBeGreaterThanOrEqual(expected);
    },
    longestRaces,
  );
});
