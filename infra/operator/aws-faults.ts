import { exits, Stopped } from './ending.ts';

/** Which deployment is meant, in the words of messages. */
interface Where {
  readonly stage: string;
  readonly stack: string;
}

const names = {
  noCredentials: ['CredentialsProviderError', 'MissingAuthenticationTokenException', 'MissingAuthenticationToken'],
  staleCredentials: [
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
    'TokenRefreshRequired',
    'UnrecognizedClientException',
  ],
  noRights: ['AccessDenied', 'AccessDeniedException'],
  busy: ['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'ServiceException'],
  noNetwork: ['ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT', 'TimeoutError'],
};

/** Says what to do when AWS could not be asked. What is not known is thrown as it came. */
export function stoppedBy(error: unknown, { stage, stack }: Where): unknown {
  if (!(error instanceof Error)) return error;
  const codes = [error.name, 'code' in error && typeof error.code === 'string' ? error.code : ''];
  const isOneOf = (known: readonly string[]) => codes.some((code) => known.includes(code));
  const refused = (message: string) => new Stopped(exits.refused, message);
  if (codes.includes('ECONNREFUSED'))
    return refused(
      stage === 'local'
        ? 'Nothing answers on this machine. Start it with "npm start", or name another stage: --stage prod.'
        : 'AWS could not be reached: nothing answers at AWS_ENDPOINT_URL.',
    );
  if (isOneOf(names.noCredentials))
    return refused('There are no credentials for AWS. Log in ("aws sso login") or set AWS_PROFILE, then repeat.');
  if (isOneOf(names.staleCredentials))
    return refused('AWS no longer takes these credentials. Log in again ("aws sso login"), then repeat.');
  if (isOneOf(names.noRights))
    return refused(
      `These credentials may not do that. They need cloudformation:DescribeStacks on ${stack} and lambda:InvokeFunction on its function AttendCase.`,
    );
  if (/region is missing/i.test(error.message))
    return refused('Say in which region it is deployed: export AWS_REGION=eu-north-1, then repeat.');
  if (/does not exist/.test(error.message))
    return refused(`There is no stack ${stack} in this account and region. Check --stage, AWS_PROFILE and AWS_REGION.`);
  if (isOneOf(names.busy)) return refused('AWS is busy. Nothing may have been done: repeat in a minute.');
  if (isOneOf(names.noNetwork)) return refused('AWS could not be reached. Check the network, then repeat.');
  return error;
}
