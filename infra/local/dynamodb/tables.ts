import * as z from 'zod/mini';
import type { Deployment } from '../template/deployment.ts';
import { nameOf, tableArn } from '../template/identities.ts';

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const indexShape = z.strictObject({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.optional(z.array(z.string())),
  }),
});
const tableShape = z.strictObject({
  TableName: z.optional(z.string()),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.optional(z.array(indexShape)),
});

/** A table of the template, in the words of DynamoDB's CreateTable. */
export type Table = {
  arn: string;
  definition: {
    TableName: string;
    BillingMode: 'PAY_PER_REQUEST';
    AttributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
    KeySchema: z.infer<typeof keySchema>;
    GlobalSecondaryIndexes?: z.infer<typeof indexShape>[];
  };
};

/** Reads the tables of the template. */
export function readTables(deployment: Deployment): Table[] {
  return deployment.all('AWS::DynamoDB::GlobalTable', tableShape).map(({ id, type, properties }) => {
    const name = nameOf(id, { Type: type, Properties: properties });
    return {
      arn: tableArn(deployment.location, name),
      definition: {
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: properties.AttributeDefinitions,
        KeySchema: properties.KeySchema,
        ...(properties.GlobalSecondaryIndexes && { GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes }),
      },
    };
  });
}

/** The keys of a table or of one of its indexes. */
export function keySchemaOf({ definition }: Table, indexName?: string): z.infer<typeof keySchema> | undefined {
  if (indexName === undefined) return definition.KeySchema;
  return definition.GlobalSecondaryIndexes?.find((index) => index.IndexName === indexName)?.KeySchema;
}

/** The name of the attribute that is the hash key of a table or of one of its indexes. */
export function hashKeyOf(table: Table, indexName?: string): string | undefined {
  return keySchemaOf(table, indexName)?.find((key) => key.KeyType === 'HASH')?.AttributeName;
}
