import { mkdtempSync } from 'node:fs';
import { openDynamodb } from '#infra/local/dynamodb/store.ts';
import { dynamodbService } from '#infra/local/dynamodb/service.ts';
import { AwsFailure } from '#infra/local/aws/wire.ts';
import { calls } from '#test/local/dynamodb/calls.ts';
const schema = (a: string, b: string) => [{ AttributeName: a, KeyType: 'HASH' as const }, { AttributeName: b, KeyType: 'RANGE' as const }];
const definition = { TableName: 'Notes', BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: ['pk','sk','due','at'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
  KeySchema: schema('pk','sk'), GlobalSecondaryIndexes: [{ IndexName: 'byDue', KeySchema: schema('due','at'), Projection: { ProjectionType: 'KEYS_ONLY' as const } }] };
const tables = [{ arn: 'arn:aws:dynamodb:eu-north-1:1:table/Notes', definition }];
const local = await openDynamodb(mkdtempSync('/tmp/jd/t-') + '/tables', tables);
const service = dynamodbService(tables, local.port, (caller, action, resources) => resources.map((resource) => ({ caller: 'x', action, resource, allowed: true, readUnits: 0, writeUnits: 0 })));
async function one(operation: string, body: object) {
  try {
    const a = await service({ service: 'dynamodb', operation, method: 'POST', path: '/', headers: {}, body: Buffer.from(JSON.stringify(body)), caller: { name: 'x', decide: () => 'allowed', userArn: 'x' } });
    return { status: a?.status, ...JSON.parse(String(a?.body)) };
  } catch (e) { if (e instanceof AwsFailure) return { status: 400, __type: e.name, message: e.message }; return {status: 500, __type: String(e).slice(0,200)}; }
}
async function other(operation: string, body: object) {
  const r = await fetch('http://127.0.0.1:18123', { method: 'POST', headers: { 'x-amz-target': `DynamoDB_20120810.${operation}`, 'content-type': 'application/x-amz-json-1.0', authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=x' }, body: JSON.stringify(body) });
  return { status: r.status, ...(await r.json() as object) } as any;
}
await other('DeleteTable', { TableName: 'Notes' });
await other('CreateTable', definition);
for (const engine of [one, other]) {
  for (const Item of [
    { pk: {S:'known'}, sk: {S:'a'}, note: {S:'one'}, things: {M:{}}, due: {S:'d'}, at: {S:'1'} },
    { pk: {S:'known'}, sk: {S:'b'}, note: {S:'two'}, due: {S:'d'}, at: {S:'2'} }]) await engine('PutItem', { TableName: 'Notes', Item });
}
const name = (a: any) => a.status === 200 ? 'takes' : String(a.__type).split('#').at(-1);
for (const [what, operation, body, outcome] of calls) {
  const whole = 'RequestItems' in body || 'TableName' in body ? body : { TableName: 'Notes', ...body };
  const [a, b] = [await one(operation, whole), await other(operation, whole)];
  const { status: _1, ...ra } = a; const { status: _2, ...rb } = b;
  const same = name(a) === name(b) && name(a) === outcome;
  if (!same) console.log(`DIFF ${what}: expected ${outcome}\n   local ${name(a)} ${a.message ?? a.Message ?? ''}\n   ddb   ${name(b)} ${b.message ?? b.Message ?? ''}`);
  else if (outcome === 'takes' && JSON.stringify(ra) !== JSON.stringify(rb)) console.log(`BODY ${what}\n ${JSON.stringify(ra)}\n ${JSON.stringify(rb)}`);
  else if ((a.message ?? a.Message) !== (b.message ?? b.Message)) console.log(`msg ${what}\n   ${a.message ?? a.Message}\n   ${b.message ?? b.Message}`);
}
await local.close(); process.exit();
