import { readEnv } from '#shared/aws/read-env.ts';
import { taskFunction } from '#shared/aws/task-function.ts';
import { askAndWait } from '#shared/moderation/ask-and-wait.ts';
import { createMailPorts } from '#shared/moderation/mail-ports.ts';
import { readSettings } from '#shared/moderation/read-settings.ts';
import { contract } from './contract.ts';

const ports = createMailPorts(readEnv(contract.env), readSettings(import.meta.dirname));

/** Mails the submitter the comments and the edit link, acknowledges the decision, and waits. */
export const handler = taskFunction(contract, (input) => askAndWait(ports, 'revise', input));
