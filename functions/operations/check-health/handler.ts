import { createDocumentClient } from '#shared/aws/documents.ts';
import { logError } from '#shared/aws/log.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { createCatalogue } from '#shared/catalogue/initiative-store.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { problem } from '#shared/http/problem.ts';
import { problemReply } from '#shared/http/problem-reply.ts';
import { jsonReply } from '#shared/http/reply.ts';
import { languageOf } from '#shared/http/request.ts';
import { contract } from './contract.ts';

const env = readEnv(contract.env);
const documents = createDocumentClient();
const cases = createCaseStore(documents, env.SUBMISSIONS_TABLE);
const catalogue = createCatalogue(documents, env.INITIATIVES_TABLE);

/** 200 when both stores answer, 503 when one does not. */
export const handler = httpFunction(async (request) => {
  try {
    await Promise.all([cases.read('health'), catalogue.check()]);
    return jsonReply(200, { status: 'ok' }, { 'cache-control': 'no-store' });
  } catch (error) {
    logError('a store does not answer', error);
    return problemReply(problem('unavailable', { headers: { 'retry-after': '30' } }), languageOf(request));
  }
});
