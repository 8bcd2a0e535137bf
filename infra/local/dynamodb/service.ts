import { Agent, request as httpRequest } from 'node:http';
import * as z from 'zod/mini';
import {
  type Authorize,
  type AwsAnswer,
  AwsFailure,
  type AwsRequest,
  type AwsService,
  jsonBody,
  type RecordedCall,
} from '../aws/wire.ts';
import { accessesOf, tableOf } from './access.ts';
import { checkExpressions } from './expression-limits.ts';
import { checkKeyValues } from './key-values.ts';
import { checkNesting } from './nesting.ts';
import type { Table } from './tables.ts';

const commonMembers = 'TableName ReturnConsumedCapacity ExpressionAttributeNames ExpressionAttributeValues';
const writeMembers = `${commonMembers} ConditionExpression ReturnValues ReturnItemCollectionMetrics ReturnValuesOnConditionCheckFailure`;
const readMembers = `${commonMembers} ProjectionExpression ConsistentRead`;
const searchMembers = `${readMembers} IndexName FilterExpression Limit ExclusiveStartKey Select`;

/** The operations that dynalite knows, with the members it understands; another member would be dropped silently, so it is refused. */
const knownMembers: Record<string, Set<string>> = Object.fromEntries(
  Object.entries({
    GetItem: `${readMembers} Key`,
    PutItem: `${writeMembers} Item`,
    UpdateItem: `${writeMembers} Key UpdateExpression`,
    DeleteItem: `${writeMembers} Key`,
    Query: `${searchMembers} KeyConditionExpression ScanIndexForward`,
    Scan: `${searchMembers} Segment TotalSegments`,
    BatchGetItem: 'RequestItems ReturnConsumedCapacity',
    BatchWriteItem: 'RequestItems ReturnConsumedCapacity ReturnItemCollectionMetrics',
    DescribeTable: 'TableName',
    DescribeTimeToLive: 'TableName',
    ListTables: 'ExclusiveStartTableName Limit',
  }).map(([operation, members]) => [operation, new Set(members.split(' '))]),
);

const capacity = z.object({
  TableName: z.string(),
  CapacityUnits: z.optional(z.number()),
});
const consumption = z.looseObject({ ConsumedCapacity: z.optional(z.union([capacity, z.array(capacity)])) });
const failedCheck = z.looseObject({ __type: z.string(), message: z.optional(z.string()) });
const bodyShape = z.record(z.string(), z.unknown());

/**
 * Answers DynamoDB calls with dynalite behind it, which listens on `port`. What is done here and not there: permissions,
 * what AWS refuses and dynalite takes, the record of consumed units, and the item of a failed condition (`ReturnValuesOnConditionCheckFailure`), which is read
 * consistently right after the failure.
 */
export function dynamodbService(tables: Table[], port: number, authorize: Authorize): AwsService {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const forward = (operation: string, body: unknown) => post(agent, port, operation, JSON.stringify(body));

  return async (request) => {
    const members = knownMembers[request.operation];
    if (!members) return undefined;
    const body = bodyShape.parse(jsonBody(request));
    for (const member of Object.keys(body)) {
      if (!members.has(member))
        throw new AwsFailure('ValidationException', `The local world does not know ${request.operation}.${member}.`);
    }
    const recorded = authorizeAll(request, body, tables, authorize);
    checkExpressions(body, tables);
    checkNesting(request.operation, body);
    checkKeyValues(request.operation, body, tables);
    const { ReturnValuesOnConditionCheckFailure: onFailure, ...plain } = body;
    const counted = recorded.some((call) => call.resource.includes(':table/')) && request.operation !== 'DescribeTable';
    const answer = await forward(request.operation, counted ? { ...plain, ReturnConsumedCapacity: 'TOTAL' } : plain);
    if (answer.status !== 200) {
      return onFailure === 'ALL_OLD' ? withItem(answer, body, tables, forward) : answer;
    }
    return counted
      ? accountFor(answer, recorded, request.operation, plain['ReturnConsumedCapacity'] !== undefined)
      : answer;
  };
}

function authorizeAll(
  request: AwsRequest,
  body: Record<string, unknown>,
  tables: Table[],
  authorize: Authorize,
): RecordedCall[] {
  const action = `dynamodb:${request.operation}`;
  return accessesOf(request.operation, body, tables).flatMap(({ resource, leadingKeys }) =>
    authorize(request.caller, action, [resource], leadingKeys ? { 'dynamodb:LeadingKeys': leadingKeys } : {}),
  );
}

/** Notes the units that a call consumed, and leaves them out of the answer unless they are wanted there. */
function accountFor(answer: AwsAnswer, recorded: RecordedCall[], operation: string, isWanted: boolean): AwsAnswer {
  const { ConsumedCapacity, ...rest } = consumption.parse(JSON.parse(answer.body.toString()));
  const units = [ConsumedCapacity ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
  const [call] = recorded;
  if (call) call[/Get|Query|Scan/.test(operation) ? 'readUnits' : 'writeUnits'] += units;
  return isWanted ? answer : { ...answer, body: JSON.stringify(rest) };
}

async function withItem(
  answer: AwsAnswer,
  body: Record<string, unknown>,
  tables: Table[],
  forward: (operation: string, body: unknown) => Promise<AwsAnswer>,
): Promise<AwsAnswer> {
  const failure = failedCheck.parse(JSON.parse(answer.body.toString()));
  const table = tableOf(tables, body['TableName']);
  if (!failure.__type.endsWith('ConditionalCheckFailedException') || !table) return answer;
  const whole = bodyShape.parse(body['Key'] ?? body['Item']);
  const Key = Object.fromEntries(
    table.definition.KeySchema.map(({ AttributeName }) => [AttributeName, whole[AttributeName]]),
  );
  const found = await forward('GetItem', { TableName: body['TableName'], Key, ConsistentRead: true });
  const { Item } = bodyShape.parse(JSON.parse(found.body.toString()));
  return Item === undefined ? answer : { ...answer, body: JSON.stringify({ ...failure, Item }) };
}

function post(agent: Agent, port: number, operation: string, body: string): Promise<AwsAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'content-length': Buffer.byteLength(body),
          'x-amz-target': `DynamoDB_20120810.${operation}`,
          'x-amz-date': 'local',
          authorization:
            'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=local, Signature=local',
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 500, body: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
