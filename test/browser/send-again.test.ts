import { expect, test } from 'vitest';
import { windowOf } from '#shared/case/question.ts';
import { formTexts } from '#shared/pages/texts/form.ts';
import { statusTexts } from '#shared/pages/texts/status.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { example, linksIn, type Story } from '#test/support/story.ts';
import { day } from '#test/support/time.ts';
import { startWorld } from '#test/support/world.ts';
import { headingOf, press } from './person.ts';

const { advance, begin, world } = await startWorld();
const { send, sendThisAgain } = formTexts.in('sv');

/** How a case lapses, and the link that was mailed with the question that nobody answered. */
const ways: Record<string, (story: Story) => Promise<string>> = {
  'has not confirmed the address': async (story) => {
    const confirm = await story.link('confirm');
    await advance(windowOf('confirm') + day);
    return confirm;
  },
  'has not answered a request for changes': async (story) => {
    await story.confirm();
    await story.decide({ decision: 'request-changes', comment: 'Mer, tack.' });
    const revise = await story.link('revise');
    await advance(windowOf('revise') + day);
    return revise;
  },
};

describeInBrowser('Who', (openPage) => {
  test.each(Object.entries(ways))('%s in time sends it in again without writing anything', async (_, lapse) => {
    const written = example('se-oppen-forskola-pa-fem-sprak');
    const story = await begin(written, { language: 'sv' });
    const late = await lapse(story);
    await world.rest();
    expect(await story.progress()).toMatchObject({ status: 'lapsed' });
    const [told = { text: '' }] = await story.mails();
    const [status = ''] = linksIn(told, 'status');

    // Each link that leads to the closed case; the mail itself names none to an empty form.
    expect(told.text).not.toContain('/forms/');
    for (const link of [late, status]) {
      const page = await openPage({ locale: 'sv-SE', javaScriptEnabled: false });
      await page.goto(link);
      expect(await press(page.getByRole('button', { name: sendThisAgain }))).toBe(200);
      expect(new URL(page.url()).pathname).toBe('/forms/initiative');
      expect(await page.locator('.ds-error-summary').count()).toBe(0);
      expect(await page.locator('[name=title]').inputValue()).toBe(written.title);
      expect(await page.locator('[name="contact.email"]').inputValue()).toBe(written.contact.email);

      expect(await press(page.getByRole('button', { name: send, exact: true }))).toBe(200);
      expect(await headingOf(page)).toBe(statusTexts.in('sv').thanks);
      expect(await page.locator('.reference').innerText()).not.toContain(story.reference);
    }
  });
});
