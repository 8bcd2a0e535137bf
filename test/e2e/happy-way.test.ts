import { describe, expect, test } from 'vitest';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import { example, linksIn, Receipt } from '#test/support/story.ts';
import { type Encoding, get } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { begin, submit, follow, at } = await startWorld();
const encodings: readonly Encoding[] = ['json', 'urlencoded', 'multipart'];

/** Everything that readers see of an example; not who sent it in, unless they made that public. */
function shown(fields: object) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'consent'));
}

describe.each(encodings)('An initiative posted as %s', (as) => {
  test('is confirmed, reviewed, published and read', async () => {
    const posted = example('dk-sprogmakker-paa-arbejdspladsen');
    const story = await begin(posted, { as });

    const [confirmation] = await story.mails();
    expect(confirmation?.text).toContain(posted.title);
    expect(linksIn(confirmation ?? { text: '' }, 'status')).toHaveLength(1);
    expect(await story.progress()).toMatchObject({ status: 'awaiting-confirmation', next: { what: 'confirm' } });

    expect((await story.confirm()).status).toBe(200);
    const moderators = await story.moderators();
    expect(moderators.length).toBeGreaterThanOrEqual(2);
    expect(await story.progress()).toMatchObject({ status: 'in-review', next: { what: 'review' } });
    expect((await story.review()).submission.content).toMatchObject(shown(posted));

    const decided = await story.approve(moderators[0]);
    expect(decided).toMatchObject({ status: 200, json: { decision: 'approve' } });
    expect(await story.progress()).toMatchObject({ status: 'published', next: { what: 'none', by: null } });

    const published = await story.published();
    expect(published.status).toBe(200);
    expect(published.json).toMatchObject({
      id: await story.entryId(),
      kind: 'initiative',
      version: 1,
      ...shown(posted),
    });
    expect(published.json).not.toHaveProperty('consent');
    // Its address gives away nothing of the submission.
    expect((await get(at(`/v1/initiatives/${story.id}`))).status).toBe(404);
    const list = await get(at('/v1/initiatives?limit=1'));
    expect(list.json).toMatchObject({ items: [{ id: await story.entryId(), title: posted.title }] });

    const [good] = await story.mails();
    expect(good?.text).toContain(at(`/initiatives/${await story.entryId()}`));
    const [acknowledgement] = await story.mails(moderators[0] ?? '');
    expect(acknowledgement?.text).toContain(posted.title);
    // One to confirm, one for each moderator, one acknowledgement, one that it is published.
    expect(await story.mails('everybody')).toHaveLength(3 + moderators.length);
  });
});

test('The same fields have the same outcome in each encoding', async () => {
  const posted = example('se-validering-i-varden');
  const published = await Promise.all(
    encodings.map(async (as) => {
      const story = await begin(posted, { as });
      await story.confirm();
      await story.approve();
      const { id, url, publishedAt, updatedAt, ...rest } = Object(await story.published().then(({ json }) => json));
      return rest;
    }),
  );
  expect(published[1]).toEqual(published[0]);
  expect(published[2]).toEqual(published[0]);
});

test('A contact who did not want to be shown is not published', async () => {
  const posted = example('dk-cykler-til-alle');
  const story = await begin(posted);
  await story.confirm();
  await story.approve();
  const published = await story.published();
  expect(published.status).toBe(200);
  expect(published.text).not.toContain(posted.contact.email);
  expect(published.text).not.toContain(posted.contact.name);
});

test('The receipt names the status page in its location', async () => {
  const answer = await submit(example('is-islenska-a-vinnutima'));
  const receipt = Receipt.parse(answer.json);
  expect(answer.status).toBe(202);
  expect(receipt.status).toBe('received');
  expect(answer.headers.get('location')).toBe(receipt.statusUrl);
  const progress = await follow(receipt, '').progress();
  expect(progress.timeline.map(({ what }) => what)).toEqual(['received', 'asked-to-confirm']);
});

describe('A person with a browser', () => {
  test('is sent from the form to the status page', async () => {
    const answer = await submit(example('fi-kielikahvila-kirjastossa'), { as: 'urlencoded', html: true });
    expect(answer.status).toBe(303);
    const page = await get(answer.headers.get('location') ?? '', { html: true, language: 'fi' });
    expect(page).toMatchObject({ status: 200 });
    expect(page.text).toContain('lang="fi"');
    expect(page.text).toContain('Kielikahvila kirjastossa');
  });

  test('is sent back to an allowed site', async () => {
    const home = 'https://www.nordicwelfare.example/thanks';
    const fields = { ...example('ax-valkomstvardar-i-skargarden'), _redirect: home };
    const answer = await submit(fields, { as: 'urlencoded', html: true });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(home);
  });

  test('is not sent to any other site, but to the receipt', async () => {
    const fields = { ...example('ax-valkomstvardar-i-skargarden'), _redirect: 'https://elsewhere.example/' };
    const answer = await submit(fields, { as: 'urlencoded', html: true });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^http:\/\/localhost:\d+\/status\/[\w-]{43}$/);
  });
});

describe('Mails speak the language of their recipients', () => {
  test.each([
    ['da', 'gl-koekkenbordet', 'da'],
    ['nb', 'no-boligkontakten', 'nb'],
    ['nn', 'no-bygda-tek-imot', 'nb'],
    ['sv', 'se-fackliga-larcirklar', 'sv'],
    ['fi', 'fi-vertaistuki-ikaantyneille', 'fi'],
    ['is', 'is-heimanam-med-sjalfbodalidum', 'is'],
    ['en', 'nordic-digital-first-steps', 'en'],
  ] as const)('who writes in %s', async (_, name, language) => {
    const story = await begin(example(name));
    const [confirmation] = await story.mails();
    expect(confirmation?.text).toContain(serviceTexts.in(language).name);
    expect(confirmation?.html).toContain(`<html lang="${language}">`);
  });

  test('an explicit wish comes before the language of the content', async () => {
    const story = await begin({ ...example('fo-velkomstkontor'), _lang: 'en' }, { language: 'sv' });
    const [confirmation] = await story.mails();
    expect(confirmation?.text).toContain(serviceTexts.in('en').name);
  });

  test('each moderator is asked in their own', async () => {
    const story = await begin(example('no-boligkontakten'));
    await story.confirm();
    const [erik] = await story.mails('erik.wallin@nordregio.example');
    const [sigrun] = await story.mails('sigrun.jonsdottir@nordregio.example');
    expect(erik?.html).toContain('<html lang="sv">');
    expect(sigrun?.html).toContain('<html lang="is">');
  });
});

describe('What is taken in', () => {
  test('fields at their limits', async () => {
    const fields = { ...example('nordic-border-job-fair'), title: '\u{1F332}'.repeat(140), summary: 'å'.repeat(600) };
    const story = await begin(fields);
    expect(await story.progress()).toMatchObject({ status: 'awaiting-confirmation' });
  });

  test('line breaks of any kind in texts, kept as one', async () => {
    const story = await begin({
      ...example('nordic-border-job-fair'),
      summary: `One line here.\r\nAnother\rand\u2028more.`,
    });
    await story.confirm();
    expect((await story.review()).submission.content).toMatchObject({ summary: 'One line here.\nAnother\nand\nmore.' });
  });

  test('fields that a browser posts beside those of the form', async () => {
    const answer = await submit(
      { ...example('nordic-border-job-fair'), utm_source: 'x', button: 'Send' },
      { as: 'urlencoded' },
    );
    expect(answer.status).toBe(202);
  });
});
