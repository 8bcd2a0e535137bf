import { describe, expect, it } from 'vitest';
import { failureAnswer } from '#infra/local/aws/failures.ts';
import { AwsFailure } from '#infra/local/aws/wire.ts';

const signedFor = (service: string) => `AWS4-HMAC-SHA256 Credential=a/20260101/eu-north-1/${service}/aws4_request, …`;
const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
const failure = new AwsFailure('UnknownOperationException', 'Nobody knows <x> & y.');

describe('what went wrong is said in the format that a client reads', () => {
  it.each([
    [
      'the query protocol (CloudFormation, SNS, STS)',
      { ...form, authorization: signedFor('cloudformation') },
      '<ErrorResponse><Error><Code>UnknownOperationException</Code><Message>Nobody knows &lt;x&gt; &amp; y.</Message></Error></ErrorResponse>',
      'text/xml',
    ],
    [
      'S3',
      { authorization: signedFor('s3') },
      '<Error><Code>UnknownOperationException</Code><Message>Nobody knows &lt;x&gt; &amp; y.</Message></Error>',
      'text/xml',
    ],
  ])('by %s: XML', (_, headers, body, type) => {
    expect(failureAnswer(headers, failure)).toEqual({ status: 400, headers: { 'content-type': type }, body });
  });

  it('by all others: JSON, with the name of the error in a header too', () => {
    const answer = failureAnswer({ authorization: signedFor('dynamodb') }, failure);
    expect(answer.headers).toEqual({ 'x-amzn-errortype': 'UnknownOperationException' });
    expect(JSON.parse(answer.body.toString())).toEqual({
      __type: 'UnknownOperationException',
      message: 'Nobody knows <x> & y.',
    });
  });
});
