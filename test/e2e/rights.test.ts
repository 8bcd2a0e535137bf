import { describe, expect, test } from 'vitest';
import { localModeration } from '#infra/moderators.ts';
import { mostRounds } from '#shared/case/votes.ts';
import { example, type Story } from '#test/support/story.ts';
import { get, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { at, begin, advance } = await startWorld();
const minute = 60_000;

const withContact = () => {
  const told = example('se-oppen-forskola-pa-fem-sprak');
  return { ...told, contact: { ...told.contact, public: true } };
};

async function inReview(fields = withContact()): Promise<Story> {
  const story = await begin(fields);
  await story.confirm();
  return story;
}

async function published(fields = withContact()): Promise<Story> {
  const story = await inReview(fields);
  await story.approve();
  return story;
}

/** The work of a driver that was woken or started by an act. */
const carriedOn = () => advance(2 * minute);

describe('A link that nobody mailed', () => {
  test('can withdraw what nobody has confirmed, and have links mailed, but nothing else', async () => {
    const story = await begin(withContact());
    expect((await story.progress()).actions).toEqual(['resend', 'withdraw']);
    await story.confirm();
    expect((await story.progress()).actions).toEqual(['resend']);
    for (const action of ['withdraw', 'hide-contact', 'revise', 'confirm-current'])
      expect(await post(story.statusUrl, { action })).toMatchObject({
        status: 403,
        json: { code: 'mailed-link-needed', status: 'in-review' },
      });
    expect((await story.progress()).status).toBe('in-review');
  });

  test('is told so on a page with the button that mails the link', async () => {
    const story = await inReview();
    const page = await post(story.statusUrl, { action: 'withdraw' }, { as: 'urlencoded', html: true });
    expect(page.status).toBe(403);
    expect(page.text).toContain('value="resend"');
    const before = (await story.mails()).length;
    expect((await post(story.statusUrl, { action: 'resend' })).status).toBe(200);
    await carriedOn();
    expect(await story.mails()).toHaveLength(before + 1);
    expect((await story.act('withdraw')).json).toMatchObject({ status: 'withdrawn' });
  });

  test('has links mailed only so often', async () => {
    const story = await inReview();
    const answers = [];
    for (let asked = 0; asked < 4; asked += 1) answers.push((await post(story.statusUrl, { action: 'resend' })).status);
    expect(answers).toEqual([200, 200, 200, 409]);
  });
});

test('An action that no button has is refused by its name', async () => {
  const story = await inReview();
  expect(await post(story.statusUrl, { action: 'vanish' })).toMatchObject({
    status: 422,
    json: { code: 'invalid-fields', errors: [{ pointer: '/action', code: 'unknown-code' }] },
  });
});

describe('To withdraw', () => {
  test('before the address is confirmed ends the case without a mail to a stranger', async () => {
    const story = await begin(withContact());
    const before = await story.mails('everybody');
    expect((await post(story.statusUrl, { action: 'withdraw' })).json).toMatchObject({ status: 'withdrawn' });
    await carriedOn();
    expect(await story.mails('everybody')).toEqual(before);
    for (const answer of [await post(await story.link('confirm'), {}), await get(await story.link('confirm'))])
      expect(answer).toMatchObject({ status: 410, json: { code: 'link-expired' } });
    expect((await post(story.statusUrl, { action: 'resend' })).json).toMatchObject({ code: 'not-possible' });
  });

  test('in the middle of a review ends its links, tells who has answered, and publishes nothing', async () => {
    const story = await inReview();
    const [moderator = ''] = await story.moderators();
    const review = await story.link('review', moderator);
    await story.vote({ decision: 'approve' }, moderator);
    expect((await story.act('withdraw')).json).toMatchObject({ status: 'withdrawn', actions: ['resend', 'erase'] });
    expect((await story.act('withdraw')).status).toBe(200);
    await advance((localModeration.undoMinutes + 2) * minute);
    expect((await get(review)).status).toBe(410);
    expect((await story.published()).status).toBe(404);
    expect((await story.mails(moderator))[0]?.text).toContain(example('se-oppen-forskola-pa-fem-sprak').title);
    expect((await story.mails())[0]?.subject).toContain('Tillbakadraget');
  });

  test('after publication leaves a tombstone: 410, out of the list, and the bus hears of it', async () => {
    const story = await published();
    const id = await story.entryId();
    expect((await story.act('withdraw')).status).toBe(200);
    await carriedOn();
    const gone = await get(at(`/v1/initiatives/${id}`));
    expect(gone).toMatchObject({ status: 410, json: { code: 'gone', id, kind: 'initiative', version: 1 } });
    expect(gone.text).not.toContain(withContact().title);
    expect((await get(at(`/v1/initiatives/${id}/versions`))).status).toBe(410);
    expect((await get(at(`/initiatives/${id}`), { html: true })).status).toBe(410);
    expect((await get(at('/v1/initiatives?limit=100'))).text).not.toContain(id);
    expect((await story.act('hide-contact')).json).toMatchObject({ code: 'not-possible', status: 'withdrawn' });
  });
});

test('A contact can be hidden at any time, also while a review of changes waits', async () => {
  const story = await published();
  expect((await story.published()).json).toHaveProperty('contact');
  expect((await story.act('hide-contact')).status).toBe(200);
  await carriedOn();
  expect((await story.published()).json).not.toHaveProperty('contact');
  expect((await story.progress()).timeline.map(({ what }) => what)).toContain('contact-hidden');
  expect((await story.act('hide-contact')).status).toBe(200);
  // What opens to be changed does not show it again by itself.
  const { reviseUrl } = Object((await story.act('revise')).json);
  expect((await get(reviseUrl)).json).toMatchObject({ submission: { content: { contact: { public: false } } } });
  const again = await published();
  await reviseTo(again, 'Öppen förskola i hela länet');
  const mails = (await again.mails('everybody')).length;
  await again.act('hide-contact');
  await carriedOn();
  await carriedOn();
  expect((await again.published()).json).not.toHaveProperty('contact');
  // The review goes on as it was, and nobody is mailed anew.
  expect(await again.mails('everybody')).toHaveLength(mails);
  await again.approve();
  expect((await again.published()).json).toMatchObject({ version: 2, title: 'Öppen förskola i hela länet' });
});

/** Sends changes to what is published, and gives what was sent. */
async function reviseTo(story: Story, title: string): Promise<object> {
  const { reviseUrl } = Object((await story.act('revise')).json);
  const { submission } = Object((await get(reviseUrl)).json);
  const { contact, ...fields } = submission.content;
  const changed = { ...fields, contact, title };
  expect(await post(reviseUrl, changed)).toMatchObject({ status: 200, json: { status: 'in-review' } });
  await carriedOn();
  return changed;
}

describe('Changes to what is published', () => {
  test('leave the old version public until they are approved; then both are in the history', async () => {
    const story = await published();
    const before = (await story.published()).json;
    await reviseTo(story, 'Öppen förskola i hela länet');
    expect((await story.published()).json).toEqual(before);
    expect((await get(await story.link('review'))).json).toMatchObject({ round: 2, changes: [{ pointer: '/title' }] });
    await story.approve();
    expect((await story.published()).json).toMatchObject({ version: 2, title: 'Öppen förskola i hela länet' });
    const versions = await get(at(`/v1/initiatives/${await story.entryId()}/versions`));
    expect(versions.json).toMatchObject({ items: [{ version: 2 }, { version: 1 }] });
    expect(versions.text).not.toContain('@');
  });

  test('that are rejected leave what is published, and the form opens with that', async () => {
    const story = await published();
    const before = (await story.published()).json;
    await reviseTo(story, 'Not this');
    const { contentHash } = await story.review();
    const rejection = { decision: 'reject', reason: 'incomplete', contentHash };
    const preview = await post(`${await story.link('review')}/preview`, rejection);
    expect(Object(preview.json).subject).toContain('Ändringarna publiceras inte');
    await story.decide({ decision: 'reject', reason: 'incomplete' });
    expect(await story.progress()).toMatchObject({ status: 'published' });
    expect((await story.published()).json).toEqual(before);
    expect((await story.mails())[0]?.subject).toContain('Ändringarna publiceras inte');
    const { reviseUrl } = Object((await story.act('revise')).json);
    expect((await get(reviseUrl)).json).toMatchObject({ submission: { content: { title: withContact().title } } });
    await reviseTo(story, 'Rather this');
    expect((await get(await story.link('review'))).json).toMatchObject({
      round: 3,
      changes: [{ pointer: '/title', after: 'Rather this' }],
    });
  });

  test('that are never sent after a request lapse, and what is published stays', async () => {
    const story = await published();
    const before = (await story.published()).json;
    await reviseTo(story, 'Not quite');
    await story.decide({ decision: 'request-changes', comment: 'More, please.' });
    expect(await story.progress()).toMatchObject({ status: 'changes-requested' });
    await advance('P31D');
    expect(await story.progress()).toMatchObject({ status: 'published' });
    expect((await story.published()).json).toEqual(before);
    expect((await story.mails()).map(({ subject }) => subject).join()).toContain('Ändringarna kom inte in');
  });

  test('can again be asked for in as many rounds as at first', async () => {
    const story = await published();
    await reviseTo(story, 'A second version');
    expect((await story.review()).choices.map(({ decision }) => decision)).toContain('request-changes');
    expect(mostRounds).toBeGreaterThan(2);
  });
});
