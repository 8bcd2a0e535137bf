/**
 * What a log line may carry: ids, codes, counts. Never an address, a link, a token or a text of a submission.
 * (An error's message may quote any of these, so errors are logged by name and stack frames only.)
 * Lambda itself puts time, level and request id around it: the functions' log format is JSON (infra/service-function.ts).
 */
export interface LogFields {
  readonly submissionId?: string | undefined;
  readonly execution?: string | undefined;
  readonly route?: string;
  readonly status?: number;
  readonly outcome?: string;
  readonly count?: number;
}

/** One line: something happened as it should. */
export function logInfo(what: string, fields: LogFields = {}): void {
  // biome-ignore lint/suspicious/noConsole: the one place that logs
  console.info({ what, ...fields });
}

/** One line: something failed that ought not to fail. */
export function logError(what: string, error: unknown, fields: LogFields = {}): void {
  const named = error instanceof Error ? { name: error.name, place: placeOf(error) } : { name: typeof error };
  // biome-ignore lint/suspicious/noConsole: the one place that logs
  console.error({ what, ...fields, error: named });
}

function placeOf(error: Error): string[] {
  // A message may have lines that look like frames.
  const stack = error.stack?.replace(error.message, '') ?? '';
  const frames = stack.split('\n').filter((line) => line.trim().startsWith('at '));
  return frames.slice(0, 8).map((line) => line.trim());
}
