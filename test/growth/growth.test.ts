import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { offeredForms } from '#shared/forms/forms.ts';
import { startService } from '#test/support/service-process.ts';
import { example, Receipt, serviceAt } from '#test/support/story.ts';
import { get, post } from '#test/support/visitor.ts';
import { addForm, addLanguage, copyOfSources } from './grown-copy.ts';

/** A seventh language and a second form as long as `initiative`, put in as the README says. */
const mark = '☆ ';
const copy = copyOfSources();
addLanguage(copy, 'fo', 'Føroyskt', mark);
addForm(copy, 'sample', 'Share a sample');
const { origin, said } = await startService(copy.folder);
const { at, follow } = serviceAt(origin, async () => {});
const soon = { timeout: 30_000, interval: 50 };

test('everything is built, and no bundle is too large', () => {
  expect(said()).not.toContain('Not to be deployed');
});

test('both forms are described, on the menu and on the front page, in each language', async () => {
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse((await get(at('/v1/forms?lang=fo'))).json);
  expect(items.map(({ id }) => id)).toEqual([...offeredForms().map(({ id }) => id), 'sample']);
  expect(items[0]?.name).toMatch(mark);
  for (const language of ['fi', 'fo']) {
    const page = (await get(at(`/?lang=${language}`), { html: true })).text;
    expect(page.split('href="/forms/sample"')).toHaveLength(3);
    expect(page.split('href="/forms/initiative"')).toHaveLength(3);
    expect(page).toContain(`Share a sample (${language})`);
  }
  expect((await get(at('/forms/sample?lang=sv'), { html: true })).text).toContain('Share a sample (sv)');
});

test('a page speaks the new language and offers it', async () => {
  const page = (await get(at('/?lang=fo'), { html: true })).text;
  expect(page).toContain('<html lang="fo"');
  expect(page).toContain(mark);
  expect((await get(at('/?lang=en'), { html: true })).text).toContain('Føroyskt');
});

test('what is sent in with the new form, in the new language, is confirmed, decided and published', async () => {
  const fields = example('ax-valkomstvardar-i-skargarden');
  const answer = await post(at('/v1/forms/sample/submissions?lang=fo'), fields);
  expect(answer.status).toBe(202);
  const story = follow(Receipt.parse(answer.json), fields.contact.email);
  await vi.waitFor(() => story.link('confirm'), soon);
  const [mail] = await story.mails();
  expect(mail?.subject).toContain(mark);
  expect(mail?.text).toContain(mark);
  await story.confirm();
  await vi.waitFor(async () => expect(await story.moderators()).toHaveLength(2), soon);
  await story.approve();
  await vi.waitFor(async () => expect((await story.published()).status).toBe(200), soon);
  expect((await story.published()).json).toMatchObject({ kind: 'sample', title: fields.title });
});

test('a field that is left out is named in the new language', async () => {
  const answer = await post(at('/v1/forms/sample/submissions?lang=fo'), { title: '' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(mark);
});
