import { type Authorize, AwsFailure, type AwsService, jsonBody } from '../aws/wire.ts';
import { type Functions, type LocalFunction, requestTooLarge } from './functions.ts';

/**
 * Answers Lambda's Invoke, waiting for the function or not. Beside its name and ARN, the beginning of its logical id will do
 * when no other function's begins so: people should not have to look up what CDK put behind it. `enqueue` hands an event to
 * a function without waiting for it.
 */
export function lambdaService(
  functions: Functions,
  enqueue: (target: LocalFunction, event: unknown) => void,
  authorize: Authorize,
): AwsService {
  return async (request) => {
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.path)?.[1];
    if (request.method !== 'POST' || name === undefined) return undefined;
    const target = functions.find(name) ?? onlyOne(functions.called(name));
    authorize(request.caller, 'lambda:InvokeFunction', [target?.arn ?? name]);
    if (!target) throw new AwsFailure('ResourceNotFoundException', `Function not found: ${name}`, 404);
    const event = jsonBody(request);
    if (request.headers['x-amz-invocation-type'] === 'Event') {
      enqueue(target, event);
      return { status: 202, body: '' };
    }
    const outcome = await functions.invoke(target, event);
    if (outcome.kind === 'failed' && outcome.error === requestTooLarge)
      throw new AwsFailure(requestTooLarge.errorType, requestTooLarge.errorMessage, 413);
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
