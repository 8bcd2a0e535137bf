import { expect, test } from 'vitest';
import { idOf } from '#shared/pages/form-fields.ts';
import { formTexts } from '#shared/pages/texts/form.ts';
import { frameTexts } from '#shared/pages/texts/frame.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { statusTexts } from '#shared/pages/texts/status.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { example } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { tickAt, typeAt } from './by-keyboard.ts';
import { focused, headingOf, press } from './person.ts';

const { at, advance, letUndoPass, begin, mails, world } = await startWorld();
/** British, so that a date is typed as day, month, year. */
const settings = { locale: 'en-GB' };

describeInBrowser('Without a mouse', (openPage) => {
  test('an initiative is sent in', async () => {
    const page = await openPage(settings);
    await page.goto(at('/forms/initiative'));
    await advance('PT10M');

    await page.keyboard.press('Tab');
    expect(await focused(page).innerText()).toBe(frameTexts.in('en').skip);
    await page.keyboard.press('Enter');
    expect(await focused(page).getAttribute('id')).toBe('content');

    await typeAt(page, 'title', 'Language friends by post');
    await typeAt(page, 'summary', 'Volunteers and newcomers write letters to each other.');
    await typeAt(page, 'language', 'Eng');
    await tickAt(page, 'countries');
    await typeAt(page, 'actorType', 'Muni');
    await typeAt(page, 'organisation', 'Example Town');
    await tickAt(page, 'themes');
    // One stop for all radio buttons; arrows choose.
    await tickAt(page, 'phase');
    await page.keyboard.press('ArrowDown');
    await typeAt(page, 'startDate', '03032025');
    await typeAt(page, 'contact.name', 'Kim Example');
    await typeAt(page, 'contact.email', 'kim@town.example');
    await tickAt(page, 'consent');
    // Back to a field that was passed, and sent from there.
    await typeAt(page, 'contact.role', 'Librarian', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/status/*');
    await world.rest();

    expect(await headingOf(page)).toBe(statusTexts.in('en').thanks);
    const [confirmation] = await mails('kim@town.example');
    expect(confirmation?.text).toContain('Language friends by post');
  });

  test('errors are found and fixed', async () => {
    const page = await openPage(settings);
    await page.goto(at('/forms/initiative'));
    await press(page.getByRole('button', { name: formTexts.in('en').send }));

    // The browser moves the focus with its first picture of the page, which may come after the page has loaded.
    expect(await focused(page).getAttribute('aria-labelledby')).toBe('errors');
    await page.keyboard.press('Tab');
    expect(await focused(page).getAttribute('href')).toBe(`#${idOf('title')}`);
    await page.keyboard.press('Enter');
    expect(await focused(page).getAttribute('id')).toBe(idOf('title'));
    await page.keyboard.type('Language friends');
    expect(await page.locator(`#${idOf('title')}`).inputValue()).toBe('Language friends');
  });

  test('a moderator decides', async () => {
    const story = await begin(example('nordic-digital-first-steps'));
    await story.confirm();
    const page = await openPage(settings);
    await page.goto(`${await story.link('review')}?lang=en`);

    await tickAt(page, 'decision');
    await page.keyboard.press('ArrowDown');
    await typeAt(page, 'comment', 'Who pays for it?');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page).getAttribute('name')).toBe('reason');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page).innerText()).toBe(reviewTexts.in('en').button);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: reviewTexts.in('en').thanks }).waitFor();
    await world.rest();
    await letUndoPass();

    expect(await story.progress()).toMatchObject({ status: 'changes-requested' });
    expect((await story.mails())[0]?.text).toContain('Who pays for it?');
  });
});
