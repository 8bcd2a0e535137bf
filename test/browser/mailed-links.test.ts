import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { mailLink, type OpenedLink, openedLinks } from '#test/support/opened-links.ts';
import { example } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { press } from './person.ts';

const { begin, snapshot, origin } = await startWorld();

/** A text that would do much on a page that let it. */
const markup =
  '<script>document.title = "taken"</script><img src="https://elsewhere.example/pixel" onerror="document.title = 1"> "\'&';
const hostile = () => ({
  ...example('nordic-border-job-fair'),
  title: `Job fair ${markup.slice(0, 41)}`,
  summary: `What we do, for whom and why. ${markup}`,
});

const linkIn = (opened: OpenedLink) => mailLink(opened, begin, hostile(), markup);

describeInBrowser('A mailed link', (openPage) => {
  test.each(openedLinks)('%s: opening it changes nothing, calls nobody and runs nothing', async (opened) => {
    const { link } = await linkIn(opened);
    const before = await snapshot();

    const page = await openPage();
    const noticed = watch(page);
    await page.goto(link, { waitUntil: 'networkidle' });
    await page.reload();
    // It reads on to the end, goes into every field and leaves again, and presses nothing.
    for (const control of await page.locator('input:visible, textarea:visible, select:visible, button:visible').all()) {
      await control.focus();
    }
    await page.keyboard.press('End');
    await page.goto('about:blank');
    await page.goBack();
    const withoutScripts = await openPage({ locale: 'fi-FI', javaScriptEnabled: false });
    await withoutScripts.goto(`${link}?lang=nb`);

    expect(await snapshot()).toEqual(before);
    expect(new Set(noticed.origins)).toEqual(new Set([origin]));
    expect(noticed.said).toEqual([]);
    expect(await page.locator('script, iframe, object, embed, main img').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('<script>document.title');
    expect(await page.title()).not.toContain('taken');
  });

  test('would run no script even if one slipped through', async () => {
    const { link } = await linkIn('to a review');
    const page = await openPage();
    const noticed = watch(page);
    await page.goto(link);
    await page.evaluate(`(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/pixel';
      document.body.append(script, image);
    })()`);
    await expect.poll(() => noticed.said.length).toBe(2);
    expect(noticed.said.every((line) => line.includes('Content Security Policy'))).toBe(true);
    expect(await page.title()).not.toBe('taken');
  });

  test.each(openedLinks)('%s: its page is kept, indexed and passed on by nobody', async (opened) => {
    const { link } = await linkIn(opened);
    const page = await openPage();
    const response = await page.goto(link);
    expectUnlisted(response?.headers());

    const next = page.waitForRequest((request) => request.isNavigationRequest());
    await press(page.getByRole('banner').getByRole('link').first());
    expect((await next).headers()).not.toHaveProperty('referer');
  });

  test('that nobody mailed is told in the same secrecy', async () => {
    const page = await openPage();
    for (const kind of ['confirm', 'status', 'review', 'revise']) {
      const response = await page.goto(`${origin}/${kind}/${'x'.repeat(43)}`);
      expect(response?.status()).toBe(404);
      expectUnlisted(response?.headers());
    }
  });

  test('comes in a mail that loads nothing', async () => {
    const { story } = await linkIn('to a revision');
    const page = await openPage();
    const noticed = watch(page);
    const sent = await story.mails('everybody');
    for (const { html } of sent) await page.setContent(html);
    expect(sent.length).toBeGreaterThan(3);
    expect(noticed).toEqual({ origins: [], said: [] });
  });
});

/** Whom the page calls, and what the browser has to say about it: errors, refused scripts and styles. */
function watch(page: Page): { origins: string[]; said: string[] } {
  const noticed: { origins: string[]; said: string[] } = { origins: [], said: [] };
  page.on('request', (request) => noticed.origins.push(new URL(request.url()).origin));
  page.on('console', (message) => noticed.said.push(message.text()));
  page.on('pageerror', (error) => noticed.said.push(error.message));
  return noticed;
}

function expectUnlisted(headers: Record<string, string> | undefined): void {
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
  });
  const policy = headers?.['content-security-policy']?.split('; ');
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"]),
  );
  expect(headers?.['content-security-policy']).not.toMatch(/unsafe|script-src|https?:|\*/);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
}
