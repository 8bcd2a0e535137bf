import { contracts, type FunctionPath } from '#infra/functions.ts';
import type { createEventBus } from '#shared/aws/event-bus.ts';
import { eventFunction, taskFunction } from '#shared/aws/task-function.ts';
import type { createWorkflow } from '#shared/aws/workflow.ts';
import { park, takeUp } from '#shared/case/driver.ts';
import type { WaitingStore } from '#shared/case/waiting-store.ts';
import type { Publisher } from '#shared/catalogue/initiative-store.ts';
import { updateCatalogue } from '#shared/catalogue/update-catalogue.ts';
import { askAndWait } from '#shared/moderation/ask-and-wait.ts';
import type { MailPorts } from '#shared/moderation/deliver-mails.ts';
import { driveCase } from '#shared/moderation/drive-case.ts';
import { lapseCase } from '#shared/moderation/lapse-case.ts';
import { tellOutcome } from '#shared/moderation/tell-outcome.ts';
import { onExecutionEnded, reconcileDue } from '#shared/operations/reconcile.ts';
import { remindAll } from '#shared/operations/remind.ts';

export type FunctionPorts = MailPorts & {
  readonly waiting: WaitingStore;
  readonly workflow: ReturnType<typeof createWorkflow>;
  readonly bus: ReturnType<typeof createEventBus>;
  readonly publisher: Publisher;
};

/** The functions that AWS calls by itself, each made of the use case and contract that its handler is made of. */
export function functionsWith(
  ports: FunctionPorts,
): Partial<Record<FunctionPath, (event: unknown) => Promise<unknown>>> {
  return {
    'moderation/take-up-case': taskFunction(contracts['moderation/take-up-case'], async (input) => {
      const driven = await driveCase(ports, input.submissionId, (it, at) => takeUp(it, input.execution, at));
      return driven.standing;
    }),
    'moderation/ask-submitter': taskFunction(contracts['moderation/ask-submitter'], (input) =>
      askAndWait(ports, 'confirm', input),
    ),
    'moderation/ask-moderators': taskFunction(contracts['moderation/ask-moderators'], (input) =>
      askAndWait(ports, 'review', input),
    ),
    'moderation/ask-for-changes': taskFunction(contracts['moderation/ask-for-changes'], (input) =>
      askAndWait(ports, 'revise', input),
    ),
    'moderation/update-catalogue': taskFunction(contracts['moderation/update-catalogue'], (input) =>
      updateCatalogue(ports, input.submissionId, input.execution),
    ),
    'moderation/tell-outcome': taskFunction(contracts['moderation/tell-outcome'], (input) =>
      tellOutcome(ports, input.submissionId, input.execution),
    ),
    'moderation/lapse-case': taskFunction(contracts['moderation/lapse-case'], (input) =>
      lapseCase(ports, input.submissionId, input.execution),
    ),
    'moderation/park-case': taskFunction(contracts['moderation/park-case'], async (input) => {
      const driven = await driveCase(ports, input.submissionId, (it, at) => park(it, input.execution, input.why, at));
      return driven.standing;
    }),
    'operations/reconcile': eventFunction(contracts['operations/reconcile'], async (event) => {
      if (event.source === 'aws.states') await onExecutionEnded(ports, event.detail);
      else await reconcileDue(ports);
    }),
    'operations/remind': eventFunction(contracts['operations/remind'], () => remindAll(ports)),
  };
}
