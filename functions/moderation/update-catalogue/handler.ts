import { createDocumentClient } from '#shared/aws/documents.ts';
import { createEventBus } from '#shared/aws/event-bus.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { now } from '#shared/aws/system.ts';
import { taskFunction } from '#shared/aws/task-function.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { createPublisher } from '#shared/catalogue/initiative-store.ts';
import { updateCatalogue } from '#shared/catalogue/update-catalogue.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const documents = createDocumentClient();
const ports = {
  cases: createCaseStore(documents, env.SUBMISSIONS_TABLE),
  publisher: createPublisher(documents, env.INITIATIVES_TABLE, now),
  bus: createEventBus(env.EVENT_BUS),
  origin: env.ORIGIN,
  now,
};

/** Brings the catalogue up to date: a version, or that an entry was withdrawn. */
export const handler = taskFunction(contract, ({ submissionId, execution }) =>
  updateCatalogue(ports, submissionId, execution),
);
