import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { rejectReasons } from '#shared/case/decision.ts';
import { initiative as form } from '#shared/forms/initiative/initiative.ts';
import { linkProblemTexts } from '#shared/http/texts/link-problems.ts';
import { languages } from '#shared/i18n/language.ts';
import { idOf } from '#shared/pages/form-fields.ts';
import { actionTexts } from '#shared/pages/texts/actions.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { reviseTexts } from '#shared/pages/texts/revise.ts';
import { statusTexts } from '#shared/pages/texts/status.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { fourEyes } from '#test/support/other-settings.ts';
import { example, type Story } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { expectAccessible } from './appearances.ts';
import { enterAt, tickAt, typeAt } from './by-keyboard.ts';
import { headingOf, press, standingIn } from './person.ts';

const { begin, dynamodbAsOperator, letUndoPass, tableNamed, world } = await startWorld({ moderation: fourEyes });
const review = reviewTexts.in('en');
const revise = reviseTexts.in('en');
const { fields } = form.texts.in('en');
const labelOf = (path: string) => fields[path]?.label ?? path;

async function inReview(changes: object = { themes: ['culture'] }): Promise<Story> {
  const story = await begin(example('nordic-digital-first-steps', changes));
  await story.confirm();
  return story;
}

const inEnglish = (link: string) => `${link}?lang=en`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Opens what is folded, by keyboard or mouse alike: there is no script. */
const unfold = (page: Page, name: string) =>
  page
    .getByLabel(name, { exact: true })
    .or(page.getByText(name, { exact: true }))
    .first()
    .click();

async function commentOn(page: Page, path: string, words: string): Promise<void> {
  await unfold(page, review.commentOn({ field: labelOf(path) }));
  await page.locator(`[name="comment.${path}"]`).fill(words);
}

async function choose(page: Page, decision: keyof typeof review.decisions): Promise<void> {
  await page.getByRole('radio', { name: review.decisions[decision].label, exact: true }).check();
}

/** As if the settings had become so after the moderator was asked: whoever sent it in has the address of that moderator. */
async function turnIntoOwn(story: Story, moderator: string): Promise<void> {
  await dynamodbAsOperator().send(
    new UpdateItemCommand({
      TableName: tableNamed('Submissions'),
      Key: { pk: { S: story.id }, sk: { S: 'case' } },
      UpdateExpression: 'SET submitter.email = :address',
      ExpressionAttributeValues: { ':address': { S: moderator } },
    }),
  );
}

