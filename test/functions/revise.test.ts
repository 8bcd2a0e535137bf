import { describe, expect, it } from 'vitest';
import { newLink } from '#shared/case/case-links.ts';
import { reviseTexts } from '#shared/pages/texts/revise.ts';
import { controlsNamed, tagsOf } from '#test/shared/pages/markup.ts';
import { asJson, asPairs, asUrlencoded } from '#test/support/bodies.ts';
import { content, initiativeFields } from '#test/support/cases.ts';
import { example, withHeaders, withSecret } from '#test/support/functions.ts';
import { useMailedLinks } from '#test/support/mailed-links.ts';

const { mailed, call, stored, findLink, mint } = useMailedLinks('revise');

describe('a revision', () => {
  const decision = {
    decision: 'request-changes',
    comment: 'Skriv mer om resultaten.',
    by: 'anna',
    institution: 'nordic_welfare_centre',
    round: 1,
    at: new Date().toISOString(),
  } as const;
  const send = (secret: string, fields: object) => {
    const event = withSecret(example('links/revise', 'send'), secret);
    return call('revise', { ...event, body: asJson(fields).body.toString() });
  };

  it('shows what was sent and what moderators said', async () => {
    const { open, current } = await mailed('revise', 'changes-requested', { decision });
    expect((await open()).json).toMatchObject({
      submission: { id: current.id, content },
      round: 1,
      comment: decision.comment,
    });
    expect((await open('open')).body).toContain('Skriv mer om resultaten.');
  });

  it('opens the next round, and is 200 again when the same is sent again', async () => {
    const { current, secret } = await mailed('revise', 'changes-requested', { decision });
    const fields = { ...initiativeFields, title: 'Språkvänner i hela Västerbotten' };
    const ends: unknown[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { statusCode, json } = await send(secret, fields);
      expect([statusCode, json]).toMatchObject([200, { status: 'in-review', round: 2 }]);
      ends.push((await findLink(String(json['statusUrl']).slice(-43)))?.expiresAt);
    }
    // As often as it is sent again, no link stays but the first.
    expect(ends).toEqual([undefined, expect.any(String)]);
    expect(await stored(current.id)).toMatchObject({ round: { number: 2 }, version: 2 });
    expect(await send(secret, initiativeFields)).toMatchObject({ statusCode: 410 });
  });

  it('is shown in another language when only that is asked for, with every value kept and nothing stored', async () => {
    const { current, secret } = await mailed('revise', 'changes-requested', { decision });
    const show = (link: string) => {
      const { type, body } = asUrlencoded(asPairs({ ...initiativeFields, title: 'Noch nicht', _action: 'show' }));
      const headers = { 'content-type': type, accept: 'text/html' };
      const event = withHeaders(withSecret(example('links/revise', 'send'), link), headers);
      return call('revise', { ...event, body: body.toString(), rawQueryString: 'lang=fi' });
    };
    const shown = await show(secret);
    expect(shown).toMatchObject({ statusCode: 200, headers: { 'content-language': 'fi' } });
    expect(shown.body).toContain('value="Noch nicht"');
    expect(await stored(current.id)).toMatchObject({ version: 1, status: 'changes-requested' });
    const late = await mailed('revise', 'lapsed', { decision });
    expect(await show(late.secret)).toMatchObject({ statusCode: 410, body: expect.stringContaining('Noch nicht') });
  });

  it('answers everybody who asked for changes, also where one of them broke a tie', async () => {
    const asked = (by: string, comment: string) => ({ ...decision, by, comments: [{ pointer: '/title', comment }] });
    const votes = [
      asked('bo', 'Kortare?'),
      { ...decision, decision: 'approve' as const, by: 'cia' },
      asked('anna', 'Var?'),
    ];
    const { open } = await mailed('revise', 'changes-requested', { decision: { ...asked('anna', 'Var?'), votes } });
    expect((await open()).json['comments']).toEqual([{ pointer: '/title', comment: 'Kortare?\n\nVar?' }]);
    expect((await open('open')).body).toContain('Kortare?\n\nVar?');
  });

  it('is screened like a first post, but goes to the moderators, who see why it was thought odd', async () => {
    const { current, secret } = await mailed('revise', 'changes-requested', { decision });
    const odd = { ...initiativeFields, organisation: 'Org https://192.0.2.1/login', subject_line: 'buy' };
    expect(await send(secret, odd)).toMatchObject({ statusCode: 200, json: { status: 'in-review', round: 2 } });
    const verdict = { kind: 'suspect', reasons: ['honeypot', 'link-in-line'] };
    expect(await stored(current.id)).toMatchObject({ status: 'in-review', verdict });
  });

  it('that the table refuses for good is not stored, and the page keeps every value', async () => {
    // Nearly as large as an item may be.
    const changes = { decision, reviewers: ['x'.repeat(400_000)] };
    const { current, secret } = await mailed('revise', 'changes-requested', changes);
    const fields = { ...initiativeFields, description: '🌍'.repeat(8000) };
    expect(await send(secret, fields)).toMatchObject({ statusCode: 422, json: { code: 'not-storable' } });
    const page = await inBrowser(secret, fields);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('🌍'.repeat(8000));
    expect(await stored(current.id)).toMatchObject({ version: 1, status: 'changes-requested' });
  });

  it('is told of no errors by choosing a language, unless it was told of them before', async () => {
    const { secret } = await mailed('revise', 'changes-requested', { decision });
    const shownBy = (_action: string) => inBrowser(secret, { ...initiativeFields, title: '', _action });
    const further = await shownBy('fill');
    expect([further.statusCode, further.body.includes('aria-invalid')]).toEqual([200, false]);
    expect(further.body).toContain(`value="${initiativeFields.organisation}"`);
    expect((await shownBy('show')).statusCode).toBe(422);
  });

  const inBrowser = (link: string, fields: object) => {
    const { type, body } = asUrlencoded(asPairs(fields));
    const headers = { 'content-type': type, accept: 'text/html', 'accept-language': 'en' };
    const event = withHeaders(withSecret(example('links/revise', 'send'), link), headers);
    return call('revise', { ...event, body: body.toString(), rawQueryString: 'lang=en' });
  };

  it('that comes too late can be sent in as something new, without copying', async () => {
    const { secret } = await mailed('revise', 'lapsed', { decision });
    const { statusCode, body } = await inBrowser(secret, { ...initiativeFields, title: 'Språkvänner, för sent' });
    expect(statusCode).toBe(410);
    expect(body).toContain('This was not stored</h2>');
    expect(body).toContain('value="Språkvänner, för sent"');
    const [form] = tagsOf(body, 'form');
    expect(form).toMatchObject({ method: 'post', action: '/v1/forms/initiative/submissions' });
    expect(controlsNamed(body, '_key')[0]?.['value']).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).not.toMatch(/asks for changes|Please send your changes by|Nothing has been sent yet/);
  });

  it('that was overtaken cannot be sent again, and leads to where the case stands', async () => {
    const { current, secret } = await mailed('revise', 'changes-requested', { decision });
    await send(secret, { ...initiativeFields, title: 'Språkvänner i hela Västerbotten' });
    const { statusCode, body } = await inBrowser(secret, { ...initiativeFields, title: 'En annan titel' });
    expect(statusCode).toBe(410);
    expect(body).toContain('value="En annan titel"');
    const main = /<main.*<\/main>/s.exec(body)?.[0] ?? '';
    expect(tagsOf(main, 'button')).toEqual([]);
    expect(main).toMatch(/href="https:\/\/clearing\.example\/status\/[\w-]{43}"/);
    expect(main).not.toMatch(/asks for changes|Please send your changes by|Nothing has been sent yet/);
    expect(await stored(current.id)).toMatchObject({ version: 2, round: { number: 2 } });
  });

  it('is over when the link is opened too late: a page with all that was sent in and a button for the form', async () => {
    const { open } = await mailed('revise', 'lapsed', { decision });
    const { statusCode, body } = await open('open');
    expect(statusCode).toBe(410);
    expect(body).toContain(content.summary);
    expect(tagsOf(body, 'form')).toMatchObject([{ method: 'post', action: '/forms/initiative' }]);
    expect(await open()).toMatchObject({ statusCode: 410, json: { code: 'link-expired' } });
  });

  it('that does not fit names its fields and changes nothing', async () => {
    const { current, secret } = await mailed('revise', 'changes-requested', { decision });
    expect(await send(secret, { ...initiativeFields, title: '' })).toMatchObject({
      statusCode: 422,
      json: { errors: [{ pointer: '/title', code: 'required' }] },
    });
    expect(await stored(current.id)).toMatchObject({ version: 1 });
  });

  it('can be saved half done, which checks nothing, and is there when the link is opened again', async () => {
    const { current, secret, open } = await mailed('revise', 'changes-requested', { decision });
    const saved = await send(secret, { _action: 'save', title: 'Hej', themes: ['nothing'], unknown: 'x' });
    expect([saved.statusCode, saved.json]).toEqual([200, { savedAt: expect.any(String) }]);
    expect((await open()).json['draft']).toMatchObject({ values: { title: 'Hej', themes: ['nothing'] } });
    expect((await open('open')).body).toContain('value="Hej"');
    expect((await stored(current.id)).version).toBe(current.version);
    await send(secret, { ...initiativeFields, title: 'Språkvänner i hela Västerbotten' });
    expect(JSON.stringify((await open()).json)).not.toContain('Hej');
  });

  it('is refused as a draft when it is too large', async () => {
    const { secret, open } = await mailed('revise', 'changes-requested', { decision });
    const { statusCode, json } = await send(secret, { _action: 'save', description: 'x'.repeat(65 * 1024) });
    expect([statusCode, json['code']]).toEqual([413, 'body-too-large']);
    expect((await open()).json['draft']).toBeUndefined();
    const page = await inBrowser(secret, { _action: 'save', title: 'Så långt', description: 'x'.repeat(65 * 1024) });
    expect(page.statusCode).toBe(413);
    for (const kept of [reviseTexts.in('en').draftTooLarge, 'value="Så långt"', 'x'.repeat(65 * 1024)])
      expect(page.body).toContain(kept);
    expect((await open()).json['draft']).toBeUndefined();
  });

  it.each(['save', ''])(
    'of a withdrawn case says so, and can be sent in as something new (action %j)',
    async (_action) => {
      const { current, secret } = await mailed('revise', 'withdrawn', { decision });
      expect(await send(secret, initiativeFields)).toMatchObject({ statusCode: 410, json: { code: 'link-expired' } });
      const fields = { ...initiativeFields, title: 'Ändrad efteråt', _action };
      const { statusCode, body } = await inBrowser(secret, fields);
      expect(statusCode).toBe(410);
      for (const kept of [reviseTexts.in('en').withdrawn, 'value="Ändrad efteråt"']) expect(body).toContain(kept);
      expect(tagsOf(body, 'form')[0]).toMatchObject({ action: '/v1/forms/initiative/submissions' });
      expect(body).not.toContain(reviseTexts.in('en').overtaken);
      expect(await stored(current.id)).toEqual(current);
    },
  );

  it('by a link whose time is up says so, and keeps every value', async () => {
    const { current } = await mailed('revise', 'published');
    const secret = await mint({ ...newLink('revise', current, new Date()), expiresAt: new Date().toISOString() });
    const { statusCode, body } = await inBrowser(secret, { ...initiativeFields, title: 'Ändrad för sent' });
    expect(statusCode).toBe(410);
    for (const kept of [reviseTexts.in('en').linkOver, 'value="Ändrad för sent"']) expect(body).toContain(kept);
    expect(body).not.toContain(reviseTexts.in('en').overtaken);
  });

  it('shows what moderators wrote about single fields beside them', async () => {
    const comments = [{ pointer: '/contact/name', comment: 'Vem är det?' }];
    const { open } = await mailed('revise', 'changes-requested', { decision: { ...decision, comments } });
    expect((await open()).json['comments']).toEqual(comments);
    expect((await open('open')).body).toMatch(/Vem är det\?.*name="contact\.name"/s);
  });
});
