import { expect, test } from 'vitest';
import { formTexts } from '#shared/pages/texts/form.ts';
import { statusTexts } from '#shared/pages/texts/status.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { example } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { fillIn } from './fill-in.ts';
import { headingOf, press } from './person.ts';

// Each post is over the budget but the first, so that a proof of work is asked of everybody.
const { begin, world } = await startWorld({ posts: { perNetwork: 1, perForm: { tenMinutes: 8000, day: 8000 } } });
const texts = formTexts.in('en');

describeInBrowser('Where much is sent in', (openPage) => {
  test('a browser solves the proof of work and sends the form by itself', async () => {
    await begin(example('nordic-digital-first-steps'));
    const page = await openPage({ locale: 'en-GB' });
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${world.origin}/forms/initiative`);
    await fillIn(page, 'en', example('nordic-digital-first-steps'));
    await page.getByRole('button', { name: texts.send, exact: true }).click();
    await page.waitForURL('**/status/*');
    expect(await headingOf(page)).toBe(statusTexts.in('en').thanks);
    expect(errors.filter((text) => /content security|refused to/i.test(text))).toEqual([]);
  });

  test('without a script everything typed is kept, and a person looks first', async () => {
    const page = await openPage({ locale: 'en-GB', javaScriptEnabled: false });
    const written = example('nordic-digital-first-steps');
    await page.goto(`${world.origin}/forms/initiative`);
    await fillIn(page, 'en', written);
    expect(await press(page.getByRole('button', { name: texts.send, exact: true }))).toBe(429);
    expect(await page.locator('[name=title]').inputValue()).toBe(written.title);
    expect(await press(page.getByRole('button', { name: texts.sendAnyway }))).toBe(200);
    expect(await page.getByText(statusTexts.in('en').heldBecause.flood).isVisible()).toBe(true);
  });
});
