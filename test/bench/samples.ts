/** The middle of the samples; of an even number the mean of the two in the middle. */
export function median(samples: readonly number[]): number {
  return (quantile(samples, 0.5, Math.floor) + quantile(samples, 0.5, Math.ceil)) / 2;
}

/** The sample below which the given share of all lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  return quantile(samples, share, Math.round);
}

function quantile(samples: readonly number[], share: number, toIndex: (index: number) => number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  const sample = sorted[toIndex((sorted.length - 1) * share)];
  if (sample === undefined) throw new Error('Nothing was measured');
  return sample;
}

/** The same things in another order, so that whatever disturbs the machine meets each alike. */
export function shuffled<Thing>(things: readonly Thing[]): Thing[] {
  return things
    .map((thing) => ({ thing, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ thing }) => thing);
}
