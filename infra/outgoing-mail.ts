import { Stack } from 'aws-cdk-lib';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Access } from './service-function.ts';
import type { StageSettings } from './stages.ts';

/**
 * The domain that mails come from, signed with DKIM, and how they leave: encrypted, without tracking of opens or clicks
 * (a link in a mail is a secret), and never again to an address that bounced or complained.
 */
export class OutgoingMail extends Construct {
  /** For `MAIL_FROM`: the address that mails come from, and the right to send from it. */
  readonly toSend: Access;
  /** For `MAIL_CONFIGURATION_SET`. */
  readonly configurationSet: string;
  /** The `CNAME` records by which the owner of the domain lets SES sign for it; none when its identity exists already. */
  readonly dnsRecords: readonly string[];

  constructor(scope: Construct, id: string, { mail }: StageSettings) {
    super(scope, id);
    const rules = new ConfigurationSet(this, 'Rules', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    const domain = mail.identityExists
      ? EmailIdentity.fromEmailIdentityName(this, 'Domain', mail.domain)
      : new EmailIdentity(this, 'Domain', { identity: Identity.domain(mail.domain), configurationSet: rules });
    this.configurationSet = rules.configurationSetName;
    const rulesArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: rules.configurationSetName,
    });
    this.toSend = {
      value: mail.address,
      allows: [
        {
          actions: ['ses:SendEmail'],
          resources: [domain.emailIdentityArn, rulesArn],
          conditions: { StringEquals: { 'ses:FromAddress': mail.address } },
        },
      ],
    };
    const records = domain instanceof EmailIdentity ? domain.dkimRecords : [];
    this.dnsRecords = records.map(({ name, value }) => `${name} CNAME ${value}`);
  }
}
