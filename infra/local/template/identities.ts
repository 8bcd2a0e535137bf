/**
 * What a deployed resource is called: the names, ARNs and addresses that `Ref` and `Fn::GetAtt` give.
 * A resource without a name of its own is called by its logical id.
 */

type Declared = { Type: string; Properties?: Record<string, unknown> | undefined };

/** The account, region and addresses this template is deployed to. */
export type Location = {
  region: string;
  account: string;
  /** Where the HTTP API answers, without a slash at the end. */
  origin: string;
  pseudoParameters: Record<string, string>;
  arn(service: string, resource: string): string;
  /** Turns the address AWS would give the HTTP API into the local origin. */
  localAddresses(text: string): string;
};

/** Gives the one account and region of the local world, with the HTTP API at `origin`. */
export function locationAt(origin: string, region = 'eu-north-1', account = '000000000000'): Location {
  return {
    region,
    account,
    origin,
    pseudoParameters: {
      'AWS::Partition': 'aws',
      'AWS::Region': region,
      'AWS::AccountId': account,
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': 'local',
      'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/local/local`,
    },
    arn: (service, resource) => `arn:aws:${service}:${region}:${account}:${resource}`,
    localAddresses: (text) =>
      text.replace(new RegExp(`https://[A-Za-z0-9]+\\.execute-api\\.${region}\\.amazonaws\\.com`, 'g'), origin),
  };
}

type Identity = {
  /** The property that may carry the resource's own name. */
  name?: string;
  ref?: (location: Location, name: string, id: string) => string;
  attributes?: Record<string, (location: Location, name: string, id: string) => string>;
};

const arnOf = (service: string, prefix: string) => (location: Location, name: string) =>
  location.arn(service, `${prefix}${name}`);
const nameItself = (_: Location, name: string) => name;

export const tableArn = arnOf('dynamodb', 'table/');
export const functionArn = arnOf('lambda', 'function:');
export const machineArn = arnOf('states', 'stateMachine:');
export const busArn = arnOf('events', 'event-bus/');
export const queueArn = arnOf('sqs', '');
export const topicArn = arnOf('sns', '');
export const roleArn = (location: Location, name: string) => `arn:aws:iam::${location.account}:role/${name}`;

const identities: Record<string, Identity> = {
  'AWS::DynamoDB::GlobalTable': { name: 'TableName', attributes: { Arn: tableArn } },
  'AWS::Lambda::Function': { name: 'FunctionName', attributes: { Arn: functionArn } },
  'AWS::IAM::Role': { name: 'RoleName', attributes: { Arn: roleArn } },
  'AWS::Logs::LogGroup': {
    name: 'LogGroupName',
    attributes: { Arn: (location, name) => `${location.arn('logs', `log-group:${name}`)}:*` },
  },
  'AWS::StepFunctions::StateMachine': {
    name: 'StateMachineName',
    ref: machineArn,
    attributes: { Arn: machineArn, Name: nameItself },
  },
  'AWS::ApiGatewayV2::Api': {
    ref: (_, __, id) => id,
    attributes: { ApiId: (_, __, id) => id, ApiEndpoint: (location) => location.origin },
  },
  'AWS::ApiGatewayV2::Integration': {},
  'AWS::ApiGatewayV2::Route': {},
  'AWS::ApiGatewayV2::Stage': { name: 'StageName' },
  'AWS::Events::EventBus': { name: 'Name', attributes: { Arn: busArn, Name: nameItself } },
  'AWS::Events::Rule': { name: 'Name', attributes: { Arn: arnOf('events', 'rule/') } },
  'AWS::SQS::Queue': {
    name: 'QueueName',
    ref: (location, name) => `https://sqs.${location.region}.amazonaws.com/${location.account}/${name}`,
    attributes: { Arn: queueArn, QueueName: nameItself },
  },
  'AWS::SNS::Topic': { name: 'TopicName', ref: topicArn, attributes: { TopicArn: topicArn, TopicName: nameItself } },
  'AWS::SES::EmailIdentity': {
    name: 'EmailIdentity',
    attributes: Object.fromEntries(
      [1, 2, 3].flatMap((n) => [
        [`DkimDNSTokenName${n}`, () => `dkim${n}._domainkey.local`],
        [`DkimDNSTokenValue${n}`, () => `dkim${n}.local`],
      ]),
    ),
  },
  'AWS::SES::ConfigurationSet': { name: 'Name' },
  'AWS::CloudWatch::Alarm': { name: 'AlarmName', attributes: { Arn: arnOf('cloudwatch', 'alarm:') } },
  'AWS::CloudWatch::Dashboard': { name: 'DashboardName' },
};

/** The name a resource goes by: its own, if the template gives one as plain text, else its logical id. */
export function nameOf(id: string, declared: Declared): string {
  const property = identities[declared.Type]?.name;
  const own = property === undefined ? undefined : declared.Properties?.[property];
  return typeof own === 'string' ? own : id;
}

/** What `Ref` gives for a resource; undefined when that is not known here. */
export function referenceTo(location: Location, id: string, declared: Declared): string | undefined {
  const identity = identities[declared.Type];
  if (!identity) return undefined;
  const name = nameOf(id, declared);
  return identity.ref ? identity.ref(location, name, id) : name;
}

/** What `Fn::GetAtt` gives for a resource; undefined when that is not known here. */
export function attributeOf(location: Location, id: string, declared: Declared, attribute: string): string | undefined {
  return identities[declared.Type]?.attributes?.[attribute]?.(location, nameOf(id, declared), id);
}
