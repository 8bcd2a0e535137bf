import type { Template } from './assembly.ts';

type Support = 'run' | { ignored: string };

/** What the local world does with each type of resource. A type that is not in this table is refused at boot. */
export const supportedTypes: Record<string, Support> = {
  'AWS::DynamoDB::GlobalTable': 'run',
  'AWS::Lambda::Function': 'run',
  'AWS::Lambda::Permission': 'run',
  'AWS::Lambda::EventInvokeConfig': 'run',
  'AWS::IAM::Role': 'run',
  'AWS::IAM::Policy': 'run',
  'AWS::StepFunctions::StateMachine': 'run',
  'AWS::ApiGatewayV2::Api': 'run',
  'AWS::ApiGatewayV2::Integration': 'run',
  'AWS::ApiGatewayV2::Route': 'run',
  'AWS::ApiGatewayV2::Stage': {
    ignored: 'throttling and access logs are the real gateway’s; every route answers at the origin',
  },
  'AWS::Events::EventBus': 'run',
  'AWS::Events::Rule': 'run',
  'AWS::SQS::Queue': 'run',
  'AWS::SES::EmailIdentity': 'run',
  'AWS::SES::ConfigurationSet': 'run',
  'AWS::SNS::Topic': 'run',
  'AWS::SNS::Subscription': 'run',
  'AWS::SNS::TopicPolicy': 'run',
  'AWS::CloudWatch::Alarm': 'run',
  'AWS::SQS::QueuePolicy': { ignored: 'only the local world itself writes dead letters' },
  'AWS::Events::EventBusPolicy': { ignored: 'there is one account' },
  'AWS::Logs::LogGroup': { ignored: 'each function has a file under logs/ that ends with the folder' },
  'AWS::Logs::ResourcePolicy': { ignored: 'nothing but the functions writes logs here' },
  'AWS::CloudWatch::Dashboard': { ignored: 'the page /_local/ shows what there is to see' },
  'AWS::CDK::Metadata': { ignored: 'it tells the makers of CDK which constructs are in use' },
};

/** Properties that change nothing on one machine. Any other property that no concern reads is refused. */
const idleProperties: Record<string, Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': {
    Replicas: 'there is one region, and the folder is its own backup',
    SSESpecification: 'the folder is as safe as the disk it lies on',
    TimeToLiveSpecification: 'expired items stay: AWS deletes them some time within days, so nothing may rely on it',
  },
  'AWS::Lambda::Function': {
    Architectures: 'functions run on the processor of this machine',
    LoggingConfig: 'each function has a file under logs/ that ends with the folder',
  },
  'AWS::StepFunctions::StateMachine': { LoggingConfiguration: 'the page /_local/ shows the executions' },
  'AWS::IAM::Role': { AssumeRolePolicyDocument: 'nobody asks for a role here; each function has its own' },
  'AWS::ApiGatewayV2::Api': { Name: 'it is seen in the console only' },
  'AWS::ApiGatewayV2::Integration': { ApiId: 'there is one API' },
  'AWS::ApiGatewayV2::Route': { ApiId: 'there is one API' },
  'AWS::SQS::Queue': { MessageRetentionPeriod: 'dead letters stay until the folder is emptied' },
  'AWS::SES::EmailIdentity': { ConfigurationSetAttributes: 'mails do not leave this machine' },
  'AWS::SES::ConfigurationSet': {
    DeliveryOptions: 'mails do not leave this machine',
    ReputationOptions: 'mails do not leave this machine',
    SuppressionOptions: 'mails do not leave this machine',
  },
};

/** Descriptions and tags are for people. */
const isIdle = (type: string, property: string) =>
  property === 'Description' || property === 'Tags' || idleProperties[type]?.[property] !== undefined;

/** The properties of a resource that a concern has to know. */
export function effectiveProperties(type: string, properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([property]) => !isIdle(type, property)));
}

/** A resource by its logical id, or a property of every resource of a type, that is left out. */
export type Ignored = { what: string; type: string; why: string };

/**
 * Looks up every resource of the template in the tables.
 * @throws one error naming each resource whose type the local world does not know.
 */
export function checkSupport(template: Template): { ignored: Ignored[] } {
  const resources = Object.entries(template.Resources);
  const refused = resources.filter(([, { Type }]) => supportedTypes[Type] === undefined);
  if (refused.length > 0) {
    const names = refused.map(([id, { Type }]) => `${id} (${Type})`).join(', ');
    throw new Error(`The local world cannot run this template. It does not know: ${names}`);
  }
  return { ignored: [...ignoredResources(resources), ...ignoredProperties(resources)] };
}

type Resources = [id: string, resource: Template['Resources'][string]][];

function ignoredResources(resources: Resources): Ignored[] {
  return resources.flatMap(([what, { Type: type }]) => {
    const support = supportedTypes[type];
    return support === undefined || support === 'run' ? [] : [{ what, type, why: support.ignored }];
  });
}

function ignoredProperties(resources: Resources): Ignored[] {
  return Object.entries(idleProperties).flatMap(([type, whys]) => {
    const ofType = resources.filter(([, resource]) => resource.Type === type);
    return Object.entries(whys)
      .filter(([property]) => ofType.some(([, { Properties = {} }]) => property in Properties))
      .map(([what, why]) => ({ what, type, why }));
  });
}
