/** How the endpoint says what went wrong, in the format that the client reads. */
import type { IncomingHttpHeaders } from 'node:http';
import { type AwsAnswer, AwsFailure } from './wire.ts';

/** The answer to a request that failed: XML for clients of services that speak it, else JSON. */
export function failureAnswer(headers: IncomingHttpHeaders, error: unknown): AwsAnswer {
  const failure =
    error instanceof AwsFailure
      ? error
      : new AwsFailure('InternalFailure', error instanceof Error ? error.message : 'unknown', 500);
  const { status } = failure;
  const fault = `<Error><Code>${escaped(failure.name)}</Code><Message>${escaped(failure.message)}</Message></Error>`;
  const xml = { status, headers: { 'content-type': 'text/xml' } };
  switch (protocolOf(headers)) {
    case 'query':
      return { ...xml, body: `<ErrorResponse>${fault}</ErrorResponse>` };
    case 'rest-xml':
      return { ...xml, body: fault };
    case 'json':
      return {
        status,
        headers: { 'x-amzn-errortype': failure.name },
        body: JSON.stringify({ __type: failure.name, message: failure.message, ...failure.members }),
      };
  }
}

/** Clients of the query protocol post forms; of the services that speak XML over REST, S3 is the one people try. */
function protocolOf({ 'content-type': type = '', authorization = '' }: IncomingHttpHeaders) {
  if (type.startsWith('application/x-www-form-urlencoded')) return 'query';
  return /\/s3\/aws4_request/.test(authorization) ? 'rest-xml' : 'json';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
