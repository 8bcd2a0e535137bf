import { expect, test } from 'vitest';
import { formTexts } from '#shared/pages/texts/form.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { example } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { fillIn } from './fill-in.ts';
import { chooseLanguage, headingOf, press } from './person.ts';

const { at, advance, mails, world } = await startWorld();

describeInBrowser('Who goes back after sending', (openPage) => {
  test('and sends again has one case, although the language was chosen while writing', async () => {
    const page = await openPage({ locale: 'sv-SE' });
    await page.goto(at('/forms/initiative'));
    await advance('PT10M');
    const written = example('se-fackliga-larcirklar');
    await fillIn(page, 'sv', written);
    await chooseLanguage(page, 'Suomi');
    const send = page.getByRole('button', { name: formTexts.in('fi').send, exact: true });
    expect(await press(send)).toBe(200);
    await page.goBack();
    expect(await page.locator('[name=title]').inputValue()).toBe(written.title);
    expect(await press(send)).toBe(200);
    await world.rest();
    expect(await mails(written.contact.email)).toHaveLength(1);
  });

  test.each(['', '?lang=fi'])(
    'and sends again has one case, and comes to its receipt: /forms/initiative%s',
    async (query) => {
      const language = query === '' ? 'sv' : 'fi';
      const page = await openPage({ locale: 'sv-SE' });
      const form = at(`/forms/initiative${query}`);
      await page.goto(form);
      await advance('PT10M');
      const written = example('se-fackliga-larcirklar');
      await fillIn(page, language, written);
      const send = page.getByRole('button', { name: formTexts.in(language).send, exact: true });
      const reference = page.locator('.reference');

      expect(await press(send)).toBe(200);
      const heading = await headingOf(page);
      const first = await reference.innerText();
      await page.goBack();
      expect(page.url()).toBe(form);
      expect(await page.locator('[name=title]').inputValue()).toBe(written.title);
      expect(await press(send)).toBe(200);
      expect(await headingOf(page)).toBe(heading);
      expect(await reference.innerText()).toBe(first);

      await world.rest();
      expect(await mails(written.contact.email)).toHaveLength(1);
    },
  );
});
