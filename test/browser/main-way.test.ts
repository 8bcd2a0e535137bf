import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { initiative as form } from '#shared/forms/initiative/initiative.ts';
import type { Language } from '#shared/i18n/language.ts';
import { valueAt } from '#shared/pages/content-list.tsx';
import { allLeaves, idOf } from '#shared/pages/form-fields.ts';
import { confirmTexts } from '#shared/pages/texts/confirm.ts';
import { formTexts } from '#shared/pages/texts/form.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { statusTexts } from '#shared/pages/texts/status.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { type Example, example } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { fillIn } from './fill-in.ts';
import { focused, headingOf, languageOf, mailedLink, press, standingIn } from './person.ts';

const { at, advance, world } = await startWorld();

interface Way {
  readonly language: Language;
  readonly locale: string;
  readonly javaScriptEnabled: boolean;
  readonly name: string;
}

const ways: readonly Way[] = [
  { language: 'sv', locale: 'sv-SE', javaScriptEnabled: true, name: 'se-oppen-forskola-pa-fem-sprak' },
  { language: 'fi', locale: 'fi-FI', javaScriptEnabled: true, name: 'fi-kielikahvila-kirjastossa' },
  { language: 'sv', locale: 'sv-FI', javaScriptEnabled: false, name: 'se-fackliga-larcirklar' },
  { language: 'is', locale: 'is-IS', javaScriptEnabled: false, name: 'is-islenska-a-vinnutima' },
];

/** Wrong in many ways at once, and chosen otherwise than in the end wherever something is chosen. */
const faults = {
  title: 'Hm',
  summary: '',
  phase: 'planned',
  actorType: 'other',
  themes: ['housing', 'language', 'health', 'labour_market'],
  targetGroups: ['refugees', 'volunteers'],
  website: 'somewhere on the web',
  funding: { source: 'Nordplus', amount: 'mycket', currency: 'EUR' },
  contact: { name: 'Å Ö', email: 'nobody at home', role: '<b>"&amp;', public: true },
  consent: false,
};

/** What stands where the faults stood; empty where nothing is to be said. */
function corrections(written: Example): object {
  return Object.fromEntries(Object.keys(faults).map((name) => [name, written[name] ?? '']));
}

const wrongFields = ['title', 'summary', 'website', 'themes', 'funding.amount', 'contact.email', 'consent'];

