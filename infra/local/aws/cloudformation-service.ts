import type { Deployment } from '../template/deployment.ts';
import { type Authorize, AwsFailure, type AwsService } from './wire.ts';

/** Answers DescribeStacks for the one stack there is, so that whoever looks for a deployment finds this one the same way. */
export function cloudformationService(
  { assembly: { stackName }, location, outputs }: Deployment,
  iso: () => string,
  authorize: Authorize,
): AwsService {
  return async ({ operation, body, caller }) => {
    if (operation !== 'DescribeStacks') return undefined;
    const named = new URLSearchParams(body.toString('utf8')).get('StackName') ?? stackName;
    const id = location.arn('cloudformation', `stack/${named}/local`);
    authorize(caller, 'cloudformation:DescribeStacks', [id]);
    if (named !== stackName) throw new AwsFailure('ValidationError', `Stack with id ${named} does not exist`);
    const members = Object.entries(outputs).map(([name, value]) =>
      element('member', element('OutputKey', escaped(name)) + element('OutputValue', escaped(value))),
    );
    const stack = [
      element('StackName', stackName),
      element('StackId', id),
      element('CreationTime', iso()),
      element('StackStatus', 'CREATE_COMPLETE'),
      element('Outputs', members.join('')),
    ];
    const result = element('DescribeStacksResult', element('Stacks', element('member', stack.join(''))));
    return {
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">${result}</DescribeStacksResponse>`,
    };
  };
}

function element(name: string, inside: string): string {
  return `<${name}>${inside}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
