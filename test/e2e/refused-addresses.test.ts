import { describe, expect, test, vi } from 'vitest';
import { whenDue } from '#shared/case/question.ts';
import { example, linksIn } from '#test/support/story.ts';
import { hour } from '#test/support/time.ts';
import { get } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

vi.setConfig({ testTimeout: 60_000 });
const { begin, submit, mails, advance, refuseMailTo, invokeAsOperator } = await startWorld();

const [erik, sigrun] = ['erik.wallin@nordregio.example', 'sigrun.jonsdottir@nordregio.example'];
const deputy = 'emma.clarke@nordregio.example';
const lead = ['anna.lindqvist@nordicwelfare.example', 'mikkel.soerensen@nordicwelfare.example'];
const operator = 'operator@clearing-centre.example';
const simulator = 'success@simulator.amazonses.com';
const housing = () => example('no-boligkontakten');

/** While SES refuses these addresses by an error. */
async function whileRefusing(error: string, addresses: readonly string[], story: () => Promise<void>): Promise<void> {
  for (const address of addresses) await refuseMailTo(address, error);
  await story();
  for (const address of addresses) await refuseMailTo(address);
}

const alarms = async (about: RegExp) => (await mails(operator)).filter(({ subject }) => about.test(subject));

describe.each(['MessageRejected', 'BadRequestException'])('An address that SES refuses as %s', (error) => {
  test('of one moderator lets the others decide as ever', async () => {
    await whileRefusing(error, [erik], async () => {
      const story = await begin(housing());
      await story.confirm();
      expect(await story.moderators()).toEqual([sigrun]);
      // Neither the address nor that it took no mail concerns the submitter.
      expect((await story.progress()).timeline.map(({ what }) => what)).not.toContain('address-refused');
      await advance(whenDue('review', 'remind') + hour);
      expect(await story.mails(sigrun)).toHaveLength(2);
      expect((await story.approve(sigrun)).status).toBe(200);
      expect((await story.published()).status).toBe(200);
      expect(await story.progress()).toMatchObject({ status: 'published' });
      expect(await alarms(/parked|Mail does not leave|fails/)).toEqual([]);
    });
  });
});

describe('Addresses of moderators that SES refuses', () => {
  test('let the deputy be asked at once', async () => {
    await whileRefusing('MessageRejected', [erik, sigrun], async () => {
      const story = await begin(housing());
      await story.confirm();
      expect(await story.moderators()).toEqual([deputy]);
      expect((await story.approve(deputy)).status).toBe(200);
      expect(await story.progress()).toMatchObject({ status: 'published' });
    });
  });

  test('leave the case to an operator when nobody is left, who has them asked again', async () => {
    const story = await begin(housing());
    await whileRefusing('MessageRejected', [erik, sigrun, deputy, ...lead], async () => {
      await story.confirm();
      expect(await story.moderators()).toEqual([]);
      expect(await story.progress()).toMatchObject({ status: 'in-review', next: { what: 'operator' } });
      expect(await alarms(/is parked/)).toHaveLength(1);
    });
    await invokeAsOperator('AttendCase', { act: 'ask-again', submissionId: story.id });
    expect((await story.moderators()).sort()).toEqual([erik, sigrun]);
    expect((await story.approve(erik)).status).toBe(200);
    expect(await story.progress()).toMatchObject({ status: 'published' });
  });
});

describe('The address of a submitter that SES refuses', () => {
  test('is said on the receipt, and parks nothing', async () => {
    const fields = housing();
    await whileRefusing('MessageRejected', [fields.contact.email], async () => {
      const story = await begin(fields);
      expect(await story.mails('everybody')).toEqual([]);
      const progress = await story.progress();
      expect(progress).toMatchObject({ status: 'awaiting-confirmation', next: { what: 'confirm' } });
      expect(progress.timeline.map(({ what }) => what)).toContain('address-refused');
      const receipt = await get(story.statusUrl, { html: true });
      expect(receipt.text).toContain('Adressen din tok ikke imot e-posten vår');
      expect(receipt.text).toContain('href="/forms/initiative"');
      expect(await alarms(/Mail does not leave|fails/)).toEqual([]);
    });
  });
});

describe('A mail that cannot leave now', () => {
  test.each(['ThrottlingException', 'TooManyRequestsException', 'LimitExceededException'])(
    'because of %s leaves as soon as it can, and no step has failed',
    async (error) => {
      const fields = housing();
      const story = await begin(fields);
      await story.confirm();
      await whileRefusing(error, [fields.contact.email], async () => {
        await story.approve(sigrun);
        expect(await story.progress()).toMatchObject({ status: 'published' });
        expect((await story.published()).status).toBe(200);
        await advance('PT10M');
        expect((await story.mails())[0]?.text).not.toContain(`/initiatives/${await story.entryId()}`);
      });
      await advance('PT15M');
      expect((await story.mails())[0]?.text).toContain(`/initiatives/${await story.entryId()}`);
      // Once, although the reconciler has looked more often.
      await advance('PT1H');
      const told = (await story.mails()).filter(({ text }) => text.includes('/initiatives/'));
      expect(told).toHaveLength(1);
      expect(await alarms(/fails|does not leave/)).toEqual([]);
    },
  );

  test('by a fault of ours is noted at no case, rings an alarm, and leaves when that is put right', async () => {
    const fields = housing();
    await whileRefusing('MessageRejected', [fields.contact.email, erik, sigrun, simulator], async () => {
      const posted = await submit(fields);
      expect(posted.status).toBe(202);
      await advance('PT20M');
      expect(await alarms(/Mail does not leave/)).toHaveLength(1);
    });
    await advance('PT15M');
    const [asked] = await mails(fields.contact.email);
    expect(linksIn(asked ?? { text: '' }, 'confirm')).toHaveLength(1);
  });
});
