import { type Authorize, AwsFailure, type AwsService, jsonBody } from '../aws/wire.ts';
import type { Deliveries } from '../events/deliveries.ts';
import type { Functions } from './functions.ts';

/**
 * Answers Lambda's Invoke, waiting for the function or not. Beside its name and ARN, the beginning of its logical id will do
 * when no other function's begins so: people should not have to look up what CDK put behind it.
 */
export function lambdaService(functions: Functions, deliveries: Deliveries, authorize: Authorize): AwsService {
  return async (request) => {
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.path)?.[1];
    if (request.method !== 'POST' || name === undefined) return undefined;
    const target = functions.find(name) ?? onlyOne(functions.called(name));
    authorize(request.caller, 'lambda:InvokeFunction', [target?.arn ?? name]);
    if (!target) throw new AwsFailure('ResourceNotFoundException', `Function not found: ${name}`, 404);
    const event = jsonBody(request);
    if (request.headers['x-amz-invocation-type'] === 'Event') {
      deliveries.enqueue(target, event, true);
      return { status: 202, body: '' };
    }
    const outcome = await functions.invoke(target, event);
    const headers = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
    if (outcome.kind === 'returned') return { status: 200, headers, body: outcome.payload };
    return {
      status: 200,
      headers: { ...headers, 'x-amz-function-error': 'Unhandled' },
      body: JSON.stringify(outcome.error),
    };
  };
}

function onlyOne<Thing>(things: Thing[]): Thing | undefined {
  return things.length === 1 ? things[0] : undefined;
}
