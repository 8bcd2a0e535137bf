import fc from 'fast-check';

/** What decides how much is proven, and by which lot: a sample, or everything (`npm run proofs -- --all`). */

/** Whether everything is run, and not the part that a CI run has time for. */
export const isWhole = process.env['PROOFS'] === 'all';

/**
 * What a sample is drawn by; printed with each result, and `PROOFS_SEED` draws another. Without it each run draws the same: no
 * change is refused by the luck of the draw, and the nightly run tries everything.
 */
export const seed = Number(process.env['PROOFS_SEED'] ?? 1);

/** What the races of one story may take, in milliseconds; ends only what hangs. */
export const longestRaces = isWhole ? 7_200_000 : 600_000;

/** So many of these, drawn by the seed, in their order; all of them where everything is run. */
export function sampleOf<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (isWhole || items.length <= most) return items;
  const indexes = items.map((_, index) => index);
  const [drawn = []] = fc.sample(fc.shuffledSubarray(indexes, { minLength: most, maxLength: most }), {
    seed,
    numRuns: 1,
  });
  return [...drawn].sort((a, b) => a - b).flatMap((index) => items.slice(index, index + 1));
}