describeInBrowser('An initiative', (openPage) => {
  test.each(ways)('goes from the form to the list in $language, with scripts: $javaScriptEnabled', async (way) => {
    const { language, name, ...settings } = way;
    const written = example(name);
    const submitter = await openPage(settings);
    const send = submitter.getByRole('button', { name: formTexts.in(language).send, exact: true });

    await submitter.goto(at('/forms/initiative'));
    expect(await languageOf(submitter)).toBe(language);
    expect(await headingOf(submitter)).toBe(form.texts.in(language).invitation);
    await advance('PT10M');

    await fillIn(submitter, language, { ...written, ...faults });
    await expectRefusal(submitter, send, wrongFields, language);
    // The order of dates is judged when each of them is a date.
    await fillIn(submitter, language, { ...corrections(written), endDate: '1999-12-31' });
    await expectRefusal(submitter, send, ['endDate'], language);
    await submitter.locator(`#${idOf('endDate')}`).fill('');

    expect(await press(send)).toBe(200);
    const receipt = submitter.url();
    expect(new URL(receipt).pathname).toMatch(/^\/status\/[\w-]{43}$/);
    expect(await headingOf(submitter)).toBe(statusTexts.in(language).thanks);
    await world.rest();

    await submitter.goto(at('/_local/'));
    await press(await mailedLink(submitter, 'confirm', written.contact.email));
    expect(await headingOf(submitter)).toBe(confirmTexts.in(language).title);
    expect(await submitter.locator('main').innerText()).toContain(written.title);
    await press(submitter.getByRole('button', { name: confirmTexts.in(language).button }));
    expect(await headingOf(submitter)).toBe(confirmTexts.in(language).confirmedTitle);
    await world.rest();

    const moderator = await openPage(settings);
    await moderator.goto(at('/_local/'));
    await press(await mailedLink(moderator, 'review', written.title));
    expect(await headingOf(moderator)).toBe(reviewTexts.in(language).title);
    await expectWholeCase(moderator, written);
    await expectNothingChosen(moderator);
    const decide = moderator.getByRole('button', { name: reviewTexts.in(language).button });
    expect(await press(decide)).toBe(422);
    expect(await focused(moderator).innerText()).toContain(reviewTexts.in(language).yourDecision);
    await moderator.getByRole('radio', { name: reviewTexts.in(language).decisions.approve.label, exact: true }).check();
    expect(await press(decide)).toBe(200);
    expect(await headingOf(moderator)).toBe(reviewTexts.in(language).thanks);
    await world.rest();

    // Until the decision can no longer be taken back, nothing is published.
    const reader = await openPage(settings);
    await reader.goto(at('/initiatives'));
    expect(await reader.getByRole('link', { name: written.title, exact: true }).count()).toBe(0);
    await moderator.goto(at('/_local/'));
    expect(await press(moderator.getByRole('button', { name: '+10 minutes', exact: true }))).toBe(200);
    await reader.reload();
    await press(reader.getByRole('link', { name: written.title, exact: true }));
    expect(await headingOf(reader)).toBe(written.title);
    const { contact, ...unsigned } = written;
    await expectWholeCase(reader, contact['public'] === true ? written : unsigned);
    expect((await reader.locator('main').innerText()).includes(contact.email)).toBe(contact['public'] === true);

    await submitter.goto(receipt);
    await press(submitter.getByRole('link', { name: statusTexts.in(language).readPublished }));
    expect(submitter.url()).toBe(reader.url());
  });
});

/** The page comes back with every value, the summary has the focus, and each of its links moves it to the field. */
async function expectRefusal(
  page: Page,
  send: ReturnType<Page['locator']>,
  wrong: readonly string[],
  language: Language,
): Promise<void> {
  const texts = formTexts.in(language);
  const typed = await standingIn(page);
  expect(await press(send)).toBe(422);
  expect(await standingIn(page)).toEqual(typed);
  expect(await page.title()).toContain(texts.errorTitle({ title: form.texts.in(language).invitation }));

  const summary = page.getByRole('region', { name: texts.errorHeading });
  expect(await focused(page).getAttribute('aria-labelledby')).toBe('errors');
  expect(await summary.innerText()).toContain(texts.nothingSent);
  const links = await summary.getByRole('link').all();
  const targets = await Promise.all(links.map((link) => link.getAttribute('href')));
  expect(targets).toEqual(wrong.map((path) => `#${idOf(path)}`));
  for (const [index, link] of links.entries()) {
    await link.click();
    expect(`#${await focused(page).getAttribute('id')}`).toBe(targets[index]);
    expect(await describedIn(page)).toContain(await link.innerText());
  }
}

/** What is read out beside the name of the focused control: its own description, or that of the question it answers. */
function describedIn(page: Page): Promise<string> {
  const described = 'document.activeElement.closest("[aria-describedby]")';
  const ids = `${described}.getAttribute("aria-describedby").split(" ")`;
  return page.evaluate(`${ids}.map((id) => document.getElementById(id).innerText).join(" ")`);
}

/** Every text that was written stands on the page as it was written. */
async function expectWholeCase(page: Page, written: object): Promise<void> {
  const shown = await page.locator('main').innerText();
  for (const { path, field } of allLeaves(form)) {
    const value = valueAt(written, path);
    if (['line', 'text', 'email', 'url'].includes(field.kind) && value !== undefined) expect(shown).toContain(value);
  }
}

async function expectNothingChosen(page: Page): Promise<void> {
  const decisions = page.getByRole('radio');
  expect(await decisions.count()).toBe(3);
  expect(await decisions.and(page.locator(':checked')).count()).toBe(0);
  expect(await page.getByRole('combobox').inputValue()).toBe('');
  for (const text of await page.getByRole('textbox').all()) expect(await text.inputValue()).toBe('');
}
