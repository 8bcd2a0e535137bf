import { afterAll, describe, expect, it, vi } from 'vitest';
import { useTables } from '#test/support/tables.ts';
import { isWhole, longestRaces } from './extent.ts';
import { live } from './life.ts';
import { explore } from './race.ts';
import { begin, raceStories } from './race-stories.ts';
import { safeguardsInLife, safeguardsInRaces } from './safeguards.ts';

vi.mock('#shared/aws/metrics.ts', () => ({ count: vi.fn(), measureOldestWaiting: vi.fn(), measureOldestDue: vi.fn() }));
for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
const tables = useTables();

const noticed: string[] = [];
afterAll(() => {
  process.stdout.write(`Safeguards, and what goes wrong without each:\n${noticed.join('\n')}\n`);
});

describe('without this safeguard a life goes wrong:', () => {
  it.each(safeguardsInLife)('$name', async ({ name, story, fault, without }) => {
    const straight = await live(story);
    const call = straight.world.aws.calls.find(({ what, by }) => what === fault?.what && by.of === fault.by);
    expect(call !== undefined || fault === undefined, 'the call is made').toBe(true);
    const at = (fault?.kind === 'called-twice' ? call?.by.number : call?.number) ?? 0;
    const one = fault && { kind: fault.kind, at };
    expect((await live(story, one)).wrong, 'with it all is well').toEqual([]);
    const [wrong] = (await live(story, one, without())).wrong;
    noticed.push(`  ${name}: ${story.name}${one ? `:${one.kind}:${at}` : ''}: ${wrong}`);
    expect(wrong).toBeDefined();
  });
});

describe('without this safeguard some schedule goes wrong:', () => {
  it.each(safeguardsInRaces.filter(({ isLong }) => isWhole || !isLong))(
    '$name',
    async ({ name, race, without }) => {
      const story = raceStories[race] ?? { at: () => [] };
      let schedules = 0;
      const next = () => {
        schedules += 1;
        return begin(story, tables, without);
      };
      const wrong = await explore(next, Number.POSITIVE_INFINITY).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error : undefined),
      );
      noticed.push(`  ${name}: ${race}, ${schedules} schedules: ${wrong?.message}: ${firstLine(wrong?.cause)}`);
      expect(wrong?.message).toMatch(/^Wrong after/);
    },
    longestRaces,
  );
});

function firstLine(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
}
