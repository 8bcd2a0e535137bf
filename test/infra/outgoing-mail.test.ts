import { expect, it } from 'vitest';
import { stageSettings } from '#infra/stages.ts';
import { functionsOf, resourcesOf, synthesizedTemplate, templateOf } from './synthesized.ts';

const template = synthesizedTemplate('prod');
const [[rulesId, rules] = ['', {}]] = resourcesOf(template, 'AWS::SES::ConfigurationSet');

it('sends encrypted, never again to an address that bounced or complained, and tracks nobody', () => {
  expect(rules).toMatchObject({
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    ReputationOptions: { ReputationMetricsEnabled: true },
  });
  expect(rules).not.toHaveProperty('TrackingOptions');
  expect(resourcesOf(template, 'AWS::SES::ConfigurationSetEventDestination').size).toBe(0);
});

it('signs for the domain of the stage, and says which records its owner has to publish', () => {
  const [identity] = resourcesOf(template, 'AWS::SES::EmailIdentity').values();
  expect(identity).toMatchObject({
    EmailIdentity: 'clearing-centre.example',
    ConfigurationSetAttributes: { ConfigurationSetName: { Ref: rulesId } },
  });
  expect(Object.keys(template.findOutputs('*')).filter((name) => name.startsWith('MailDnsRecord'))).toHaveLength(3);
});

it('makes every function that mails use these rules', () => {
  const mailing = [...functionsOf(template).values()].filter(({ properties }) =>
    JSON.stringify(properties).includes('MAIL_FROM'),
  );
  expect(mailing).toHaveLength(6);
  for (const { properties } of mailing) {
    expect(properties['Environment']).toMatchObject({
      Variables: {
        MAIL_CONFIGURATION_SET: { Ref: rulesId },
        MAIL_FROM: 'no-reply@clearing-centre.example',
      },
    });
  }
});

it('uses an identity of the domain that exists already, instead of making one, and signs nothing anew', () => {
  const settings = stageSettings('prod');
  const other = templateOf({ ...settings, mail: { ...settings.mail, identityExists: true } });
  expect(resourcesOf(other, 'AWS::SES::EmailIdentity').size).toBe(0);
  expect(Object.keys(other.findOutputs('*')).filter((name) => name.startsWith('MailDnsRecord'))).toEqual([]);
  const sending = [...resourcesOf(other, 'AWS::IAM::Policy').values()].map((policy) => JSON.stringify(policy));
  expect(sending.filter((policy) => policy.includes('ses:SendEmail'))).toHaveLength(6);
  for (const policy of sending.filter((one) => one.includes('ses:SendEmail')))
    expect(policy).toContain(':identity/clearing-centre.example"');
});