describeInBrowser('Moderators', (openPage) => {
  test.each([true, false])(
    'ask for changes field by field, and see them marked, with scripts: %s',
    async (javaScriptEnabled) => {
      const settings = { javaScriptEnabled, locale: 'en-GB' };
      const story = await inReview();
      const [first = '', second = ''] = await story.moderators();
      const page = await openPage(settings);
      await page.goto(inEnglish(await story.link('review', first)));

      // Without a choice there is no mail to be read, and nothing is lost.
      await commentOn(page, 'title', 'Say where.');
      await commentOn(page, 'contact.role', 'And your role?');
      await page.locator('[name=comment]').fill('Nearly there.\nTwo things.');
      const typed = await standingIn(page);
      expect(await press(button(page, review.preview))).toBe(422);
      expect(await headingOf(page)).toBe(review.noPreview);
      await press(button(page, review.back));
      expect(await standingIn(page)).toEqual(typed);

      await choose(page, 'request-changes');
      const chosen = await standingIn(page);
      expect(await press(button(page, review.preview))).toBe(200);
      const mail = await page.locator('.mail').innerText();
      for (const said of ['Nearly there.', labelOf('title'), 'Say where.', labelOf('contact.role'), 'And your role?'])
        expect(mail).toContain(said);
      await press(button(page, review.back));
      expect(await standingIn(page)).toEqual(chosen);
      await press(button(page, review.preview));
      expect(await press(button(page, review.button))).toBe(200);
      expect(await headingOf(page)).toBe(review.thanks);

      // Taken back, the words are still there; the choice is made anew.
      expect(await press(button(page, review.undo))).toBe(200);
      expect(await page.locator('main').innerText()).toContain(review.takenBack);
      expect(await page.getByRole('radio').and(page.locator(':checked')).count()).toBe(0);
      expect(await page.locator('[name=comment]').inputValue()).toBe('Nearly there.\nTwo things.');
      expect(await page.locator('[name="comment.title"]').inputValue()).toBe('Say where.');
      await choose(page, 'request-changes');
      await press(button(page, review.button));
      await letUndoPass();

      const submitter = await openPage(settings);
      const change = inEnglish(await story.link('revise'));
      await submitter.goto(change);
      await submitter
        .locator('main')
        .getByRole('link', { name: labelOf('contact.role'), exact: true })
        .click();
      const asked = submitter.locator(`#${idOf('contact.role')}-asked`);
      expect(await asked.innerText()).toContain('And your role?');
      const describedBy = await submitter.locator('[name="contact.role"]').getAttribute('aria-describedby');
      expect(describedBy).toContain(`${idOf('contact.role')}-asked`);

      const title = await submitter.locator('[name=title]').inputValue();
      await submitter.locator('[name=title]').fill(`${title} in Oulu`);
      await submitter.locator('[name=summary]').fill('Half');
      expect(await press(button(submitter, revise.save))).toBe(200);
      expect(await submitter.locator('main').innerText()).toContain(revise.saved({ time: '' }).split(' ')[0]);
      expect(await story.progress()).toMatchObject({ status: 'changes-requested' });

      // Later, on another machine.
      const later = await openPage(settings);
      await later.goto(change);
      expect(await later.locator('[name=title]').inputValue()).toBe(`${title} in Oulu`);
      expect(await later.locator('[name=summary]').inputValue()).toBe('Half');
      await later
        .locator('[name=summary]')
        .fill('Volunteers help newcomers with their first digital steps in the library.');
      expect(await press(button(later, revise.send))).toBe(200);
      expect(await headingOf(later)).toBe(revise.sentTitle);
      await world.rest();

      const again = await openPage(settings);
      await again.goto(inEnglish(await story.link('review', second)));
      const shown = again.locator('main');
      expect(await shown.innerText()).toContain('Nearly there.');
      expect(await shown.locator('ins').first().innerText()).toContain('in Oulu');
      expect(await shown.locator('del').count()).toBeGreaterThan(0);
      await choose(again, 'approve');
      expect(await press(button(again, review.button))).toBe(200);
      await letUndoPass();
      await again.reload();
      expect(await button(again, review.undo).count()).toBe(0);
      await press(again.getByRole('link', { name: review.readPublished }));
      expect(await headingOf(again)).toBe(`${title} in Oulu`);
    },
  );

  test('keep every word when the text has changed meanwhile, and have a fresh button', async () => {
    const written = example('nordic-digital-first-steps', { themes: ['culture'] });
    const story = await begin(written);
    await story.confirm();
    const [first = ''] = await story.moderators();
    const { contentHash } = await story.review(first);
    await story.decide({ decision: 'request-changes', comment: 'Shorter.' }, first);
    await story.revise({ ...written, title: 'First digital steps' });

    const page = await openPage({ locale: 'en-GB' });
    await page.goto(inEnglish(await story.link('review', first)));
    // As a page would that was opened before.
    await page.evaluate(`document.querySelector('[name=contentHash]').value = '${contentHash}'`);
    await page.locator('[name=comment]').fill('What I think.');
    await choose(page, 'approve');
    expect(await press(button(page, review.button))).toBe(409);
    const main = await page.locator('main').innerText();
    for (const said of [review.staleTitle, written.title, 'First digital steps']) expect(main).toContain(said);
    expect(await page.locator('[name=comment]').inputValue()).toBe('What I think.');
    expect(await page.getByRole('radio').and(page.locator(':checked')).count()).toBe(0);
    await choose(page, 'approve');
    expect(await press(button(page, review.button))).toBe(200);
    expect(await headingOf(page)).toBe(review.thanks);
  });

  test('read that their decision stands when they send it in other words, and find those again', async () => {
    const story = await inReview();
    const [first = ''] = await story.moderators();
    const page = await openPage({ locale: 'en-GB' });
    const old = await openPage({ locale: 'en-GB' });
    for (const one of [page, old]) await one.goto(inEnglish(await story.link('review', first)));
    await choose(page, 'approve');
    await page.locator('[name=comment]').fill('First words.');
    await press(button(page, review.button));
    await choose(old, 'approve');
    await old.locator('[name=comment]').fill('Second words.');
    expect(await press(button(old, review.button))).toBe(200);
    const main = await old.locator('main').innerText();
    for (const said of [review.notRecorded.own, 'First words.', 'Second words.']) expect(main).toContain(said);
  });

  test('leave each other notes and lose nothing of what they were about to answer', async () => {
    const story = await inReview();
    const [first = '', second = ''] = await story.moderators();
    const page = await openPage({ locale: 'en-GB', javaScriptEnabled: false });
    await page.goto(inEnglish(await story.link('review', first)));
    await choose(page, 'reject');
    await page.locator('[name=reason]').selectOption(rejectReasons[0]);
    await page.locator('[name=comment]').fill('Half a sentence');
    await unfold(page, review.writeNote);
    await page.getByLabel(review.note, { exact: true }).fill('Do you know them?');
    expect(await press(button(page, review.saveNote))).toBe(200);
    expect(await page.locator('main').innerText()).toContain(review.noteSaved);
    expect(await page.locator('[name=comment]').inputValue()).toBe('Half a sentence');
    expect(await page.locator('[value=reject]').isChecked()).toBe(true);
    expect(await page.locator('[name=note]').inputValue()).toBe('');

    const other = await openPage({ locale: 'en-GB' });
    await other.goto(inEnglish(await story.link('review', second)));
    expect(await other.locator('.notes').innerText()).toContain('Do you know them?');
    const groundOf = (selector: string) =>
      other.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`);
    expect(await groundOf('.notes')).not.toBe(await groundOf('main'));
    expect(await groundOf('.notes')).not.toBe(await groundOf('body'));
  });

  test('do not agree, and the lead institution reads why before it decides', async () => {
    const story = await inReview({ themes: ['housing'] });
    const [first = '', second = ''] = await story.moderators();
    const [one, other] = [await openPage({ locale: 'en-GB' }), await openPage({ locale: 'en-GB' })];
    await one.goto(inEnglish(await story.link('review', first)));
    expect(await one.locator('main').innerText()).toContain(review.needed({ approvals: 2 }));
    await choose(one, 'approve');
    await one.locator('[name=comment]').fill('Well told.');
    await press(button(one, review.button));
    expect(await one.locator('main').innerText()).toContain(review.waiting);

    await other.goto(inEnglish(await story.link('review', second)));
    expect(await other.locator('main').innerText()).toContain(review.hidden);
    expect(await other.locator('main').innerText()).not.toContain('Well told.');
    await choose(other, 'reject');
    await other.locator('[name=reason]').selectOption('duplicate');
    await press(button(other, review.button));
    for (const said of [review.contradicted, 'Well told.'])
      expect(await other.locator('main').innerText()).toContain(said);
    await letUndoPass();

    const breaker = (await story.moderators()).find((address) => ![first, second].includes(address));
    const lead = await openPage({ locale: 'en-GB' });
    await lead.goto(inEnglish(await story.link('review', breaker)));
    const others = await lead.getByRole('region', { name: review.othersSaid }).innerText();
    for (const said of [review.disagreed, 'Well told.']) expect(others).toContain(said);
    await choose(lead, 'reject');
    await lead.locator('[name=reason]').selectOption('incomplete');
    await press(button(lead, review.button));
    await letUndoPass();
    await one.reload();
    expect(await one.locator('main').innerText()).toContain(review.otherwise({ decision: 'Rejected' }));

    const submitter = await openPage({ locale: 'en-GB' });
    await submitter.goto(inEnglish(story.statusUrl));
    expect(await submitter.locator('main').innerText()).toContain(statusTexts.in('en').statuses.rejected);
    expect(await submitter.locator('main').innerText()).not.toContain('Well told.');
  });

  test.each(languages)(
    'have one page, in this order: what was sent in, what others said, the choice, in %s',
    async (language) => {
      const story = await inReview();
      const page = await openPage({ locale: language, viewport: { width: 360, height: 740 } });
      await page.goto(`${await story.link('review')}?lang=${language}`);
      const texts = reviewTexts.in(language);
      const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
      expect(headings).toEqual([texts.submission, texts.othersSaid, texts.yourDecision]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    },
  );

  test('without a mouse comment on fields, read the mail, send it, and take it back', async () => {
    const story = await inReview();
    const page = await openPage({ locale: 'en-GB' });
    await page.goto(inEnglish(await story.link('review')));
    const answer = async () => {
      await tickAt(page, 'decision');
      await page.keyboard.press('ArrowDown');
    };
    await enterAt(page, `summary[aria-label="${review.commentOn({ field: labelOf('title') })}"]`);
    await typeAt(page, 'comment.title', 'Say where.');
    await answer();
    await typeAt(page, 'comment', 'Nearly there.');
    await enterAt(page, '[formaction*="/preview"]');
    await page.getByRole('heading', { level: 1, name: review.previewTitle }).waitFor();
    await enterAt(page, 'main button:not([name])');
    await page.getByRole('heading', { level: 1, name: review.thanks }).waitFor();
    await enterAt(page, 'form[action*="/undo"] button');
    await page.getByText(review.takenBack).waitFor();
    expect(await page.locator('[name="comment.title"]').inputValue()).toBe('Say where.');
    await answer();
    await enterAt(page, 'main .buttons button:not([formaction])');
    await page.getByRole('heading', { level: 1, name: review.thanks }).waitFor();
    await letUndoPass();
    expect((await story.mails())[0]?.text).toContain('Say where.');

    await page.goto(inEnglish(await story.link('revise')));
    await typeAt(page, 'contact.role', 'Librarian');
    await enterAt(page, 'button[name=_action][value=save]');
    await page.locator('main .notice[data-color=success]').waitFor();
    expect(await page.locator('[name="contact.role"]').inputValue()).toContain('Librarian');
  });

  test.each([true, false])('keep what they wrote about their own, with scripts: %s', async (javaScriptEnabled) => {
    const story = await inReview();
    const [first = ''] = await story.moderators();
    const page = await openPage({ javaScriptEnabled, locale: 'en-GB' });
    await page.goto(inEnglish(await story.link('review', first)));
    await commentOn(page, 'title', 'Say where.');
    await choose(page, 'reject');
    await page.locator('[name=reason]').selectOption('incomplete');
    await page.locator('[name=comment]').fill('What I think.');
    await turnIntoOwn(story, first);
    expect(await press(button(page, review.button))).toBe(403);
    expect(await headingOf(page)).toBe(linkProblemTexts.in('en')['own-submission'].title);
    const all = ['Say where.', 'What I think.', review.notKept];
    for (const said of all) expect(await page.locator('main').innerText()).toContain(said);
    if (javaScriptEnabled) await expectAccessible(page);
    // In another language too.
    await page.locator('.site-languages summary').click();
    expect(await press(page.locator('.site-languages button[lang=sv]'))).toBe(403);
    for (const said of ['Say where.', 'What I think.', reviewTexts.in('sv').notKept])
      expect(await page.locator('main').innerText()).toContain(said);

    await page.goto(inEnglish(await story.link('review', first)));
    expect(await page.getByRole('radio').count()).toBe(0);
    if (javaScriptEnabled) await expectAccessible(page);
  });

  test('and submitters can use every page of a decision, light and dark, wide and narrow', async () => {
    const story = await inReview();
    const [first = '', second = ''] = await story.moderators();
    const page = await openPage({ locale: 'en-GB' });
    await page.goto(inEnglish(await story.link('review', second)));
    await unfold(page, review.writeNote);
    await page.getByLabel(review.note, { exact: true }).fill('Do you know them?');
    await press(button(page, review.saveNote));
    await page.goto(inEnglish(await story.link('review', first)));
    await expectAccessible(page);
    await commentOn(page, 'title', 'Say where.');
    await choose(page, 'request-changes');
    await press(button(page, review.preview));
    await expectAccessible(page);
    await press(button(page, review.button));
    await expectAccessible(page);
    await press(button(page, review.undo));
    await expectAccessible(page);
    await choose(page, 'approve');
    await page.locator('[name="comment.title"]').fill('');
    expect(await press(button(page, review.button))).toBe(200);
    await letUndoPass();
    await page.goto(inEnglish(await story.link('status', story.submitter)));
    const actions = actionTexts.in('en').actions;
    for (const name of ['revise', 'hide-contact', 'withdraw'] as const)
      expect(await page.getByText(actions[name].label, { exact: true }).count()).toBeGreaterThan(0);
    await expectAccessible(page);
  });
});
