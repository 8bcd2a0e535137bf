import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { languages } from '#shared/i18n/language.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { example, type Story } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { expectAccessible, expectNoSidewaysScroll, spaceOut } from './appearances.ts';
import { press } from './person.ts';

const { at, begin } = await startWorld();

/** The newest of entries that fill two pages of the list, and a case that waits for its second review. */
let published: Story | undefined;
let waiting: Story | undefined;
/** What stood in the first round of the latter. */
let earlierHash = '';

const disposable = { contact: { name: 'Kim', email: 'kim@mailinator.com' } };

beforeAll(async () => {
  for (const name of ['gl-koekkenbordet', 'nordic-border-job-fair', 'fi-kielikahvila-kirjastossa']) {
    published = await begin(example(name));
    await published.confirm();
    await published.approve();
  }
  const written = example('is-heimanam-med-sjalfbodalidum', disposable);
  waiting = await begin(written);
  await waiting.confirm();
  earlierHash = (await waiting.review()).contentHash;
  await waiting.decide({ decision: 'request-changes', comment: 'Please say more.\n\nWho pays?' });
  await waiting.revise({ ...written, summary: 'Much shorter than it was before.', themes: ['language'] });
});

const reviewOf = async (story: Story | undefined) => (await story?.link('review')) ?? '';
const decide = (page: Page) =>
  press(page.locator('main button[type=submit]:not([name], [formaction], [data-variant=secondary])').last());

/** Every page that moderators and readers meet, and how they come there. */
const pages: Record<string, (page: Page) => Promise<unknown>> = {
  'a review': async (page) => page.goto(await reviewOf(waiting)),
  'a review without a decision': async (page) => {
    await page.goto(await reviewOf(waiting));
    expect(await decide(page)).toBe(422);
  },
  'a rejection without a reason': async (page) => {
    await page.goto(await reviewOf(waiting));
    await page.locator('[value=reject]').check();
    expect(await decide(page)).toBe(422);
  },
  'a review of a text that has changed': async (page) => {
    await page.goto(await reviewOf(waiting));
    await page.evaluate(`document.querySelector('[name=contentHash]').value = '${earlierHash}'`);
    await page.locator('[value=approve]').check();
    expect(await decide(page)).toBe(409);
  },
  'a review that is decided': async (page) => page.goto(await reviewOf(published)),
  'the status page of a published case': (page) => page.goto(published?.statusUrl ?? ''),
  'the list': (page) => page.goto(at('/initiatives?limit=2')),
  'the end of the list': async (page) => {
    await page.goto(at('/initiatives?limit=2'));
    await press(page.locator('a[rel=next]'));
  },
  'an entry in another language': async (page) => page.goto(at(`/initiatives/${await published?.entryId()}?lang=sv`)),
  'an entry in its own language': async (page) => page.goto(at(`/initiatives/${await published?.entryId()}?lang=fi`)),
};

describeInBrowser('Everybody can use', (openPage) => {
  test.each(Object.entries(pages))('%s', async (_, open) => {
    const page = await openPage({ locale: 'fi-FI' });
    await open(page);
    await expectAccessible(page);
  });

  test.each(languages)('the narrowest of screens, in %s', async (language) => {
    const page = await openPage({ locale: language, viewport: { width: 320, height: 600 } });
    for (const name of ['a review without a decision', 'a review that is decided', 'the list']) {
      await pages[name]?.(page);
      await expectNoSidewaysScroll(page);
      await spaceOut(page);
      await expectNoSidewaysScroll(page);
    }
  });
});
