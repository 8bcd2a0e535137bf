import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import { longestNote } from '#shared/http/posted-note.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { asJson, asUrlencoded } from '#test/support/bodies.ts';
import { content } from '#test/support/cases.ts';
import {
  answerOf,
  coldStart,
  environment,
  example,
  type Handler,
  withHeaders,
  withSecret,
} from '#test/support/functions.ts';
import { useMailedLinks } from '#test/support/mailed-links.ts';
import { settings } from '#test/support/services.ts';

vi.mock('#shared/moderation/settings.ts', async (original) => ({
  ...(await original<typeof import('#shared/moderation/settings.ts')>()),
  readSettings: () => settings,
}));
const { mailed, call, stored, mint, states, everything, endpoint } = useMailedLinks('review');

const inReview = () => mailed('review', 'in-review', {}, 'anna');
const linkFor = (current: Case, moderator: string) => mint(newLink('review', current, new Date(), moderator));

/** Posts to a link or to an address below it, as a program. */
function send(secret: string, fields: object, below: '' | '/undo' | '/note' = '') {
  const { type, body } = asJson(fields);
  const event = withHeaders(withSecret(example('links/review', 'approve'), secret), { 'content-type': type });
  return call('review', { ...event, routeKey: `POST /review/{secret}${below}`, body: body.toString() });
}

describe('an answer that can still be taken back', () => {
  it('changes nothing that anybody else sees, and is gone when it is taken back, also a second time', async () => {
    const { current, secret, open } = await inReview();
    const { contentHash } = current.round;
    await send(secret, { decision: 'reject', reason: 'other', comment: 'Nej.', contentHash });
    expect(await stored(current.id)).toMatchObject({ status: 'in-review', question: { votes: [{ by: 'anna' }] } });
    expect(states.calls()).toHaveLength(0);
    for (let time = 0; time < 2; time += 1) {
      const { statusCode, json } = await send(secret, {}, '/undo');
      expect([statusCode, json]).toEqual([200, { status: 'in-review' }]);
    }
    expect((await open()).json['decided']).toBeUndefined();
    expect((await send(secret, { decision: 'approve', contentHash })).statusCode).toBe(200);
  });

  it('is not another’s to take back, and after its time nobody’s', async () => {
    const { current, secret } = await inReview();
    const bo = await linkFor(current, 'bo');
    await send(secret, { decision: 'approve', contentHash: current.round.contentHash });
    expect((await send(bo, {}, '/undo')).json).toMatchObject({ status: 403, code: 'not-yours' });
    vi.useFakeTimers({ now: Date.now() + (settings.undoMinutes + 1) * 60_000, toFake: ['Date'] });
    try {
      expect((await send(secret, {}, '/undo')).json).toMatchObject({ status: 409, code: 'too-late' });
      expect((await stored(current.id)).status).toBe('approved');
    } finally {
      vi.useRealTimers();
    }
  });

  it('leaves its words in the form when it is taken back, and the choice to be made anew', async () => {
    const { current, secret } = await inReview();
    const comments = [{ pointer: '/contact/name', comment: 'Who?' }];
    const { contentHash } = current.round;
    await send(secret, { decision: 'request-changes', comment: 'More, please.', comments, contentHash });
    const event = withHeaders(withSecret(example('links/review', 'approve'), secret), { accept: 'text/html' });
    const { body } = await call('review', { ...event, routeKey: 'POST /review/{secret}/undo', body: '' });
    expect(body).toMatch(/name="comment"[^>]*>More, please\./);
    expect(body).toMatch(/name="comment.contact.name"[^>]*>Who\?/);
    expect(body).not.toContain('checked');
  });

  it('is the same when it is sent again in the same words, and stands against others', async () => {
    const { current, secret } = await inReview();
    const { contentHash } = current.round;
    const fields = { decision: 'request-changes', comment: 'Mer.', 'comment.title': 'Kortare.', contentHash };
    const post = (more: Record<string, string>) => {
      const { type, body } = asUrlencoded(Object.entries({ ...fields, ...more }));
      const event = withHeaders(withSecret(example('links/review', 'approve'), secret), { 'content-type': type });
      return call('review', { ...withHeaders(event, { accept: 'text/html' }), body: body.toString() });
    };
    await post({});
    expect((await post({})).body).not.toContain('Längre.');
    const { statusCode, body } = await post({ 'comment.title': 'Längre.' });
    expect(statusCode).toBe(200);
    expect(body).toContain('Kortare.');
    expect(body).toContain(reviewTexts.in('sv').notRecorded.own);
    expect(body).toContain('Längre.');
    expect((await post({})).body).not.toContain(reviewTexts.in('sv').notRecorded.own);
  });

  it('keeps its words on the page also when they came as JSON', async () => {
    const { current, secret } = await inReview();
    const said = { decision: 'reject', comment: 'No.', comments: [{ pointer: '/title', comment: 'Long.' }] };
    const { type, body } = asJson({ ...said, contentHash: current.round.contentHash });
    const event = withHeaders(withSecret(example('links/review', 'approve'), secret), { 'content-type': type });
    const refused = await call('review', { ...withHeaders(event, { accept: 'text/html' }), body: body.toString() });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toMatch(/name="comment"[^>]*>No\./);
    expect(refused.body).toMatch(/name="comment.title"[^>]*>Long\./);
  });

  it('shows others that somebody has answered, and how only once they have answered', async () => {
    const { current } = await inReview();
    const question = current.question && { ...current.question, approvals: 2 };
    const two = await mailed('review', 'in-review', { question }, 'bo');
    const anna = await linkFor(two.current, 'anna');
    const { contentHash } = two.current.round;
    const answered = await send(anna, { decision: 'approve', comment: 'Fint.', contentHash });
    expect(answered.json).toEqual({ decision: 'approve', status: 'in-review' });
    expect((await two.open()).json['votes']).toEqual([
      { by: 'anna', institution: 'nordic_welfare_centre', at: expect.any(String) },
    ]);
    await send(two.secret, { decision: 'approve', contentHash });
    expect((await two.open()).json['votes']).toMatchObject([
      { by: 'anna', vote: { decision: 'approve', comment: 'Fint.' } },
      { by: 'bo', vote: { decision: 'approve' } },
    ]);
  });

  it('shows how it was, to whoever can no longer answer, and that on the page once', async () => {
    const { current, secret } = await inReview();
    const bo = await linkFor(current, 'bo');
    await send(secret, {
      decision: 'reject',
      reason: 'other',
      comment: 'Nej.',
      contentHash: current.round.contentHash,
    });
    const seen = await call('review', withSecret(example('links/review', 'open-as-json'), bo));
    expect(seen.json['votes']).toMatchObject([{ by: 'anna', vote: { decision: 'reject', comment: 'Nej.' } }]);
    const page = await call('review', withSecret(example('links/review', 'open'), bo));
    expect(page.body.split('Nej.')).toHaveLength(2);
  });
});

