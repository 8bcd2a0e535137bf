import * as z from 'zod/mini';
import type { Permissions } from '../aws/permissions.ts';
import type { Functions, LocalFunction } from '../functions/functions.ts';
import type { Deployment } from '../template/deployment.ts';
import { nameOf } from '../template/identities.ts';
import { compilePattern, type EventPattern } from './event-patterns.ts';
import { scheduleRate } from './schedule-rate.ts';

const targetShape = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  DeadLetterConfig: z.optional(z.strictObject({ Arn: z.string() })),
});
const ruleShape = z.strictObject({
  Name: z.optional(z.string()),
  EventBusName: z.optional(z.string()),
  EventPattern: z.optional(z.unknown()),
  ScheduleExpression: z.optional(z.string()),
  State: z.optional(z.enum(['ENABLED', 'DISABLED'])),
  Targets: z.optional(z.array(targetShape)),
});

export type RuleTarget = {
  function: LocalFunction;
  /** False when no AWS::Lambda::Permission lets the rule call the function; its events then go to the queue. */
  mayInvoke: boolean;
  deadLetterArn: string | undefined;
};

export type Rule = {
  id: string;
  arn: string;
  bus: string;
  pattern: EventPattern | undefined;
  /** Milliseconds between two runs, for a rule with a schedule. */
  everyMs: number | undefined;
  targets: RuleTarget[];
};

/** Reads the enabled rules of the template. @throws for a target that is not a function. */
export function readRules(deployment: Deployment, functions: Functions, permissions: Permissions): Rule[] {
  return deployment
    .all('AWS::Events::Rule', ruleShape)
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .map(({ id, type, properties }) => {
      const where = `${id} (${type})`;
      const arn = deployment.location.arn('events', `rule/${nameOf(id, { Type: type, Properties: properties })}`);
      return {
        id,
        arn,
        bus: (properties.EventBusName ?? 'default').split('/').at(-1) ?? 'default',
        pattern:
          properties.EventPattern === undefined
            ? undefined
            : compilePattern(properties.EventPattern, `${where} EventPattern`),
        everyMs:
          properties.ScheduleExpression === undefined ? undefined : scheduleRate(properties.ScheduleExpression, where),
        targets: (properties.Targets ?? []).map((target) => {
          const found = functions.find(target.Arn);
          if (!found) throw new Error(`${where}: the target ${target.Id} is not a function of the template`);
          return {
            function: found,
            mayInvoke: permissions.serviceMayInvoke('events.amazonaws.com', found.arn, arn),
            deadLetterArn: target.DeadLetterConfig?.Arn,
          };
        }),
      };
    });
}
