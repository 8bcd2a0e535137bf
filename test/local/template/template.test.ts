import { describe, expect, it } from 'vitest';
import { locationAt } from '#infra/local/template/identities.ts';
import { checkSupport, effectiveProperties } from '#infra/local/template/support.ts';
import { resolveResource } from '#infra/local/template/template.ts';

const location = locationAt('http://localhost:3000');
const template = {
  Resources: {
    Table: { Type: 'AWS::DynamoDB::GlobalTable' },
    Named: { Type: 'AWS::Events::EventBus', Properties: { Name: 'house-bus' } },
    Api: { Type: 'AWS::ApiGatewayV2::Api' },
  },
  Parameters: { BootstrapVersion: { Default: '/cdk/version' } },
};
const resolved = (value: unknown) =>
  resolveResource(
    { ...template, Resources: { ...template.Resources, Tested: { Type: 'T', Properties: { value } } } },
    location,
    'Tested',
  ).properties['value'];

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: this is what Fn::Sub looks like
describe('an intrinsic of the template', () => {
  it.each([
    ['Ref to a resource', { Ref: 'Table' }, 'Table'],
    ['Ref to a named resource', { Ref: 'Named' }, 'house-bus'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-north-1'],
    ['Ref to a parameter', { Ref: 'BootstrapVersion' }, '/cdk/version'],
    [
      'Fn::GetAtt as a list',
      { 'Fn::GetAtt': ['Table', 'Arn'] },
      'arn:aws:dynamodb:eu-north-1:000000000000:table/Table',
    ],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Named.Arn' }, 'arn:aws:events:eu-north-1:000000000000:event-bus/house-bus'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Table' }]] }, 'a-Table'],
    [
      'Fn::Sub',
      { 'Fn::Sub': 'x-${AWS::AccountId}-${Table}-${Table.Arn}-${!kept}' },
      'x-000000000000-Table-arn:aws:dynamodb:eu-north-1:000000000000:table/Table-${kept}',
    ],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['the address of the API', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, 'http://localhost:3000'],
    [
      'the address of the API, put together',
      {
        'Fn::Join': [
          '',
          ['https://', { Ref: 'Api' }, '.execute-api.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }, '/'],
        ],
      },
      'http://localhost:3000/',
    ],
    [
      'a condition block of a policy',
      { Condition: { StringEquals: { k: { Ref: 'Table' } } } },
      { Condition: { StringEquals: { k: 'Table' } } },
    ],
  ])('is resolved: %s', (_, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it.each([
    [{ 'Fn::ImportValue': 'x' }, 'Tested at value: the intrinsic Fn::ImportValue is not known here'],
    [
      { deep: [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }] },
      'Tested at value.deep.0: Fn::GetAtt Table.StreamArn is not known here',
    ],
    [{ Ref: 'Missing' }, 'Tested at value: Ref to Missing, which the template does not have'],
  ])('that is not known is refused with logical id and path: %j', (value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });
});

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above

describe('a type of resource', () => {
  it('that is not in the table is refused by its logical id', () => {
    const unknown = {
      Resources: { Bucket1: { Type: 'AWS::S3::Bucket' }, Table: { Type: 'AWS::DynamoDB::GlobalTable' } },
    };
    expect(() => checkSupport(unknown)).toThrow('Bucket1 (AWS::S3::Bucket)');
  });

  it('has its idle properties left out and listed, once for all resources of the type', () => {
    const Properties = { TimeToLiveSpecification: { Enabled: true }, KeySchema: [] };
    const table = { Type: 'AWS::DynamoDB::GlobalTable', Properties };
    expect(effectiveProperties(table.Type, Properties)).toEqual({ KeySchema: [] });
    expect(checkSupport({ Resources: { One: table, Two: table } }).ignored).toEqual([
      { what: 'TimeToLiveSpecification', type: table.Type, why: expect.stringContaining('expired') },
    ]);
  });

  it('that is ignored is listed with the reason', () => {
    const { ignored } = checkSupport({ Resources: { Meta: { Type: 'AWS::CDK::Metadata' } } });
    expect(ignored).toEqual([{ what: 'Meta', type: 'AWS::CDK::Metadata', why: expect.stringMatching(/\w+/) }]);
  });
});
