import { describe, expect, it, vi } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { controlsNamed } from '#test/shared/pages/markup.ts';
import { asJson, asMultipart, asUrlencoded } from '#test/support/bodies.ts';
import { content } from '#test/support/cases.ts';
import { example, withHeaders, withSecret } from '#test/support/functions.ts';
import { useMailedLinks } from '#test/support/mailed-links.ts';
import { settings } from '#test/support/services.ts';

vi.mock('#shared/moderation/settings.ts', async (original) => ({
  ...(await original<typeof import('#shared/moderation/settings.ts')>()),
  readSettings: () => settings,
}));
const { mailed, call, stored, mint } = useMailedLinks('review');

describe('a review', () => {
  it('shows the whole case, the choices with their reasons, and nothing decided', async () => {
    const { open, current } = await mailed('review', 'in-review', {}, 'anna');
    const { json } = await open();
    expect(json).toEqual({
      submission: { id: current.id, reference: current.reference, form: 'initiative', language: 'sv', content },
      round: 1,
      contentHash: current.round.contentHash,
      choices: [
        { decision: 'approve', reasons: [] },
        { decision: 'request-changes', reasons: [] },
        { decision: 'reject', reasons: expect.arrayContaining([{ code: 'out-of-scope', label: expect.any(String) }]) },
      ],
      votes: [],
      history: [{ at: current.createdAt, what: 'received' }],
      notes: [],
    });
  });

  const decideAs = (secret: string, fields: Record<string, unknown>) => {
    const { type, body } = asJson(fields);
    const event = withHeaders(withSecret(example('links/review', 'approve'), secret), { 'content-type': type });
    return call('review', { ...event, body: body.toString() });
  };
  const linkFor = (current: Case, moderator: string) => mint(newLink('review', current, new Date(), moderator));

  it.each([
    ['approve', 'approved'],
    ['request-changes', 'changes-requested'],
    ['reject', 'rejected'],
  ])('answers %s with the status %s, and the same again', async (decision, status) => {
    const { current, secret, open } = await mailed('review', 'in-review', {}, 'anna');
    const fields = { decision, reason: 'duplicate', comment: 'Ett skäl', contentHash: current.round.contentHash };
    const undoUntil = expect.stringMatching(/Z$/);
    const first = await decideAs(secret, fields);
    expect([first.statusCode, first.json]).toEqual([200, { decision, status, undoUntil }]);
    const again = await decideAs(secret, { ...fields, comment: 'Andra ord' });
    const recorded = { comment: 'Ett skäl', ...(decision === 'reject' && { reason: 'duplicate' }) };
    expect([again.statusCode, again.json]).toEqual([200, { decision, status, undoUntil, ...recorded }]);
    expect((await open()).json['decided']).toMatchObject({ decision, by: 'anna', at: expect.any(String), undoUntil });
    expect(await stored(current.id)).toMatchObject({ version: 2, status: 'in-review' });
  });

  it.each(['json', 'urlencoded', 'multipart'])('is decided alike in %s', async (type) => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const pairs: [string, string][] = [
      ['decision', 'reject'],
      ['reason', 'other'],
      ['comment', 'Rad\r\nrad'],
      ['contentHash', current.round.contentHash],
    ];
    const sent =
      type === 'json'
        ? asJson(Object.fromEntries(pairs))
        : type === 'urlencoded'
          ? asUrlencoded(pairs)
          : asMultipart(pairs);
    const event = withHeaders(withSecret(example('links/review', 'approve'), secret), { 'content-type': sent.type });
    const { statusCode } = await call('review', {
      ...event,
      body: sent.body.toString('base64'),
      isBase64Encoded: true,
    });
    expect(statusCode).toBe(200);
    expect((await stored(current.id)).question?.votes[0]).toMatchObject({
      decision: 'reject',
      reason: 'other',
      comment: 'Rad\nrad',
    });
  });

  it('sent again in other words is 200 with what was recorded, and stays as it was', async () => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const { contentHash } = current.round;
    const first = { decision: 'reject', reason: 'duplicate', comment: 'Finns redan.' };
    await decideAs(secret, { ...first, contentHash });
    for (const other of [{ comment: 'Nya ord.' }, { reason: 'other' }, { comment: undefined }])
      expect(await decideAs(secret, { ...first, ...other, contentHash })).toMatchObject({
        statusCode: 200,
        json: { ...first, status: 'rejected' },
      });
    expect((await stored(current.id)).question?.votes).toMatchObject([first]);
  });

  describe('sent again from the page', () => {
    const press = (secret: string, fields: [string, string][]) => {
      const { type, body } = asUrlencoded(fields);
      const headers = { 'content-type': type, accept: 'text/html', 'accept-language': 'en' };
      const event = withHeaders(withSecret(example('links/review', 'approve'), secret), headers);
      return call('review', { ...event, body: body.toString() });
    };
    const rejected = async () => {
      const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
      const hash: [string, string] = ['contentHash', current.round.contentHash];
      const first: [string, string][] = [
        ['decision', 'reject'],
        ['reason', 'duplicate'],
        ['comment', 'As recorded.'],
        hash,
      ];
      await press(secret, first);
      return { current, secret, first, hash };
    };
    const { notRecorded } = reviewTexts.in('en');
    const labels = caseTexts.in('en').rejectReasons;

    it('in the same words only shows what was decided', async () => {
      const { secret, first } = await rejected();
      const { statusCode, body } = await press(secret, first);
      expect(statusCode).toBe(200);
      expect(body).toContain('As recorded.');
      expect(body).not.toContain(notRecorded.own);
    });

    it('in other words says that the decision stands, what was recorded, and keeps what was typed', async () => {
      const { secret, hash } = await rejected();
      const { statusCode, body } = await press(secret, [
        ['decision', 'reject'],
        ['reason', 'advertising'],
        ['comment', 'Typed <now>.'],
        hash,
      ]);
      expect(statusCode).toBe(200);
      expect(body).toContain(notRecorded.own);
      expect(body).toContain(`: ${labels.duplicate}`);
      expect(body).toContain('As recorded.');
      expect(body).toContain(labels.advertising);
      expect(body).toContain('Typed &lt;now>.');
    });

    it('with another decision, or one that cannot be read, keeps what was typed too', async () => {
      const { secret, hash } = await rejected();
      const other = await press(secret, [['decision', 'approve'], ['comment', 'Typed now.'], hash]);
      const broken = await press(secret, [['decision', 'reject'], ['comment', 'Typed now.'], hash]);
      for (const [{ statusCode, body }, status] of [
        [other, 409],
        [broken, 422],
      ] as const) {
        expect(statusCode).toBe(status);
        expect(body).toContain(notRecorded.own);
        expect(body).toContain('Typed now.');
      }
    });

    it('by another is told that somebody else was quicker', async () => {
      const { current, hash } = await rejected();
      const { statusCode, body } = await press(await linkFor(current, 'bo'), [['decision', 'approve'], hash]);
      expect(statusCode).toBe(409);
      expect(body).toContain(notRecorded.others);
    });
  });

  it('is checked in one order: link, body, fields, decision before, content', async () => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const bo = await linkFor(current, 'bo');
    const stale = { decision: 'approve', contentHash: 'f'.repeat(64) };
    const code = async (answer: ReturnType<typeof decideAs>) => {
      const { statusCode, json } = await answer;
      return [statusCode, json['code']];
    };
    // Unknown before anything in the body; the body before what was decided; that before what was read.
    expect(await code(decideAs('x'.repeat(43), { decision: 'maybe' }))).toEqual([404, 'unknown-link']);
    expect(await code(decideAs(secret, { decision: 'maybe', contentHash: 'stale' }))).toEqual([422, 'invalid-fields']);
    expect(await code(decideAs(secret, { decision: 'reject', contentHash: 'stale' }))).toEqual([422, 'invalid-fields']);
    expect(await code(decideAs(secret, { decision: 'approve' }))).toEqual([422, 'invalid-fields']);
    expect(await code(decideAs(secret, stale))).toEqual([409, 'stale-content']);
    await decideAs(secret, { ...stale, contentHash: current.round.contentHash });
    expect(await code(decideAs(secret, { decision: 'maybe' }))).toEqual([422, 'invalid-fields']);
    expect(await code(decideAs(secret, stale))).toEqual([200, undefined]);
    expect(await code(decideAs(secret, { ...stale, decision: 'request-changes', comment: 'Skriv mer' }))).toEqual([
      409,
      'already-decided',
    ]);
    expect(await code(decideAs(bo, stale))).toEqual([409, 'already-decided']);
  });

  it('of two at once is one: 200 for one, and the other is told by name', async () => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const bo = await linkFor(current, 'bo');
    const { contentHash } = current.round;
    const answers = await Promise.all([
      decideAs(secret, { decision: 'approve', contentHash }),
      decideAs(bo, { decision: 'reject', reason: 'duplicate', contentHash }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const vote = (await stored(current.id)).question?.votes[0];
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json).toMatchObject({
      code: 'already-decided',
      decision: vote?.decision,
      decidedBy: vote?.by,
      decidedAt: vote?.at,
    });
  });

  it('in a browser without a reason shows the case again', async () => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const { statusCode, body } = await call(
      'review',
      withSecret(example('links/review', 'reject-in-a-browser'), secret),
    );
    expect(statusCode).toBe(422);
    expect(body).toContain(content.title);
    expect((await stored(current.id)).status).toBe('in-review');
  });

  it('is shown in another language when only that is asked for, with what was typed, and nothing is decided', async () => {
    const { current, secret } = await mailed('review', 'in-review', {}, 'anna');
    const show = (typed: [string, string][]) => {
      const { type, body } = asUrlencoded([...typed, ['_action', 'show'], ['_lang', 'sv']]);
      const event = withHeaders(withSecret(example('links/review', 'reject-in-a-browser'), secret), {
        'content-type': type,
      });
      return call('review', { ...event, body: body.toString(), isBase64Encoded: false, rawQueryString: 'lang=fi' });
    };
    const chosenIn = (body: string) => {
      const chosen = controlsNamed(body, 'decision').filter((choice) => choice['checked'] !== undefined);
      return chosen.map((choice) => choice['value']);
    };
    const half = await show([['comment', 'Half a <sentence']]);
    expect(half).toMatchObject({ statusCode: 200, headers: { 'content-language': 'fi' } });
    expect(half.body).toContain('>Half a &lt;sentence</textarea>');
    expect(half.body).not.toContain('ds-error-summary');
    expect(chosenIn(half.body)).toEqual([]);
    const { body } = await show([['decision', 'reject']]);
    expect(chosenIn(body)).toEqual(['reject']);
    expect(await stored(current.id)).toMatchObject({ version: 1, status: 'in-review' });

    await decideAs(secret, { decision: 'approve', contentHash: current.round.contentHash });
    expect((await show([['comment', 'Half a sentence']])).body).toContain('Half a sentence');
  });

  it('has ended for a round that is over, and for one who has left', async () => {
    const { current } = await mailed('review', 'in-review', {}, 'anna');
    const second = { ...current, round: { ...current.round, number: 2 } };
    for (const secret of [await linkFor(second, 'anna'), await linkFor(current, 'gone')]) {
      const { statusCode, json } = await decideAs(secret, {
        decision: 'approve',
        contentHash: current.round.contentHash,
      });
      expect([statusCode, json['code']]).toEqual([410, 'link-expired']);
    }
  });
});
