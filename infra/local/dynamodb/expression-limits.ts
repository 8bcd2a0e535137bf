/**
 * What DynamoDB allows in an expression, as far as dynalite allows more.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
import * as z from 'zod/mini';
import { AwsFailure } from '../aws/wire.ts';
import { expressions, tableOf } from './access.ts';
import type { Table } from './tables.ts';

const mostBytes = 4096;
const mostAlternatives = 100;

/** Checks the expressions of a call. @throws ValidationException in the words of AWS. */
export function checkExpressions(body: Record<string, unknown>, tables: Table[]): void {
  for (const [name, expression] of Object.entries(body)) {
    if (!name.endsWith('Expression') || typeof expression !== 'string') continue;
    const bytes = Buffer.byteLength(expression);
    if (bytes > mostBytes)
      throw refused(
        `Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${bytes}`,
      );
    for (const [, alternatives = ''] of expression.matchAll(/\bIN\s*\(([^)]*)\)/gi)) {
      const count = alternatives.split(',').length;
      if (count > mostAlternatives)
        throw refused(
          `Invalid ${name}: The IN operator is provided with too many operands; number of operands: ${count}`,
        );
    }
  }
  checkProjection(body, tables);
}

const wanted = z.looseObject({
  TableName: z.optional(z.string()),
  IndexName: z.optional(z.string()),
  ProjectionExpression: z.optional(z.string()),
});

/** An index gives what it holds and nothing else. */
function checkProjection(body: Record<string, unknown>, tables: Table[]): void {
  const { TableName, IndexName, ProjectionExpression } = wanted.parse(body);
  const { definition } = tableOf(tables, TableName) ?? {};
  const index = definition?.GlobalSecondaryIndexes?.find((one) => one.IndexName === IndexName);
  if (!definition || !index || index.Projection.ProjectionType === 'ALL' || !ProjectionExpression) return;
  const keys = [...definition.KeySchema, ...index.KeySchema].map(({ AttributeName }) => AttributeName);
  const held = new Set([...keys, ...(index.Projection.NonKeyAttributes ?? [])]);
  const names = expressions.parse(body).ExpressionAttributeNames ?? {};
  const missing = ProjectionExpression.split(',')
    .map((path) => path.trim().replace(/[.[].*$/s, ''))
    .map((name) => names[name] ?? name)
    .filter((name) => !held.has(name));
  if (missing.length > 0)
    throw refused(
      `One or more parameter values were invalid: Global secondary index ${IndexName} does not project [${missing.join(', ')}]`,
    );
}

const refused = (message: string) => new AwsFailure('ValidationException', message);
