import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it, onTestFinished } from 'vitest';
import { ClearingCentreStack } from '#infra/clearing-centre-stack.ts';
import { withoutCode } from '#infra/code-folders.ts';
import { stageSettings } from '#infra/stages.ts';
import { synthesizedTemplate } from './synthesized.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const outputs = Object.keys(synthesizedTemplate('prod').findOutputs('*'));

it('every output has its place in the README', () => {
  expect(outputs.filter((name) => !readme.includes(`\`${name}\``) && !readme.includes(`output ${name})`))).toEqual([]);
});

it('every output that the README asks for is there under that very name', () => {
  const asked = [...readme.matchAll(/\$\(output (\w+)\)/g)].map(([, name]) => name);
  expect(asked).toContain('AttendCaseName');
  expect(asked.filter((name = '') => !outputs.includes(name))).toEqual([]);
});

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
