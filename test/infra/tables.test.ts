import { describe, expect, it } from 'vitest';
import { indexes } from '#shared/case/indexes.ts';
import { type Properties, resourcesOf, synthesizedTemplate } from './synthesized.ts';

const stages = {
  prod: synthesizedTemplate('prod'),
  dev: synthesizedTemplate('dev'),
  local: synthesizedTemplate('local'),
};

function table(stage: keyof typeof stages, name: string): Properties {
  const found = [...resourcesOf(stages[stage], 'AWS::DynamoDB::GlobalTable')].find(([id]) => id.startsWith(name));
  if (found === undefined) throw new Error(`There is no table ${name}`);
  return found[1];
}

const key = [
  { AttributeName: 'pk', KeyType: 'HASH' },
  { AttributeName: 'sk', KeyType: 'RANGE' },
];

describe('Submissions', () => {
  it('has the indexes that the store queries, holding keys only', () => {
    const wanted = Object.values(indexes).map(({ index, key: hash, at }) => ({
      IndexName: index,
      KeySchema: [
        { AttributeName: hash, KeyType: 'HASH' },
        { AttributeName: at, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    }));
    expect(table('prod', 'Submissions')['GlobalSecondaryIndexes']).toEqual(wanted);
    expect(table('prod', 'Submissions')['KeySchema']).toEqual(key);
  });

  it('forgets what says when it is to be forgotten', () => {
    expect(table('prod', 'Submissions')['TimeToLiveSpecification']).toEqual({
      AttributeName: 'forgetAt',
      Enabled: true,
    });
  });
});

describe('Initiatives', () => {
  it('is found newest first by month, with everything a list shows', () => {
    expect(table('prod', 'Initiatives')['GlobalSecondaryIndexes']).toEqual([
      {
        IndexName: 'newest',
        KeySchema: [
          { AttributeName: 'month', KeyType: 'HASH' },
          { AttributeName: 'newest', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ]);
    expect(table('prod', 'Initiatives')['KeySchema']).toEqual(key);
  });

  it('forgets by itself only what says when', () => {
    expect(table('prod', 'Initiatives')['TimeToLiveSpecification']).toMatchObject({ AttributeName: 'forgetAt' });
  });
});

describe.each(['Submissions', 'Initiatives'])('%s', (name) => {
  it.each([
    ['prod', true],
    ['dev', false],
    ['local', false],
  ] as const)('can be restored to any moment; in %s its protection from deletion is %s', (stage, isProtected) => {
    const { Replicas, BillingMode } = table(stage, name);
    expect(BillingMode).toBe('PAY_PER_REQUEST');
    expect(Replicas).toEqual([
      expect.objectContaining({
        DeletionProtectionEnabled: isProtected,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    ]);
  });

  it('outlives a stack that is torn down by mistake, in prod', () => {
    const found = Object.entries(stages.prod.findResources('AWS::DynamoDB::GlobalTable')).find(([id]) =>
      id.startsWith(name),
    );
    expect(found?.[1]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });
});
