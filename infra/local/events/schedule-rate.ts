/** Schedule expressions of EventBridge, as far as the template may use them: `rate(…)`. Pure. */

const unitMs: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Gives the milliseconds between two runs of a schedule. @throws for an expression that is not known here, naming `where`. */
export function scheduleRate(expression: string, where: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const ms = Number(count) * (unitMs[unit] ?? Number.NaN);
  if (ms > 0) return ms;
  throw new Error(`${where}: the schedule ${expression} is not known here`);
}
