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
  'AWS::CloudWatch::Alarm': 'run',
  'AWS::SQS::QueuePolicy': { ignored: 'only the local world itself writes dead letters' },
  'AWS::SNS::TopicPolicy': { ignored: 'only alarms publish here' },
  'AWS::Events::EventBusPolicy': { ignored: 'there is one account' },
  'AWS::Logs::LogGroup': { ignored: 'each function has a file under logs/ that ends with the folder' },
  'AWS::Logs::ResourcePolicy': { ignored: 'nothing but the functions writes logs here' },
  'AWS::CloudWatch::Dashboard': { ignored: 'the page /_local/ shows what there is to see' },
  'AWS::CDK::Metadata': { ignored: 'it tells the makers of CDK which constructs are in use' },
};

export type Ignored = { id: string; type: string; why: string };

/**
 * Looks up every resource of the template in the table.
 * @throws one error naming each resource whose type the local world does not know.
 */
export function checkSupport(template: Template): { ignored: Ignored[] } {
  const refused: string[] = [];
  const ignored: Ignored[] = [];
  for (const [id, { Type: type }] of Object.entries(template.Resources)) {
    const support = supportedTypes[type];
    if (support === undefined) refused.push(`${id} (${type})`);
    else if (support !== 'run') ignored.push({ id, type, why: support.ignored });
  }
  if (refused.length > 0)
    throw new Error(`The local world cannot run this template. It does not know: ${refused.join(', ')}`);
  return { ignored };
}
