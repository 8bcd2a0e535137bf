import { expect, test } from 'vitest';
import { languages } from '#shared/i18n/language.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import { idOf } from '#shared/pages/form-fields.ts';
import { formTexts } from '#shared/pages/texts/form.ts';
import { frameTexts } from '#shared/pages/texts/frame.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { example } from '#test/support/story.ts';
import { get } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';
import { expectAccessible } from './appearances.ts';
import { fillIn } from './fill-in.ts';
import { chooseLanguage, headingOf, languageOf, press, standingIn } from './person.ts';

const { at, advance, letUndoPass, begin, mails, world } = await startWorld();

describeInBrowser('The language of the pages', (openPage) => {
  test('is chosen once and kept, also in mails', async () => {
    const page = await openPage({ locale: 'sv-SE' });
    await page.goto(at('/'));
    expect(await headingOf(page)).toBe(serviceTexts.in('sv').name);

    await chooseLanguage(page, 'Suomi');
    expect(await headingOf(page)).toBe(serviceTexts.in('fi').name);
    const [cookie, ...others] = await page.context().cookies();
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ name: 'lang', value: 'fi', httpOnly: true, secure: true, sameSite: 'Lax' });

    await page.goto(at('/forms/initiative'));
    expect(await languageOf(page)).toBe('fi');
    await advance('PT10M');
    const written = example('se-fackliga-larcirklar');
    await fillIn(page, 'fi', written);
    await press(page.getByRole('button', { name: formTexts.in('fi').send }));
    expect(await languageOf(page)).toBe('fi');
    await world.rest();
    const [confirmation] = await mails(written.contact.email);
    expect(confirmation?.html).toContain('<html lang="fi">');
  });

  test('is that of the browser before anything is chosen, and can be chosen on every page', async () => {
    const story = await begin(example('dk-cykler-til-alle'));
    const page = await openPage({ locale: 'is-IS' });
    for (const address of [at('/initiatives'), story.statusUrl, await story.link('confirm'), at('/nowhere')]) {
      await page.goto(address);
      expect(await languageOf(page)).toBe('is');
      const chooser = page.getByRole('navigation', { name: frameTexts.in('is').language });
      await chooser.locator('summary').click();
      const links = await chooser.getByRole('link').all();
      const offered = await Promise.all(links.map((link) => link.getAttribute('href')));
      const path = new URL(address).pathname;
      expect(offered).toEqual(languages.map((language) => `${path}?lang=${language}`));
    }
    expect(await page.context().cookies()).toEqual([]);
  });

  test('can be chosen in the middle of a form, and everything typed stays', async () => {
    const page = await openPage({ locale: 'sv-SE' });
    await page.goto(at('/forms/initiative'));
    await advance('PT10M');
    const written = example('se-fackliga-larcirklar');
    await fillIn(page, 'sv', { ...written, title: 'Hej' });
    await press(page.getByRole('button', { name: formTexts.in('sv').send }));
    const typed = await standingIn(page);

    await chooseLanguage(page, 'Suomi');
    expect(await languageOf(page)).toBe('fi');
    expect(withoutLanguage(await standingIn(page))).toEqual(withoutLanguage(typed));
    await expectAccessible(page);

    // Enter in a field sends, although the buttons of the languages come first.
    const title = page.locator(`#${idOf('title')}`);
    await title.fill(written.title);
    const status = page.waitForURL('**/status/*');
    await title.press('Enter');
    await status;
    expect(await languageOf(page)).toBe('fi');
    await world.rest();
    expect(await mails(written.contact.email)).toHaveLength(1);
  });

  test.each([true, false])(
    'can be chosen before anything is sent: everything typed stays and nothing is called wrong, with scripts: %s',
    async (javaScriptEnabled) => {
      const page = await openPage({ locale: 'sv-SE', javaScriptEnabled });
      await page.goto(at('/forms/initiative'));
      await fillIn(page, 'sv', { ...example('se-fackliga-larcirklar'), title: 'Hej', summary: '' });
      const typed = await standingIn(page);

      expect(await chooseLanguage(page, 'Suomi')).toBe(200);
      expect(await languageOf(page)).toBe('fi');
      expect(withoutLanguage(await standingIn(page))).toEqual(withoutLanguage(typed));
      expect(await page.locator('.ds-error-summary, .field-error, [aria-invalid]').count()).toBe(0);
      expect(new URL(page.url()).pathname).toBe('/forms/initiative');

      // Once they have been told of, the errors come along.
      expect(await press(page.getByRole('button', { name: formTexts.in('fi').send, exact: true }))).toBe(422);
      await chooseLanguage(page, 'Dansk');
      expect(await page.locator('.ds-error-summary a').count()).toBe(2);
    },
  );

  test('can be chosen in the middle of a decision, and what was chosen and typed stays', async () => {
    const story = await begin(example('dk-cykler-til-alle'));
    await story.confirm();
    const page = await openPage();
    await page.goto(await story.link('review'));
    await page.locator('[name=comment]').fill('Half a sentence');
    expect(await chooseLanguage(page, 'Suomi')).toBe(200);
    expect(await languageOf(page)).toBe('fi');
    expect(await page.locator('[name=comment]').inputValue()).toBe('Half a sentence');
    expect(await page.locator('[name=decision]:checked').count()).toBe(0);
    await expectAccessible(page);

    await page.locator('[value=request-changes]').check();
    await chooseLanguage(page, 'Íslenska');
    expect(await languageOf(page)).toBe('is');
    await press(page.getByRole('button', { name: reviewTexts.in('is').button }));
    await world.rest();
    await letUndoPass();
    expect(await story.progress()).toMatchObject({ status: 'changes-requested' });
    expect((await story.mails())[0]?.text).toContain('Half a sentence');
  });

  test('is remembered by pages only', async () => {
    const story = await begin(example('dk-cykler-til-alle'));
    const apis = ['/v1/initiatives', '/v1/forms', '/v1/forms/initiative', '/v1/health', '/v1/nowhere'].map(at);
    for (const address of [...apis, story.statusUrl, await story.link('confirm')]) {
      expect((await get(`${address}?lang=fi`)).headers.getSetCookie()).toEqual([]);
    }
    expect((await get(`${story.statusUrl}?lang=fi`, { html: true })).headers.getSetCookie()).toHaveLength(1);
    expect((await get(`${story.statusUrl}?lang=xx`, { html: true })).headers.getSetCookie()).toEqual([]);
  });
});

/** The hidden field that says the language is the one thing that may change. */
function withoutLanguage(standing: unknown): unknown[] {
  return [standing].flat().filter((control) => !JSON.stringify(control).includes('"_lang"'));
}
