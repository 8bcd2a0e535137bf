import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdk from '../cdk.json' with { type: 'json' };
import { bundleFunctions, layCode } from './bundles.ts';
import { ClearingCentreStack } from './clearing-centre-stack.ts';
import type { CodeFolders } from './service-function.ts';
import { StageName, stageSettings } from './stages.ts';

export interface AppOptions {
  /** Default: what the command line says (`-c stage=prod`), else dev. */
  readonly stage?: StageName;
  readonly code: CodeFolders;
  /** Where the cloud assembly goes. Default: where the command line wants it. */
  readonly outdir?: string;
}

/** The app of one stage. Its synthesis fails when a setting, a rule of CloudFormation or a rule of cdk-nag is broken. */
export function buildApp({ stage, code, outdir }: AppOptions): { app: App; stack: ClearingCentreStack } {
  const app = new App({ context: cdk.context, ...(outdir !== undefined && { outdir }) });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const chosen = stage ?? StageName.parse(app.node.tryGetContext('stage') ?? 'dev');
  const stack = new ClearingCentreStack(app, `ClearingCentre-${chosen}`, {
    stage: chosen,
    settings: stageSettings(chosen),
    code,
  });
  return { app, stack };
}

/** Bundles every function and writes the cloud assembly of a stage to a folder. */
export async function synthesize(stage: StageName, outdir: string): Promise<void> {
  const { app } = buildApp({ stage, code: await bundledCode(), outdir });
  app.synth();
}

async function bundledCode(): Promise<CodeFolders> {
  const bundles = await bundleFunctions();
  return (path, files) => layCode(bundles, path, files);
}

// The CDK command line runs this file; whoever imports it calls what they need.
if (import.meta.main) buildApp({ code: await bundledCode() }).app.synth();
