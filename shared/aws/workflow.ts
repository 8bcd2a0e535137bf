import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';

export type Workflow = ReturnType<typeof createWorkflow>;

/** The moderation workflow, as far as a case needs it. */
export function createWorkflow(stateMachineArn: string, client = new SFNClient()) {
  return {
    /**
     * Starts the execution of that name. Safe to repeat: the input is always the same, so Step Functions answers a repeat
     * with success while the execution runs, and refuses it when it has ended.
     */
    async start(name: string, submissionId: string): Promise<'running' | 'ended'> {
      const input = JSON.stringify({ submissionId });
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
        return 'running';
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return 'ended';
        throw error;
      }
    },

    /** Ends the wait behind a task token with the output of its step. `dead`: that wait is over already. */
    async wake(taskToken: string, output: object): Promise<'woken' | 'dead'> {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
        return 'woken';
      } catch (error) {
        if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
          return 'dead';
        throw error;
      }
    },
  };
}
