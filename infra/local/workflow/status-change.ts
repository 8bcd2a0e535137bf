import type { Execution } from './execution-store.ts';

/** The event that Step Functions puts on the default bus when the status of an execution changes. Pure. */
export function statusChange(execution: Execution) {
  return {
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    resources: [execution.arn],
    detail: {
      executionArn: execution.arn,
      stateMachineArn: execution.machineArn,
      name: execution.name,
      status: execution.status,
      startDate: Math.round(execution.at),
      stopDate: execution.stoppedAt === undefined ? null : Math.round(execution.stoppedAt),
      input: execution.input,
      inputDetails: { included: true },
      output: execution.output ?? null,
      outputDetails: execution.output === undefined ? null : { included: true },
      error: execution.error ?? null,
      cause: execution.cause ?? null,
    },
  };
}
