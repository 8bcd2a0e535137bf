/** Schedule expressions of EventBridge: `rate(…)` and `cron(…)`, in UTC. Pure. */

/** Gives the first moment after `from` (milliseconds since 1970) at which a schedule is due. */
export type NextDue = (from: number) => number;

const unitMs: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Compiles a schedule expression. @throws for one that is not known here, naming `where`. */
export function compileSchedule(expression: string, where: string): NextDue {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const ms = Number(count) * (unitMs[unit] ?? Number.NaN);
  if (ms > 0) return (from) => from + ms;

  const fields = /^cron\(([^)]*)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) throw new Error(`${where}: the schedule ${expression} is not known here`);
  const [minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = fields;
  const field = (text: string, low: number, high: number, names: string[] = []) =>
    compileField(text, low, high, names, `${where}: ${expression}`);
  const minutes = field(minute, 0, 59);
  const hours = field(hour, 0, 23);
  const days = field(day, 1, 31);
  const months = field(month, 1, 12, monthNames);
  const weekdays = field(weekday, 1, 7, dayNames);
  const years = field(year, 1970, 2199);
  const onDay = (date: Date) =>
    years.has(date.getUTCFullYear()) &&
    months.has(date.getUTCMonth() + 1) &&
    days.has(date.getUTCDate()) &&
    weekdays.has(date.getUTCDay() + 1);

  return (from) => {
    const next = new Date(Math.floor(from / 60_000) * 60_000 + 60_000);
    for (const limit = from + 5 * 366 * 86_400_000; next.getTime() < limit; ) {
      if (!onDay(next)) next.setUTCHours(24, 0, 0, 0);
      else if (!hours.has(next.getUTCHours())) next.setUTCHours(next.getUTCHours() + 1, 0, 0, 0);
      else if (!minutes.has(next.getUTCMinutes())) next.setUTCMinutes(next.getUTCMinutes() + 1, 0, 0);
      else return next.getTime();
    }
    return Number.POSITIVE_INFINITY;
  };
}

const monthNames = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const dayNames = 'SUN MON TUE WED THU FRI SAT'.split(' ');

function compileField(text: string, low: number, high: number, names: string[], where: string): Set<number> {
  const values = new Set<number>();
  const numberOf = (name: string) => {
    const index = names.indexOf(name.toUpperCase());
    return index === -1 ? (/^\d+$/.test(name) ? Number(name) : Number.NaN) : index + low;
  };
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const [first, last] = range === '*' || range === '?' ? [low, high] : range.split('-').map(numberOf);
    const start = first ?? Number.NaN;
    const stop = last ?? (step === undefined ? start : high);
    if (!(start >= low && stop <= high && start <= stop) || (step !== undefined && !/^[1-9]\d*$/.test(step))) {
      throw new Error(`${where} is not known here`);
    }
    for (let value = start; value <= stop; value += Number(step ?? 1)) values.add(value);
  }
  return values;
}
