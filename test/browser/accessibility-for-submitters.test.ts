import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { windowOf } from '#shared/case/question.ts';
import { languages } from '#shared/i18n/language.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { example, type Story } from '#test/support/story.ts';
import { day } from '#test/support/time.ts';
import { startWorld } from '#test/support/world.ts';
import { expectAccessible, expectNoSidewaysScroll, spaceOut } from './appearances.ts';
import { press } from './person.ts';

/** Nothing is ever published in this world: its list stays empty. */
const { at, advance, begin } = await startWorld();

/** Stories that have come as far as their names say. */
const stories: Record<string, Story> = {};
const story = (name: string): Story => {
  const found = stories[name];
  if (found === undefined) throw new Error(`Nobody told the story ${name}`);
  return found;
};

/** In this order: what is too old comes first, and the clock then rests. */
const statuses: Record<string, (story: Story) => Promise<unknown>> = {
  unrevised: async (told) => {
    await askForChanges(told);
    await advance(windowOf('revise') + day);
  },
  lapsed: async () => undefined,
  delayed: async (told) => {
    await told.confirm();
    await advance(Math.max(windowOf('review'), windowOf('confirm')) + day);
  },
  'awaiting-confirmation': async () => undefined,
  'in-review': (told) => told.confirm(),
  'changes-requested': askForChanges,
  rejected: async (told) => {
    await told.confirm();
    await told.decide({ decision: 'reject', reason: 'duplicate', comment: 'We have it already.' });
  },
};

beforeAll(async () => {
  for (const [name, tell] of Object.entries(statuses)) {
    const told = await begin(example('fi-vertaistuki-ikaantyneille'));
    stories[name] = told;
    await tell(told);
  }
  stories['held'] = await begin(example('se-fackliga-larcirklar', { subject_line: 'Buy now' }));
  for (const [name, told] of Object.entries(stories)) {
    const { status, next } = await told.progress();
    const expected = { held: 'spam', delayed: 'in-review', unrevised: 'lapsed' }[name] ?? name;
    expect([status, next.what === 'operator']).toEqual([expected, ['held', 'delayed'].includes(name)]);
  }
});

const send = (page: Page) =>
  press(page.locator('main button[type=submit]:not([name], [formaction], [data-variant=secondary])').last());

/** Every page that submitters meet, and how they come there. */
const pages: Record<string, (page: Page) => Promise<unknown>> = {
  'front page': (page) => page.goto(at('/')),
  'empty list': (page) => page.goto(at('/initiatives')),
  form: (page) => page.goto(at('/forms/initiative')),
  'form with errors': async (page) => {
    await page.goto(at('/forms/initiative'));
    await page.getByRole('textbox').first().fill('Hm');
    expect(await send(page)).toBe(422);
  },
  ...Object.fromEntries(
    [...Object.keys(statuses), 'held'].map((name) => [
      `status page of a case that is ${name}`,
      (page: Page) => page.goto(story(name).statusUrl),
    ]),
  ),
  'address to confirm': async (page) => page.goto(await story('awaiting-confirmation').link('confirm')),
  'address just confirmed': async (page) => {
    const another = await begin(example('no-boligkontakten'));
    await page.goto(await another.link('confirm'));
    expect(await send(page)).toBe(200);
  },
  'address confirmed before': async (page) => page.goto(await story('in-review').link('confirm')),
  'address confirmed too late': async (page) => {
    const answer = await page.goto(await story('lapsed').link('confirm'));
    expect(answer?.status()).toBe(410);
  },
  'changes after other changes': async (page) => {
    const another = await begin(example('no-boligkontakten'));
    await askForChanges(another);
    await page.goto(await another.link('revise'));
    await another.revise(example('no-boligkontakten'));
    expect(await send(page)).toBe(410);
  },
  'changes that come too late': async (page) => {
    const answer = await page.goto(await story('unrevised').link('revise'));
    expect(answer?.status()).toBe(410);
  },
  'changes to make': async (page) => page.goto(await story('changes-requested').link('revise')),
  'changes with errors': async (page) => {
    await page.goto(await story('changes-requested').link('revise'));
    await page.getByRole('textbox').first().fill('');
    expect(await send(page)).toBe(422);
  },
  'unknown address': async (page) => {
    expect((await page.goto(at('/nowhere')))?.status()).toBe(404);
  },
  'wrong method': async (page) => {
    expect((await page.goto(at('/v1/forms/initiative/submissions')))?.status()).toBe(405);
  },
  'the local world': (page) => page.goto(at('/_local/')),
};

describeInBrowser('Everybody can use', (openPage) => {
  test.each(Object.entries(pages))('%s', async (_, open) => {
    const page = await openPage({ locale: 'sv-SE' });
    await open(page);
    await expectAccessible(page);
  });

  test('a summary of errors that stands evenly between the header and the heading', async () => {
    const page = await openPage();
    await pages['form with errors']?.(page);
    const edgeOf = (selector: string, edge: 'top' | 'bottom') =>
      page.evaluate<number>(`document.querySelector('${selector}').getBoundingClientRect().${edge}`);
    const above = (await edgeOf('.ds-error-summary', 'top')) - (await edgeOf('.site-header', 'bottom'));
    const below = (await edgeOf('h1', 'top')) - (await edgeOf('.ds-error-summary', 'bottom'));
    expect(above).toBeGreaterThan(16);
    expect(Math.abs(above - below)).toBeLessThan(8);
  });

  test.each(languages)('the narrowest of screens, in %s', async (language) => {
    const page = await openPage({ locale: language, viewport: { width: 320, height: 600 } });
    for (const name of ['front page', 'form with errors', 'changes to make', 'address to confirm']) {
      await pages[name]?.(page);
      await expectNoSidewaysScroll(page);
      await spaceOut(page);
      await expectNoSidewaysScroll(page);
    }
  });
});

async function askForChanges(told: Story): Promise<void> {
  await told.confirm();
  await told.decide({ decision: 'request-changes', comment: 'Please say more.\n\nWho pays?' });
}
