import { logInfo } from '#shared/aws/log.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { eventFunction } from '#shared/aws/task-function.ts';
import { createMailPorts } from '#shared/moderation/ports.ts';
import { readSettings } from '#shared/moderation/settings.ts';
import { remindAll } from '#shared/operations/remind.ts';
import { contract } from './contract.ts';

const ports = createMailPorts(readEnv(contract.env), readSettings(import.meta.dirname));

/** By schedule: reminders, then the deputy, then the lead institution. */
export const handler = eventFunction(contract, async () => {
  logInfo('reminded', { count: await remindAll(ports) });
});
