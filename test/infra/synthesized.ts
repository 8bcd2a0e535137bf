import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod/mini';
import { buildApp } from '#infra/app.ts';
import { ClearingCentreStack } from '#infra/clearing-centre-stack.ts';
import { withoutCode } from '#infra/code-folders.ts';
import { type FunctionPath, functionPaths } from '#infra/functions.ts';
import type { StageName, StageSettings } from '#infra/stages.ts';

/** The template of a stage, with empty functions and without the checks that app.test.ts makes. */
export function synthesizedTemplate(stage: StageName): Template {
  const outdir = mkdtempSync(join(tmpdir(), `${stage}-`));
  const template = Template.fromStack(buildApp({ stage, code: withoutCode, outdir, isChecked: false }).stack);
  rmSync(outdir, { recursive: true });
  return template;
}

/** The template of prod with other settings. */
export function templateOf(settings: StageSettings): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'settings-'));
  const stack = new ClearingCentreStack(new App({ outdir }), 'Other', { stage: 'prod', settings, code: withoutCode });
  const template = Template.fromStack(stack);
  rmSync(outdir, { recursive: true });
  return template;
}

const Resource = z.object({ Type: z.string(), Properties: z._default(z.record(z.string(), z.unknown()), {}) });
export type Properties = z.infer<typeof Resource>['Properties'];

/** The resources of a type: logical id → properties. */
export function resourcesOf(template: Template, type: string): Map<string, Properties> {
  const found = z.record(z.string(), Resource).parse(template.findResources(type));
  return new Map(Object.entries(found).map(([id, { Properties }]) => [id, Properties]));
}

/** The functions of a template by their path, with their logical ids. */
export function functionsOf(template: Template): Map<FunctionPath, { id: string; properties: Properties }> {
  const all = [...resourcesOf(template, 'AWS::Lambda::Function')];
  return new Map(
    functionPaths().map((path) => {
      const [id, properties] = all.find(([, { Description }]) => Description === path) ?? [];
      if (id === undefined || properties === undefined) throw new Error(`The template has no function ${path}`);
      return [path, { id, properties }];
    }),
  );
}

const Intrinsic = z.union([
  z.object({ Ref: z.string() }),
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
]);

/** A value of the template as readable text: what is known at deployment only appears as `<LogicalId>`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const intrinsic = Intrinsic.parse(value);
  if ('Ref' in intrinsic) return `<${intrinsic.Ref}>`;
  if ('Fn::GetAtt' in intrinsic) return `<${intrinsic['Fn::GetAtt'][0]}>`;
  const [separator, parts] = intrinsic['Fn::Join'];
  return parts.map(textOf).join(separator);
}

/** Logical ids end in a hash of eight digits; without it they are what the source says. */
export function withoutHash(text: string): string {
  return text.replaceAll(/[0-9A-F]{8}(?=>|$)/g, '');
}
