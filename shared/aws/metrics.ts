import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({
  namespace: 'ClearingCentre',
  serviceName: process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'clearing-centre',
});

/** Counts that alarms and the dashboard read (infra/watch.ts). */
export function count(name: 'CasesParked' | 'ExpectedEndings' | 'MailsHeldUp'): void {
  metrics.addMetric(name, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}

/** For how long the oldest case has been due that a run could not take, in minutes. */
export function measureOldestDue(minutes: number): void {
  metrics.addMetric('OldestDueMinutes', MetricUnit.NoUnit, minutes);
  metrics.publishStoredMetrics();
}

/** How long the oldest case has waited for a moderator or an operator, in hours. */
export function measureOldestWaiting(hours: number): void {
  metrics.addMetric('OldestWaitingHours', MetricUnit.NoUnit, hours);
  metrics.publishStoredMetrics();
}

/** For how long the oldest erasure has been overdue, in hours. */
export function measureOldestErasure(hours: number): void {
  metrics.addMetric('OldestErasureHours', MetricUnit.NoUnit, hours);
  metrics.publishStoredMetrics();
}
