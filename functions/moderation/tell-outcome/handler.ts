import { readEnv } from '#shared/aws/read-env.ts';
import { taskFunction } from '#shared/aws/task-function.ts';
import { createMailPorts } from '#shared/moderation/ports.ts';
import { tellOutcome } from '#shared/moderation/tell-outcome.ts';
import { contract } from './contract.ts';

const ports = createMailPorts(readEnv(contract.env), import.meta.dirname);

/** Tells the submitter and the moderator how it ended; the case is then done with. */
export const handler = taskFunction(contract, ({ submissionId, execution }) =>
  tellOutcome(ports, submissionId, execution),
);
