import { expect, it } from 'vitest';
import { functionsOf, resourcesOf, synthesizedTemplate } from './synthesized.ts';

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
