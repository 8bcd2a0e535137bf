import type { Location } from '../template/identities.ts';
import type { AwsService } from './wire.ts';

/** Answers GetCallerIdentity, so that a command line can ask where it is. */
export function stsService(location: Location): AwsService {
  return async (request) => {
    if (request.operation !== 'GetCallerIdentity') return undefined;
    const { userArn, name } = request.caller;
    return {
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${userArn}</Arn><UserId>${name}</UserId><Account>${location.account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    };
  };
}
