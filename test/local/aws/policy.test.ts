import { describe, expect, it } from 'vitest';
import { compilePolicies, type PolicyDocument } from '#infra/local/aws/policy.ts';

type Statement = PolicyDocument['Statement'][number];
const decide = (...Statement: Statement[]) => compilePolicies([{ Statement }], 'Role');
const allow = (more: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Action: 'dynamodb:GetItem',
  Resource: 'arn:table',
  ...more,
});

describe('a policy', () => {
  it('allows nothing by default', () => {
    expect(decide()('dynamodb:GetItem', 'arn:table', {})).toBe('not-allowed');
  });

  it.each([
    ['dynamodb:GetItem', 'arn:table', 'allowed'],
    ['dynamodb:getitem', 'arn:table', 'allowed'],
    ['dynamodb:PutItem', 'arn:table', 'not-allowed'],
    ['dynamodb:GetItem', 'arn:other', 'not-allowed'],
  ])('that allows one action on one resource says to %s on %s: %s', (action, resource, decision) => {
    expect(decide(allow())(action, resource, {})).toBe(decision);
  });

  it('takes * and ? in actions and resources', () => {
    const decideOn = decide(allow({ Action: 'dynamodb:Get*', Resource: ['arn:?able/index/*'] }));
    expect(decideOn('dynamodb:GetItem', 'arn:table/index/byDue', {})).toBe('allowed');
    expect(decideOn('dynamodb:GetItem', 'arn:table', {})).toBe('not-allowed');
  });

  it('lets an explicit deny win', () => {
    expect(decide(allow(), allow({ Effect: 'Deny' }))('dynamodb:GetItem', 'arn:table', {})).toBe('denied-explicitly');
  });

  it.each([
    ['StringEquals', 'a@example.org', ['a@example.org'], 'allowed'],
    ['StringEquals', 'a@*', ['a@example.org'], 'not-allowed'],
    ['StringLike', 'a@*', ['a@example.org'], 'allowed'],
    ['StringEquals', 'a@example.org', undefined, 'not-allowed'],
  ])('holds a sender by %s %s against %s: %s', (operator, wanted, actual, decision) => {
    const decideOn = decide(allow({ Condition: { [operator]: { 'ses:FromAddress': wanted } } }));
    expect(decideOn('dynamodb:GetItem', 'arn:table', actual ? { 'ses:FromAddress': actual } : {})).toBe(decision);
  });

  it.each([
    [['link#1', 'link#2'], 'allowed'],
    [['link#1', 'case'], 'not-allowed'],
    [undefined, 'allowed'],
  ])('holds all leading keys %s against ForAllValues: %s', (keys, decision) => {
    const decideOn = decide(
      allow({ Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['link#*'] } } }),
    );
    expect(decideOn('dynamodb:GetItem', 'arn:table', keys ? { 'dynamodb:LeadingKeys': keys } : {})).toBe(decision);
  });

  it.each([
    [{ NumericEquals: { 'ses:FromAddress': '1' } }, /Role.*NumericEquals/],
    [{ StringEquals: { 'aws:SourceVpc': 'vpc' } }, /Role.*aws:SourceVpc/],
  ])('with a condition that is not known here is refused by name', (Condition, message) => {
    expect(() => decide(allow({ Condition }))).toThrow(message);
  });
});
