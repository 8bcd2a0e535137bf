import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource } from 'aws-cdk-lib';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildApp } from '#infra/app.ts';
import { withoutCode } from '#infra/code-folders.ts';
import type { StageName } from '#infra/stages.ts';

function build(stage: StageName) {
  const outdir = mkdtempSync(join(tmpdir(), `${stage}-`));
  onTestFinished(() => rmSync(outdir, { recursive: true }));
  return buildApp({ stage, code: withoutCode, outdir });
}

// The report is printed even when it is good.
let printed: string[] = [];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'error').mockImplementation((line: unknown) => void printed.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(['local', 'dev', 'prod'] as const)('the app of stage %s', (stage) => {
  it('breaks no rule of CloudFormation and none of cdk-nag', () => {
    expect(() => build(stage).app.synth()).not.toThrow();
    const findings = printed.join('\n').match(/^(WARNING|ERROR) .*/gm) ?? [];
    expect(findings.filter((finding) => !finding.includes('addresses that no mail can reach'))).toEqual([]);
  });

  it('says which addresses have to be replaced before a deployment', () => {
    build(stage).app.synth();
    expect(printed.join('\n')).toContain(`Before deploying stage ${stage}, replace`);
  });
});

it.each([
  ['prod', true],
  ['dev', false],
  ['local', false],
] as const)('the stack of stage %s is protected from being deleted: %s', (stage, isProtected) => {
  expect(build(stage).stack.terminationProtection).toBe(isProtected);
});

describe('synthesis fails', () => {
  it('when a resource breaks a rule of CloudFormation', () => {
    const { app, stack } = build('dev');
    new CfnResource(stack, 'Broken', { type: 'AWS::SQS::Queue', properties: { DelaySeconds: 'soon' } });
    expect(() => app.synth()).toThrow(/ERROR DelaySeconds: 'soon' is not of type 'integer'/);
  });

  it('when a resource breaks a rule of cdk-nag', () => {
    const { app, stack } = build('dev');
    new CfnTopic(stack, 'Unencrypted');
    expect(() => app.synth()).toThrow(/ERROR .*AwsSolutions-SNS3/s);
  });
});
