import { Annotations, App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdk from '../cdk.json' with { type: 'json' };
import { type Bundles, bundleFunctions } from './bundles.ts';
import { ClearingCentreStack } from './clearing-centre-stack.ts';
import { type CodeFolders, foldersOf } from './code-folders.ts';
import { placeholdersIn, StageName, type StageSettings, stageNames, stageSettings } from './stages.ts';

interface AppOptions {
  /** Default: what the command line says (`-c stage=prod`), else dev. */
  readonly stage?: StageName;
  readonly code: CodeFolders;
  /** Where the cloud assembly goes. Default: where the command line wants it. */
  readonly outdir?: string;
  /** Whether a finding of CloudFormation's rules or of cdk-nag makes the synthesis fail. Default: yes. */
  readonly isChecked?: boolean;
}

/** The app of one stage. Throws when its settings cannot be used, and its synthesis when the template breaks a rule. */
export function buildApp({ stage, code, outdir, isChecked = true }: AppOptions): {
  app: App;
  stack: ClearingCentreStack;
} {
  const app = new App({
    context: cdk.context,
    builtinCloudFormationValidation: isChecked,
    ...(outdir !== undefined && { outdir }),
  });
  const chosen = stage ?? stageNamed(app.node.tryGetContext('stage') ?? 'dev');
  const settings = stageSettings(chosen);
  const stack = new ClearingCentreStack(app, `ClearingCentre-${chosen}`, { stage: chosen, settings, code });
  if (isChecked) {
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    warnOfPlaceholders(stack, chosen, settings);
  }
  return { app, stack };
}

function stageNamed(name: unknown): StageName {
  const parsed = StageName.safeParse(name);
  if (!parsed.success) throw new Error(`There is no stage ${name}; there are ${stageNames.join(', ')}`);
  return parsed.data;
}

function warnOfPlaceholders(stack: ClearingCentreStack, stage: StageName, settings: StageSettings): void {
  const [first, ...others] = placeholdersIn(settings);
  if (first === undefined) return;
  Annotations.of(stack).addWarningV2(
    'clearing-centre:placeholders',
    `Before deploying stage ${stage}, replace ${others.length + 1} addresses that no mail can reach, such as ${first}, in infra/stages.ts and infra/moderators.ts`,
  );
}

/**
 * Bundles every function and writes the cloud assembly of a stage to a folder. Bundles that must not be deployed may still run
 * on this machine: for the local stage that is only said.
 */
export async function synthesize(stage: StageName, outdir: string): Promise<void> {
  const bundles = await bundleFunctions();
  const isLocal = stage === 'local';
  if (isLocal) for (const fault of bundles.faults) process.stderr.write(`Not to be deployed: ${fault}\n`);
  else refuseFaulty(bundles);
  // The checks take two seconds. The local stage is never deployed, and tests check the others, which differ in names only.
  buildApp({ stage, code: foldersOf(bundles), outdir, isChecked: !isLocal }).app.synth();
}

function refuseFaulty({ faults }: Bundles): void {
  if (faults.length > 0) throw new Error(`These bundles must not be deployed:\n- ${faults.join('\n- ')}`);
}

// The CDK command line runs this file; whoever imports it calls what they need.
if (import.meta.main) {
  try {
    const bundles = await bundleFunctions();
    refuseFaulty(bundles);
    buildApp({ code: foldersOf(bundles) }).app.synth();
  } catch (error) {
    // A plain error is meant for people; any other is a mistake in the code, whose stack matters.
    if (!(error instanceof Error && error.constructor === Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
