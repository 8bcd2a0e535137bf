import { describe, expect, test } from 'vitest';
import { windowOf } from '#shared/case/question.ts';
import { example } from '#test/support/story.ts';
import { day } from '#test/support/time.ts';
import { get, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { begin, submit, advance, at, mails, world } = await startWorld();
const browser = { as: 'urlencoded', html: true } as const;
const formAddress = at('/v1/forms/initiative/submissions');

async function withChangesRequested(name: string) {
  const story = await begin(example(name));
  await story.confirm();
  await story.decide({ decision: 'request-changes', comment: 'Mer, tack.' });
  return { story, revise: await story.link('revise') };
}

describe('What somebody typed too late', () => {
  test('is shown again when another revision was quicker', async () => {
    const { story, revise } = await withChangesRequested('se-oppen-forskola-pa-fem-sprak');
    await story.revise(example('se-oppen-forskola-pa-fem-sprak', { lessons: 'Den första.' }));
    const second = example('se-oppen-forskola-pa-fem-sprak', { lessons: 'Den andra, som kom för sent.' });
    const answer = await post(revise, second, { ...browser, language: 'sv' });
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('Den andra, som kom för sent.');
    expect((await post(revise, { title: 'x' })).status).toBe(410);
  });

  test('is shown again when the time to answer is over, and can be sent in as something new', async () => {
    const { story, revise } = await withChangesRequested('no-boligkontakten');
    await advance(windowOf('revise') + day);
    const late = example('no-boligkontakten', { lessons: 'Skrevet etter fristen.' });
    const answer = await post(revise, late, browser);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('Skrevet etter fristen.');
    const [, action = ''] = /<form[^>]* action="([^"]*)"/.exec(answer.text) ?? [];
    const [, _key = ''] = /name="_key" value="([^"]*)"/.exec(answer.text) ?? [];
    const anew = await post(at(action), { ...late, _key }, browser);
    expect(anew.headers.get('location')).toContain('/status/');
    expect((await get(anew.headers.get('location') ?? '', { html: true })).text).not.toContain(story.reference);
  });

  test('is not lost with what was sent in before: the link shows it when it is too late', async () => {
    const { story, revise } = await withChangesRequested('no-boligkontakten');
    const { submission } = await story.review();
    await advance(windowOf('revise') + day);
    for (const page of [revise, story.statusUrl]) {
      const { text } = await get(page, { html: true });
      expect(text).toContain(String(submission.content['lessons']));
      expect(text).toContain('href="/forms/initiative"');
    }
  });

  test('is shown again to the moderator who came second, with a notice that it does not count', async () => {
    const story = await begin(example('no-boligkontakten'));
    await story.confirm();
    const [first = '', second = ''] = await story.moderators();
    const { contentHash } = await story.review();
    const link = await story.link('review', second);
    await story.approve(first);
    const late = { decision: 'reject', reason: 'other', comment: 'A long and careful comment.', contentHash };
    const answer = await post(link, late, browser);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('A long and careful comment.');
  });

  test('is shown again when the form had been sent before with other content', async () => {
    const key = { _key: 'one-form-sent-twice' };
    await post(formAddress, { ...example('no-boligkontakten'), ...key }, browser);
    const other = { ...example('no-boligkontakten', { lessons: 'Noe helt annet.' }), ...key };
    const answer = await post(formAddress, other, { ...browser, language: 'en' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Noe helt annet.');
    expect(answer.text).toContain('Not sent a second time</h2>');
    expect(answer.text).not.toContain('value="one-form-sent-twice"');
  });
});

describe('What somebody typed before choosing another language', () => {
  const choice = { _action: 'show', _lang: 'sv' };

  test('stands in the form in that language, and nothing is sent in', async () => {
    const typed = example('se-oppen-forskola-pa-fem-sprak', { lessons: 'Ännu inte färdigt.' });
    const answer = await post(`${formAddress}?lang=fi`, { ...typed, ...choice }, browser);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<html lang="fi"');
    expect(answer.text).toContain('Ännu inte färdigt.');
    await world.rest();
    expect(await mails(typed.contact.email)).toEqual([]);
  });

  test('stands in the revision in that language, and the case waits on', async () => {
    const { story, revise } = await withChangesRequested('se-oppen-forskola-pa-fem-sprak');
    const typed = example('se-oppen-forskola-pa-fem-sprak', { lessons: 'Ännu inte färdigt.' });
    const answer = await post(`${revise}?lang=fi`, { ...typed, ...choice }, browser);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<html lang="fi"');
    expect(answer.text).toContain('Ännu inte färdigt.');
    expect(await story.progress()).toMatchObject({ status: 'changes-requested', round: 1 });
  });
});

describe('An idempotency key', () => {
  test('is forgotten after a day, so that nobody who guesses it is led to the case', async () => {
    const content = example('no-boligkontakten');
    const manner = { headers: { 'idempotency-key': 'the-key-of-one-day' } };
    const first = await submit(content, manner);
    expect((await submit(content, manner)).json).toMatchObject({ id: idOf(first.json) });
    await advance('P2D');
    expect(idOf((await submit(content, manner)).json)).not.toBe(idOf(first.json));
  });
});

describe('A redirect after sending', () => {
  const allowed = 'https://www.nordicwelfare.example';

  test.each([`${allowed}/\r\nSet-Cookie: a=b`, `${allowed}/tack-för-ł`])(
    'is sent as it was judged: %j',
    async (_redirect) => {
      const answer = await post(formAddress, { ...example('no-boligkontakten'), _redirect }, browser);
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(new URL(_redirect).href);
      expect(answer.headers.get('set-cookie')).toBeNull();
    },
  );

  test.each([
    `blob:${allowed}/a`,
    'https://user:word@www.nordicwelfare.example/',
    `${allowed}/${'a'.repeat(3000)}`,
    'https://evil.example/',
  ])('is the receipt when it is no allowed one: %s', async (_redirect) => {
    const answer = await post(formAddress, { ...example('no-boligkontakten'), _redirect }, browser);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain('/status/');
  });
});

describe('A wrong address', () => {
  test.each(['/', '/%09/', '/%0a%2f', '/%5c'])('that begins with %s leads to no other host', async (beginning) => {
    const answer = await get(`${at('')}${beginning}/evil.example/x`, { html: true });
    expect(answer.status).toBe(404);
    // As browsers read it: they pass over control characters in an address.
    const hrefs = [...answer.text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    expect(hrefs.filter((href) => new URL(href, at('/')).host !== new URL(at('/')).host)).toEqual([]);
  });
});

describe('A title with a web address', () => {
  test('is held before any mail leaves', async () => {
    const story = await begin(example('no-boligkontakten', { title: 'Win 1000 EUR: https://evil.example/win' }));
    expect(await story.mails('everybody')).toEqual([]);
    expect(await story.progress()).toMatchObject({ status: 'spam' });
  });
});

function idOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'id' in json ? json.id : undefined;
}
