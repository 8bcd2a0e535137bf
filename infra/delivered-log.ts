import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { StageSettings } from './stages.ts';

/**
 * A log that AWS itself delivers for one of its services. Who may deliver stands in one policy of the account, of 5,120
 * characters; all groups under this prefix share one entry there, others take one each until it is full.
 */
export function deliveredLog(
  scope: Construct,
  id: string,
  service: 'apis' | 'states',
  { logRetentionDays }: StageSettings,
): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName: `/aws/vendedlogs/${service}/${Stack.of(scope).stackName}`,
    retention: logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
