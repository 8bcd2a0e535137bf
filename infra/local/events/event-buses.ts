import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../clock/clock.ts';
import type { Deployment } from '../template/deployment.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { Deliveries } from './deliveries.ts';
import type { Rule } from './rules.ts';

export type BusEvent = { source: string; detailType: string; detail: unknown; resources?: string[] };

export type EventBuses = {
  names: string[];
  /** Hands an event to every rule of the bus that it fits; it is kept until each target has had it. Returns its id. */
  publish(bus: string, event: BusEvent): string;
  /** Runs a scheduled rule's targets now. */
  runSchedule(rule: Rule): void;
};

type Dependencies = { clock: Clock; deliveries: Deliveries; deadLetters: DeadLetters };

/** The default bus and those of the template, with the rules on them. */
export function eventBuses(
  deployment: Deployment,
  rules: Rule[],
  { clock, deliveries, deadLetters }: Dependencies,
): EventBuses {
  const { location } = deployment;
  const custom = deployment
    .all('AWS::Events::EventBus', z.strictObject({ Name: z.string() }))
    .map((one) => one.properties.Name);

  function envelope(event: BusEvent) {
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': event.detailType,
      source: event.source,
      account: location.account,
      time: new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
      region: location.region,
      resources: event.resources ?? [],
      detail: event.detail,
    };
  }
  function hand(rule: Rule, event: unknown, kept: boolean): void {
    for (const target of rule.targets) {
      const { function: called, deadLetterArn: queue } = target;
      if (target.mayInvoke) deliveries.enqueue(called, event, kept);
      else if (queue !== undefined) {
        deadLetters.put({ queue, function: called.name, why: 'NO_PERMISSIONS', payload: event });
      }
    }
  }
  function publish(bus: string, event: BusEvent): string {
    const whole = envelope(event);
    for (const rule of rules) if (rule.bus === bus && rule.pattern?.(whole)) hand(rule, whole, true);
    return whole.id;
  }
  return {
    names: ['default', ...custom],
    publish,
    // Not kept: each boot runs every schedule anyway.
    runSchedule: (rule) =>
      hand(
        rule,
        envelope({ source: 'aws.events', detailType: 'Scheduled Event', detail: {}, resources: [rule.arn] }),
        false,
      ),
  };
}