describe('a note between moderators', () => {
  it('is kept once, and shown to those who may decide', async () => {
    const { current, secret, open } = await inReview();
    const bo = await linkFor(current, 'bo');
    for (const link of [secret, secret, bo]) {
      const { statusCode, json } = await send(link, { note: 'Jag känner dem.' }, '/note');
      expect([statusCode, json]).toEqual([200, { at: expect.any(String) }]);
    }
    expect((await open()).json['notes']).toMatchObject([{ by: 'anna', note: 'Jag känner dem.' }, { by: 'bo' }]);
    const ofCase = (await everything())?.filter(({ pk }) => pk === current.id);
    expect(JSON.stringify(ofCase)).not.toContain('Jag känner dem.');
  });

  it.each([
    [{}, 'required'],
    [{ note: ' ' }, 'too-short'],
    [{ note: 'x'.repeat(longestNote + 1) }, 'too-long'],
  ])('is refused: %j', async (fields, code) => {
    const { secret } = await inReview();
    const { statusCode, json } = await send(secret, fields, '/note');
    expect([statusCode, json['errors']]).toMatchObject([422, [{ pointer: '/note', code }]]);
  });

  it('in a browser leaves what was typed for the decision', async () => {
    const { secret } = await inReview();
    const { type, body } = asUrlencoded([
      ['note', 'Ring dem?'],
      ['comment', 'Half a sentence'],
    ]);
    const event = withHeaders(withSecret(example('links/review', 'reject-in-a-browser'), secret), {
      'content-type': type,
    });
    const page = await call('review', {
      ...event,
      routeKey: 'POST /review/{secret}/note',
      body: body.toString(),
      isBase64Encoded: false,
    });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('>Half a sentence</textarea>');
    expect(page.body).toContain('Ring dem?');
  });
});

describe('whoever has a stake in a case', () => {
  it.each(['', '/note', '/undo'] as const)('is refused at %j', async (below) => {
    const own = { ...content, contact: { ...content.contact, email: 'anna@nordic.example' } };
    const { round } = (await inReview()).current;
    const { secret, current } = await mailed('review', 'in-review', { round: { ...round, content: own } }, 'anna');
    const fields = below === '' ? { decision: 'maybe' } : { note: 'Hej' };
    expect((await send(secret, fields, below)).json).toMatchObject({ status: 403, code: 'own-submission' });
    expect(await stored(current.id)).toEqual(current);
  });
});

describe('the mail before it is sent', () => {
  let preview: Handler;
  beforeAll(async () => {
    preview = await coldStart('links/preview-mail', { ...environment, AWS_ENDPOINT_URL_DYNAMODB: endpoint() });
  });
  const ask = (secret: string, fields: object) => {
    const event = withSecret(example('links/preview-mail', 'request-changes'), secret);
    return answerOf(preview, { ...event, body: asJson(fields).body.toString() });
  };

  it('is what the submitter would get, and nothing is stored', async () => {
    const { current, secret } = await inReview();
    const before = await everything();
    const comments = [{ pointer: '/title', comment: 'Kortare, tack.' }];
    const { statusCode, json } = await ask(secret, { decision: 'request-changes', comments, contentHash: 'x' });
    expect(statusCode).toBe(200);
    expect(json['text']).toContain('> Kortare, tack.');
    expect(json['text']).toContain(current.reference);
    expect(json['text']).not.toMatch(/\/revise\/[\w-]{43}/);
    expect(await everything()).toEqual(before);
  });

  it('holds what others wrote too who have approved', async () => {
    const { current } = await inReview();
    const question = current.question && { ...current.question, approvals: 2 };
    const two = await mailed('review', 'in-review', { question }, 'bo');
    const { contentHash } = two.current.round;
    await send(await linkFor(two.current, 'anna'), { decision: 'approve', comment: 'Fint.', contentHash });
    const { json } = await ask(two.secret, { decision: 'approve', comment: 'Mycket fint.', contentHash });
    expect(json['text']).toMatch(/> Fint\.\n\n> Mycket fint\./);
  });

  it.each([
    [{}, '/decision', 'required'],
    [{ decision: 'request-changes', contentHash: 'x' }, '/comment', 'required'],
    [{ decision: 'reject', contentHash: 'x' }, '/reason', 'required'],
  ])('is refused as the decision would be: %j', async (fields, pointer, code) => {
    const { secret } = await inReview();
    const { statusCode, json } = await ask(secret, fields);
    expect(statusCode).toBe(422);
    expect(json['errors']).toContainEqual(expect.objectContaining({ pointer, code }));
  });
});
