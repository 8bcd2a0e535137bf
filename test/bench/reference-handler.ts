import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { z } from 'zod';

/**
 * The yardstick of cold starts: what one writes who does not think of them, with the libraries that most would take.
 * Leave it as it is, or no two runs compare.
 */
const Submission = z.object({
  title: z.string().min(5).max(140),
  summary: z.string().min(20).max(600),
  language: z.enum(['en', 'da', 'nb', 'sv', 'fi', 'is']),
  countries: z.array(z.string()).min(1).max(8),
  actorType: z.string(),
  organisation: z.string().min(2).max(140),
  themes: z.array(z.string()).min(1).max(3),
  startDate: z.iso.date(),
  contact: z.object({ name: z.string().min(1), email: z.email() }),
  consent: z.literal(true),
});

const documents = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyResultV2>().handler(async ({ body }) => {
  const parsed = Submission.safeParse(JSON.parse(body ?? ''));
  if (!parsed.success) return { statusCode: 422, body: JSON.stringify(parsed.error.issues) };
  const id = randomUUID();
  await documents.send(
    new PutCommand({
      TableName: process.env['SUBMISSIONS_TABLE'],
      Item: { pk: id, sk: 'case', ...parsed.data },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  );
  return { statusCode: 202, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id }) };
});
