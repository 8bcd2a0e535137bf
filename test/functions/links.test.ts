import { describe, expect, it, vi } from 'vitest';
import { linkLife, newLinkOfRepeat, repeatLife } from '#shared/case/case-links.ts';
import type { Status } from '#shared/case/status.ts';
import { type LinkKind, remembered } from '#shared/links/link.ts';
import { aCase, content, later } from '#test/support/cases.ts';
import { example, withHeaders, withSecret } from '#test/support/functions.ts';
import { linkPaths, useMailedLinks } from '#test/support/mailed-links.ts';
import { settings } from '#test/support/services.ts';
import { day } from '#test/support/time.ts';

vi.mock('#shared/moderation/settings.ts', async (original) => ({
  ...(await original<typeof import('#shared/moderation/settings.ts')>()),
  readSettings: () => settings,
}));
const { mailed, call, cases, mint, everything, states } = useMailedLinks('confirm', 'review', 'revise', 'status');

const situations: [LinkKind, Status, string?][] = [
  ['confirm', 'awaiting-confirmation'],
  ['review', 'in-review', 'anna'],
  ['revise', 'changes-requested'],
  ['status', 'in-review'],
];

describe.each(situations)('a mailed link to %s', (kind, status, moderator) => {
  it('shows, and changes and records nothing: GET and HEAD, as a page and as JSON, twice at once', async () => {
    const { open, secret } = await mailed(kind, status, {}, moderator);
    const before = await everything();
    const asHead = (event: Record<string, unknown>) => ({ ...event, requestContext: { http: { method: 'HEAD' } } });
    const answers = await Promise.all([
      open(),
      open(),
      open('open'),
      open('open'),
      call(kind, asHead(withSecret(example(linkPaths[kind], 'open'), secret))),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.at(-1)?.body).toBe(answers.at(-2)?.body);
    expect(await everything()).toEqual(before);
    expect(states.calls()).toEqual([]);
  });

  it('is kept, indexed and passed on by nobody', async () => {
    const { open } = await mailed(kind, status, {}, moderator);
    for (const { headers } of [await open(), await open('open')]) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('speaks the language of the mail it came in, unless the browser or the person asks for another', async () => {
    const { secret } = await mailed(kind, status, { language: 'is' }, moderator);
    const opened = withSecret(example(linkPaths[kind], 'open'), secret);
    const languageOf = async (event: Record<string, unknown>) => (await call(kind, event)).headers['content-language'];
    expect(await languageOf(withHeaders(opened, { 'accept-language': '*' }))).toBe(
      moderator === undefined ? 'is' : 'sv',
    );
    expect(await languageOf(withHeaders(opened, { 'accept-language': 'fi' }))).toBe('fi');
    expect(await languageOf({ ...opened, cookies: ['lang=da'] })).toBe('da');
    expect(await languageOf({ ...opened, cookies: ['lang=da'], rawQueryString: 'lang=nb' })).toBe('nb');
  });

  it.each(['a'.repeat(43), 'short', '../../etc', ''])('is 404 when it is unknown or malformed: %j', async (secret) => {
    const asJsonAnswer = await call(kind, withSecret(example(linkPaths[kind], 'open-as-json'), secret));
    expect([asJsonAnswer.statusCode, asJsonAnswer.json['code']]).toEqual([404, 'unknown-link']);
    expect((await call(kind, withSecret(example(linkPaths[kind], 'open'), secret))).statusCode).toBe(404);
  });

  it('is 410 when it has expired, then 404', async () => {
    // The life of most status links runs from the last change; the other links are stored with their end.
    const life = kind === 'status' ? linkLife('status') : 0;
    const past = later(new Date(), { ms: -life, days: -1 }).toISOString();
    const longPast = later(new Date(), { ms: -life - remembered, days: -1 }).toISOString();
    for (const [at, code] of [
      [past, 'link-expired'],
      [longPast, 'unknown-link'],
    ] as const) {
      const current = { ...aCase(status), updatedAt: at };
      await cases().create(current);
      const end = kind === 'status' ? {} : { expiresAt: at };
      const secret = await mint({ kind, submissionId: current.id, round: 1, ...end, ...(moderator && { moderator }) });
      const { json } = await call(kind, withSecret(example(linkPaths[kind], 'open-as-json'), secret));
      expect(json['code']).toBe(code);
    }
  });
});

describe('a status', () => {
  it('behind the link of a repeat is 410 when that has expired, then 404, however lively the case', async () => {
    const { current } = await mailed('status', 'in-review');
    const since = (ms: number) => mint(newLinkOfRepeat(current, later(new Date(), { ms: -ms })));
    const codeOf = async (secret: string) =>
      (await call('status', withSecret(example('links/show-status', 'open-as-json'), secret))).json['code'];
    expect(await codeOf(await since(repeatLife - day))).toBeUndefined();
    expect(await codeOf(await since(repeatLife))).toBe('link-expired');
    expect(await codeOf(await since(repeatLife + remembered))).toBe('unknown-link');
  });

  it('says where the case stands and what has happened', async () => {
    const { open, current } = await mailed('status', 'in-review');
    const { json } = await open();
    expect(json).toEqual({
      id: current.id,
      reference: current.reference,
      form: 'initiative',
      status: 'in-review',
      round: 1,
      next: { what: 'review', by: current.question?.answerBy },
      timeline: [{ at: expect.any(String), what: 'received' }],
      actions: ['resend'],
    });
  });

  it('never gives away a token or a moderator, and to programs no address', async () => {
    const { open } = await mailed('status', 'in-review', { wake: 'secret token' });
    const asJson = JSON.stringify(await open());
    for (const secret of ['secret token', 'token of review', 'anna']) {
      expect(asJson + (await open('open')).body).not.toContain(secret);
    }
    expect(asJson).not.toContain('asa.oberg@umea.example');
  });

  it('shows on its page all that was sent in, and what a moderator wrote, also with an approval', async () => {
    const comment = 'Så gör vi också.';
    const by = { by: 'anna', institution: 'nordregio', round: 1, at: new Date().toISOString() };
    for (const status of ['approved', 'published'] as const) {
      const { open } = await mailed('status', status, { decision: { decision: 'approve', comment, ...by } });
      const { body } = await open('open');
      expect(body).toContain(content.summary);
      expect(body).toContain(comment);
    }
    const { open } = await mailed('status', 'in-review', {
      decision: { decision: 'request-changes', comment, ...by, round: 0 },
    });
    expect((await open('open')).body).not.toContain(comment);
  });
});
