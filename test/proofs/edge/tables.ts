import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeTables, tablesOfTheService } from '#test/support/tables.ts';
import { type Answer, type Asked, clientSettings } from './wire.ts';

/** dynalite has no types. */
const dynalite: (options: { createTableMs: number }) => Server = createRequire(import.meta.url)('dynalite');

/** It reads no signature, but there must be one. */
const signed = {
  authorization: 'AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b, Signature=c',
  'x-amz-date': '20260302T120000Z',
};

export type AnswersTables = (asked: Asked) => Promise<Answer>;

/** Both tables of the service, empty, in a dynalite that is asked without a network: a story makes many calls. */
export async function openTables(): Promise<AnswersTables> {
  const engine = dynalite({ createTableMs: 0 });
  const answer: AnswersTables = ({ method, path, headers, body }) =>
    new Promise((done) => {
      const request = Object.assign(new EventEmitter(), { method, url: path, headers: { ...headers, ...signed } });
      const told: Record<string, string> = {};
      const response = {
        statusCode: 200,
        setHeader(name: string, value: unknown) {
          told[name.toLowerCase()] = String(value);
        },
        end: (text: string) => done({ status: response.statusCode, headers: told, body: text }),
      };
      engine.emit('request', request, response);
      request.emit('data', Buffer.from(body));
      request.emit('end');
    });
  await makeTables(new DynamoDBClient(clientSettings(answer)), tablesOfTheService);
  return answer;
}
