import { AwsFailure } from '../aws/wire.ts';

/** The errors by which SES refuses to send a mail, with the status of each. */
const refusals = {
  AccountSuspendedException: 400,
  BadRequestException: 400,
  InternalServiceErrorException: 500,
  LimitExceededException: 400,
  MailFromDomainNotVerifiedException: 400,
  MessageRejected: 400,
  SendingPausedException: 400,
  ThrottlingException: 400,
  TooManyRequestsException: 429,
} as const;

export type Refusal = keyof typeof refusals;

export const refusalNames = Object.keys(refusals);
export const isRefusal = (name: string): name is Refusal => Object.hasOwn(refusals, name);

/** Which addresses SES refuses to mail to, as a test or a curious person asked for. Forgotten at the end of the process. */
export type MailFaults = {
  /** From now on mails to the address are refused by that error; without one they are sent again. */
  set(address: string, error: Refusal | undefined): void;
  list(): { address: string; error: Refusal }[];
  /** @throws the error of the first address that has one. */
  check(addresses: string[]): void;
};

export function mailFaults(): MailFaults {
  const faults = new Map<string, Refusal>();
  return {
    set(address, error) {
      if (error === undefined) faults.delete(address.toLowerCase());
      else faults.set(address.toLowerCase(), error);
    },
    list: () => [...faults].map(([address, error]) => ({ address, error })),
    check(addresses) {
      for (const address of addresses) {
        const error = faults.get(address);
        if (error) throw new AwsFailure(error, 'Refused as asked for at /_local/mail/faults', refusals[error]);
      }
    },
  };
}
