import * as z from 'zod/mini';
import { type Authorize, AwsFailure, type AwsService, jsonAnswer, jsonBody } from '../aws/wire.ts';
import type { Deployment } from '../template/deployment.ts';
import { unfit } from '../template/shape-errors.ts';
import type { MailFaults } from './mail-faults.ts';
import type { Mailbox } from './mailbox.ts';

const identityShape = z.strictObject({ EmailIdentity: z.string() });
const configurationShape = z.strictObject({ Name: z.optional(z.string()) });

const oneLine = z.string().check(z.regex(/^[^\r\n]*$/));
const content = z.strictObject({ Data: z.string(), Charset: z.optional(z.string()) });
const sendInput = z.strictObject({
  FromEmailAddress: oneLine,
  Destination: z.strictObject({
    ToAddresses: z.optional(z.array(oneLine)),
    CcAddresses: z.optional(z.array(oneLine)),
    BccAddresses: z.optional(z.array(oneLine)),
  }),
  ReplyToAddresses: z.optional(z.array(oneLine)),
  ConfigurationSetName: z.optional(z.string()),
  EmailTags: z.optional(z.array(z.strictObject({ Name: z.string(), Value: z.string() }))),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: z.strictObject({ Data: oneLine, Charset: z.optional(z.string()) }),
      Body: z.strictObject({ Text: z.optional(content), Html: z.optional(content) }),
      Headers: z.optional(z.array(z.strictObject({ Name: oneLine, Value: oneLine }))),
    }),
  }),
});

/**
 * Answers SES v2 SendEmail: the sender must be an identity of the template, the mail arrives in the mailbox, whoever it is
 * to, so also to an address of AWS's mailbox simulator. Addresses with a fault are refused.
 */
export function mailService(
  deployment: Deployment,
  mailbox: Mailbox,
  faults: MailFaults,
  authorize: Authorize,
): AwsService {
  const { location } = deployment;
  const identities = deployment
    .all('AWS::SES::EmailIdentity', identityShape)
    .map((one) => one.properties.EmailIdentity.toLowerCase());
  const configurationSets = deployment
    .all('AWS::SES::ConfigurationSet', configurationShape)
    .map((one) => one.properties.Name ?? one.id);

  return async (request) => {
    if (request.method !== 'POST' || request.path !== '/v2/email/outbound-emails') return undefined;
    const parsed = sendInput.safeParse(jsonBody(request));
    if (!parsed.success) throw new AwsFailure('BadRequestException', unfit(parsed.error));
    const input = parsed.data;
    const from = addressIn(input.FromEmailAddress);
    const to = [input.Destination.ToAddresses, input.Destination.CcAddresses, input.Destination.BccAddresses].flatMap(
      (list) => list ?? [],
    );
    if (to.length === 0 || to.length > 50 || ![from, ...to.map(addressIn)].every(looksLikeAddress)) {
      throw new AwsFailure('BadRequestException', 'Missing or illegal address');
    }
    const identity = identityFor(identities, from);
    const resources = [location.arn('ses', `identity/${identity ?? from}`)];
    if (input.ConfigurationSetName !== undefined)
      resources.push(location.arn('ses', `configuration-set/${input.ConfigurationSetName}`));
    authorize(request.caller, 'ses:SendEmail', resources, { 'ses:FromAddress': [from] });
    if (identity === undefined) {
      throw new AwsFailure(
        'MessageRejected',
        `Email address is not verified. The following identities failed the check in region ${location.region.toUpperCase()}: ${from}`,
      );
    }
    if (input.ConfigurationSetName !== undefined && !configurationSets.includes(input.ConfigurationSetName)) {
      throw new AwsFailure(
        'NotFoundException',
        `Configuration set <${input.ConfigurationSetName}> does not exist.`,
        404,
      );
    }
    faults.check(to.map(addressIn));
    const { Subject, Body, Headers = [] } = input.Content.Simple;
    const { id } = mailbox.deliver({
      to,
      from: decoded(input.FromEmailAddress),
      replyTo: input.ReplyToAddresses ?? [],
      subject: Subject.Data,
      text: Body.Text?.Data ?? '',
      html: Body.Html?.Data ?? '',
      headers: Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value])),
    });
    return jsonAnswer({ MessageId: id });
  };
}

/** A header as mail programs show it: encoded words are read, the space between two of them is none (RFC 2047 §6.2). */
function decoded(header: string): string {
  const joined = header.replace(/\?=\s+(?==\?)/g, '?=');
  return joined.replace(/=\?utf-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString());
}

/** The bare address of `Name <address>`, in lower case. */
function addressIn(mailbox: string): string {
  return (/<([^>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim().toLowerCase();
}

const looksLikeAddress = (address: string) => /^[^\s@<>]+@[^\s@<>]+$/.test(address);

/** The identity that a sender's address is verified by: the address itself, its domain or a domain above that. */
function identityFor(identities: string[], address: string): string | undefined {
  const domain = address.split('@')[1] ?? '';
  return (
    identities.find((identity) => identity === address) ??
    identities.find((identity) => domain === identity || domain.endsWith(`.${identity}`))
  );
}
