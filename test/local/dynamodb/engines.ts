import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Authorize, AwsFailure, type AwsRequest } from '#infra/local/aws/wire.ts';
import { dynamodbService } from '#infra/local/dynamodb/service.ts';
import { openDynamodb } from '#infra/local/dynamodb/store.ts';
import type { Table } from '#infra/local/dynamodb/tables.ts';
import { clientAt, makeTables } from '#test/support/tables.ts';
import { type Body, put, text } from './calls/words.ts';

/** A DynamoDB with the table `Notes`, two items in it. */
export interface Engine {
  ask(operation: string, body: Body): Promise<Answer>;
  close(): Promise<void>;
}

/** `taken` or the name of the error, and what is said beside it. The words of a refusal are each engine's own. */
export interface Answer {
  readonly outcome: string;
  readonly said: Body;
}

const schema = (hash: string, range: string): Table['definition']['KeySchema'] => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];
const definition: Table['definition'] = {
  TableName: 'Notes',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'due', 'at'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: schema('pk', 'sk'),
  GlobalSecondaryIndexes: [
    { IndexName: 'byDue', KeySchema: schema('due', 'at'), Projection: { ProjectionType: 'KEYS_ONLY' } },
  ],
};

/** The one of the local world. */
export async function localEngine(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const tables = [{ arn: 'arn:aws:dynamodb:eu-north-1:000000000000:table/Notes', definition }];
  const store = await openDynamodb(join(folder, 'tables'), tables);
  const service = dynamodbService(tables, store.port, allowAll);
  return filled({
    async ask(operation, body) {
      try {
        const answer = await service(requestFor(operation, body));
        return answerFrom(answer?.status ?? 0, JSON.parse(answer?.body.toString() ?? '{}'));
      } catch (error) {
        if (!(error instanceof AwsFailure)) throw error;
        return answerFrom(error.status, { __type: error.name });
      }
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  });
}

/** One that listens elsewhere (test/judges). */
export async function engineAt(endpoint: string): Promise<Engine> {
  const client = clientAt(endpoint);
  await makeTables(client, [definition]);
  client.destroy();
  return filled({
    async ask(operation, body) {
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': `DynamoDB_20120810.${operation}`,
          authorization: 'AWS4-HMAC-SHA256 Credential=a/20260101/eu-north-1/dynamodb/aws4_request, Signature=b',
        },
        body: JSON.stringify(body),
      });
      return answerFrom(answer.status, await answer.json());
    },
    close: async () => undefined,
  });
}

async function filled(engine: Engine): Promise<Engine> {
  const item = (sk: string, at: string, more: Body) =>
    put({ pk: text('known'), sk: text(sk), due: text('d'), at: text(at), ...more }, { TableName: 'Notes' });
  for (const { operation, body } of [
    item('a', '1', { note: text('one'), things: { M: {} } }),
    item('b', '2', { note: text('two') }),
  ])
    await engine.ask(operation, body);
  return engine;
}

const said = z.looseObject({
  __type: z.optional(z.string()),
  message: z.optional(z.string()),
  Message: z.optional(z.string()),
});

function answerFrom(status: number, body: unknown): Answer {
  const { __type, message: _, Message: __, ...rest } = said.parse(body);
  return { outcome: status === 200 ? 'taken' : (__type?.split('#').at(-1) ?? `status ${status}`), said: rest };
}

const allowAll: Authorize = (caller, action, resources) =>
  resources.map((resource) => ({
    caller: caller.name,
    action,
    resource,
    allowed: true,
    readUnits: 0,
    writeUnits: 0,
  }));

function requestFor(operation: string, body: Body): AwsRequest {
  return {
    service: 'dynamodb',
    operation,
    method: 'POST',
    path: '/',
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
    caller: { name: 'operator', decide: () => 'allowed', userArn: '' },
  };
}
