import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { htmlReply } from '#shared/http/reply.ts';
import { type Language, languages } from '#shared/i18n/language.ts';
import { assets } from '#shared/pages/assets.ts';
import { spaceOut } from '#test/browser/appearances.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { examplePages } from './example-pages.ts';

const origin = 'https://pages.test';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag22 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colours = { type: 'rule', values: ['color-contrast'] };

const settings = [
  { as: 'on a telephone', language: 'fi', width: 360, colorScheme: 'light', runOnly: wcag22 },
  { as: 'in the dark', language: 'nb', width: 1200, colorScheme: 'dark', runOnly: colours },
] as const;

describeInBrowser('in Chromium', (openPage) => {
  describe.each(settings)('$as', ({ language, width, colorScheme, runOnly }) => {
    test.each(Object.keys(examplePages))(
      '%s: axe finds nothing, nothing sticks out, nothing is blocked',
      async (name) => {
        const page = await openPage({ viewport: { width, height: 800 }, colorScheme });
        const complaints = await visit(page, name, language);
        expect(complaints).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        // Evaluated by the debugger, which no policy of the page forbids.
        await page.evaluate(axe);
        const found: AxeResults = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(runOnly)} })`);
        expect(found.passes.map(({ id }) => id)).toContain('color-contrast');
        expect(found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
      },
    );
  });

  test.each(languages)('nothing sticks out of the narrowest screen in the widest spacing, in %s', async (language) => {
    const page = await openPage({ viewport: { width: 320, height: 600 } });
    const tooWide: string[] = [];
    for (const name of Object.keys(examplePages)) {
      await visit(page, name, language);
      await page.locator('.site-languages summary').click();
      await spaceOut(page);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (width !== 320) tooWide.push(`${name}: ${width} px`);
    }
    expect(tooWide).toEqual([]);
  });

  test.each([
    { on: 'a telephone', width: 360 },
    { on: 'a desk', width: 1200 },
  ])('the header is as high in every language, on $on', async ({ width }) => {
    const page = await openPage({ viewport: { width, height: 740 } });
    const heights = new Set<number>();
    for (const language of languages) {
      await visit(page, 'home', language);
      heights.add(await heightOf(page, '.site-header'));
      // The menu of languages opens over the page.
      await page.locator('.site-languages summary').click();
      heights.add(await heightOf(page, '.site-header'));
    }
    expect([...heights]).toHaveLength(1);
    expect(Math.max(...heights)).toBeLessThan(160);
  });

  test('another language is chosen from a menu, with keys and without JavaScript', async () => {
    const page = await openPage({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await visit(page, 'home', 'fi');
    const swedish = page.getByRole('link', { name: 'Svenska' });
    expect(await swedish.isVisible()).toBe(false);
    await page.locator('.site-languages summary').focus();
    expect(await page.locator(':focus').innerText()).toMatch(/Suomi$/);
    await page.keyboard.press('Enter');
    expect(await swedish.isVisible()).toBe(true);
    expect(await swedish.getAttribute('href')).toBe('/?lang=sv');
  });

  test.each(['form with errors', 'review with errors', 'review of changed content'])(
    '%s: what went wrong has the focus, without JavaScript',
    async (name) => {
      const page = await openPage({ javaScriptEnabled: false });
      await visit(page, name, 'en');
      expect(await page.locator('section:focus').count()).toBe(1);
    },
  );

  test('the first Tab leads past the menu', async () => {
    const page = await openPage();
    await visit(page, 'home', 'sv');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('href')).toBe('#content');
    await page.keyboard.press('Enter');
    expect(await page.locator('main:focus').count()).toBe(1);
  });
});

function heightOf(page: Page, selector: string): Promise<number> {
  return page.evaluate(`document.querySelector('${selector}').getBoundingClientRect().height`);
}

/** Opens an example as the service would serve it, policy included. Gives what the browser complained about. */
async function visit(page: Page, name: string, language: Language): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.route(`${origin}/**`, async (route) => {
    const asset = assets.get(new URL(route.request().url()).pathname.replace('/assets/', ''));
    if (asset !== undefined) return route.fulfill({ contentType: asset.type, body: asset.body });
    const { headers, body = '' } = htmlReply(200, examplePages[name]?.(language) ?? '', language);
    return route.fulfill({ headers, body });
  });
  await page.goto(`${origin}/`);
  return complaints;
}
