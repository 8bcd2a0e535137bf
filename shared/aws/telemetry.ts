import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const serviceName = process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'clearing-centre';
const logger = new Logger({ serviceName });
const metrics = new Metrics({ namespace: 'ClearingCentre', serviceName });

/**
 * What a log line may carry: ids, codes, counts. Never an address, a link, a token or a text of a submission.
 * (An error's message may quote any of these, so errors are logged by name and place only.)
 */
export interface LogFields {
  readonly submissionId?: string;
  readonly execution?: string;
  readonly route?: string;
  readonly status?: number;
  readonly outcome?: string;
  readonly count?: number;
}

/** One line: something happened as it should. */
export function logInfo(message: string, fields: LogFields = {}): void {
  logger.info(message, { ...fields });
}

/** One line: something failed that ought not to fail. */
export function logError(message: string, error: unknown, fields: LogFields = {}): void {
  const accident = error instanceof Error ? { name: error.name, place: placeOf(error) } : { name: typeof error };
  logger.error(message, { ...fields, accident });
}

function placeOf(error: Error): string[] {
  const frames = error.stack?.split('\n').filter((line) => line.trim().startsWith('at ')) ?? [];
  return frames.slice(0, 8).map((line) => line.trim());
}

/** Counts that alarms and the dashboard read (infra/watch.ts). */
export function count(name: 'CasesParked' | 'ExpectedEndings', howMany = 1): void {
  metrics.addMetric(name, MetricUnit.Count, howMany);
  metrics.publishStoredMetrics();
}

/** How long the oldest case has waited for a moderator or an operator, in hours. */
export function measureOldestWaiting(hours: number): void {
  metrics.addMetric('OldestWaitingHours', MetricUnit.NoUnit, hours);
  metrics.publishStoredMetrics();
}
