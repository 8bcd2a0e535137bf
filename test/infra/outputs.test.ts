import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it, onTestFinished } from 'vitest';
import { ClearingCentreStack } from '#infra/clearing-centre-stack.ts';
import { withoutCode } from '#infra/code-folders.ts';
import { stageSettings } from '#infra/stages.ts';

it('the API’s own address is told beside that of the domain which leads to it', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'own-domain-'));
  onTestFinished(() => rmSync(outdir, { recursive: true }));
  const settings = { ...stageSettings('prod'), origin: 'https://ideas.example' };
  const stack = new ClearingCentreStack(new App({ outdir }), 'Own', { stage: 'prod', settings, code: withoutCode });
  const template = Template.fromStack(stack);
  const [api] = Object.keys(template.findResources('AWS::ApiGatewayV2::Api'));
  expect(template.findOutputs('*')).toMatchObject({
    Origin: { Value: 'https://ideas.example' },
    ApiEndpoint: { Value: { 'Fn::GetAtt': [api, 'ApiEndpoint'] } },
  });
});
