/**
 * List prices in US dollars without free allowances, region class of us-east-1, as published on the date below. Change them
 * here when they change; FIGURES.md says the date.
 */
export const pricesAsOf = '2026-11-22';

export const prices = {
  /** https://aws.amazon.com/ses/pricing/ ($0.10 per 1,000 recipients) */
  mail: 0.1 / 1_000,
  /** https://aws.amazon.com/step-functions/pricing/ (Standard, $0.025 per 1,000) */
  transition: 0.025 / 1_000,
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/ ($0.625 per million) */
  writeUnit: 0.625 / 1_000_000,
  /** As above ($0.125 per million) */
  readUnit: 0.125 / 1_000_000,
  /** https://aws.amazon.com/api-gateway/pricing/ (HTTP API, $1.00 per million) */
  request: 1 / 1_000_000,
  /** https://aws.amazon.com/lambda/pricing/ ($0.20 per million) */
  invocation: 0.2 / 1_000_000,
  /** As above (arm64, per GB-second) */
  gigabyteSecond: 0.000_013_333_4,
  /** https://aws.amazon.com/eventbridge/pricing/ (custom events, $1.00 per million) */
  event: 1 / 1_000_000,
  /** https://aws.amazon.com/cloudwatch/pricing/ (logs taken in, $0.50 per GB) */
  logGigabyte: 0.5,
  /** As above: for a month, each metric that an alarm of standard resolution reads, a dashboard, a metric of one's own */
  alarmMetric: 0.1,
  dashboard: 3,
  ownMetric: 0.3,
} as const;

/** What the local world cannot know, taken as typical: these together are some hundredths of the sum. */
export const assumptions = {
  /** How long an invocation takes and how many begin with a cold start, which is billed too. */
  invocationSeconds: 0.04,
  coldShare: 0.05,
  coldSeconds: 0.2,
  memoryGigabytes: 0.5,
  /** Log lines and access log of one submission. */
  logKilobytes: 20,
  /** What an invocation that finds nothing to do leaves in its log. */
  idleLogKilobytes: 1,
} as const;
