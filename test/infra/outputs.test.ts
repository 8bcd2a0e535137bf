import { expect, it } from 'vitest';
import { stageSettings } from '#infra/stages.ts';
import { templateOf } from './synthesized.ts';

it('the API’s own address is told beside that of the domain which leads to it', () => {
  const template = templateOf({ ...stageSettings('prod'), origin: 'https://ideas.example' });
  const [api] = Object.keys(template.findResources('AWS::ApiGatewayV2::Api'));
  expect(template.findOutputs('*')).toMatchObject({
    Origin: { Value: 'https://ideas.example' },
    ApiEndpoint: { Value: { 'Fn::GetAtt': [api, 'ApiEndpoint'] } },
  });
});
