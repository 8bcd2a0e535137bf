import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { CodeFolders } from './code-folders.ts';
import {
  allRoutes,
  constructIdOf,
  contracts,
  type EnvironmentOf,
  type FunctionPath,
  filesOf,
  secondsOf,
} from './functions.ts';
import { limitsOf, type StageSettings } from './stages.ts';

/** The value of an environment variable together with the right to use what it names: nobody gets one without the other. */
export interface Access {
  readonly value: string;
  readonly allows: readonly iam.PolicyStatementProps[];
}

export interface ServiceFunctionProps<Path extends FunctionPath> {
  readonly settings: StageSettings;
  readonly code: CodeFolders;
  readonly environment: EnvironmentOf<Path, string | Access>;
}

/**
 * A Lambda function as this service runs them: what it is given follows from its contract, it may do what its environment
 * names and nothing else, and its log ends after a while. A missing or an extra variable does not compile.
 */
export class ServiceFunction<Path extends FunctionPath = FunctionPath> extends lambda.Function {
  readonly path: Path;
  /** What people notice when it fails. */
  readonly failure: string;

  constructor(scope: Construct, path: Path, props: ServiceFunctionProps<Path>) {
    const id = constructIdOf(path);
    const { settings } = props;
    const logGroup = new logs.LogGroup(scope, `${id}Log`, {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new iam.Role(scope, `${id}Role`, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    const environment = Object.entries<string | Access>(props.environment);
    for (const [, value] of environment) for (const right of rightsOf(value)) role.addToPolicy(right);

    super(scope, id, {
      description: path,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      // CPU comes with memory and decides the first call; beyond this it no longer pays.
      memorySize: 512,
      timeout: Duration.seconds(secondsOf(path)),
      code: lambda.Code.fromAsset(props.code(path, filesFor(path, settings))),
      handler: 'index.handler',
      environment: Object.fromEntries(environment.map(([name, value]) => [name, textOf(value)])),
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
    });
    this.path = path;
    this.failure = contracts[path].failure;
  }
}

function textOf(value: string | Access): string {
  return typeof value === 'string' ? value : value.value;
}

function rightsOf(value: string | Access): iam.PolicyStatement[] {
  return typeof value === 'string' ? [] : value.allows.map((right) => new iam.PolicyStatement(right));
}

function filesFor(path: FunctionPath, settings: StageSettings): Record<string, string> {
  const contents = {
    'settings.json': () => settings.moderation,
    'limits.json': () => limitsOf(settings),
    'routes.json': () => allRoutes(),
  };
  return Object.fromEntries(filesOf(path).map((name) => [name, JSON.stringify(contents[name]())]));
}
