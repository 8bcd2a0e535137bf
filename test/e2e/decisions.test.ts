import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { example, type Story } from '#test/support/story.ts';
import { get, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { begin, mails } = await startWorld();

async function inReview(name = 'no-boligkontakten', changes: object = {}): Promise<Story> {
  const story = await begin(example(name, changes));
  await story.confirm();
  return story;
}

const Problem = z.looseObject({ code: z.string() });
const problemOf = (json: unknown) => Problem.parse(json);

describe('A rejection', () => {
  test('tells the submitter why, in their language, and publishes nothing', async () => {
    const story = await inReview('no-unge-veiledere-mot-rasisme');
    const [moderator = ''] = await story.moderators();
    const comment = 'Dette er en annonse for et kurs.';
    const answer = await story.decide({ decision: 'reject', reason: 'advertising', comment }, moderator);
    expect(answer).toMatchObject({ status: 200, json: { decision: 'reject', status: 'rejected' } });

    const [told] = await story.mails();
    expect(told?.text).toContain(comment);
    expect(told?.text).toMatch(/reklame/i);
    expect(told?.from).toBe('"Nordisk clearingsentral for integrering" <no-reply@clearing-centre.example>');
    expect(told?.replyTo).toEqual([`integration@${moderator.split('@')[1]}`]);
    expect(told?.html).toContain('<html lang="nb">');
    expect((await story.published()).status).toBe(404);
    expect(await story.progress()).toMatchObject({ status: 'rejected', next: { what: 'none', by: null } });
    const [acknowledgement] = await story.mails(moderator);
    expect(acknowledgement?.text).toContain(comment);
  });
});

describe('A request for changes', () => {
  test('leads through a revision to the same moderators, and from them to the catalogue', async () => {
    const first = example('se-oppen-forskola-pa-fem-sprak');
    const story = await begin(first);
    await story.confirm();
    const moderators = await story.moderators();
    const [moderator = '', other = ''] = moderators;
    const firstReview = await story.link('review', other);
    const comment = 'Berätta hur många barn det gäller.';
    const asked = await story.decide({ decision: 'request-changes', comment }, moderator);
    expect(asked.json).toMatchObject({ decision: 'request-changes', status: 'changes-requested' });

    const [request] = await story.mails();
    expect(request?.text).toContain(comment);
    const form = await get(await story.link('revise'));
    expect(form.json).toMatchObject({ round: 1, comment, submission: { content: { title: first.title } } });

    const title = 'Öppen förskola på fem språk, för 28 barn (exempel)';
    const sent = await story.revise({ ...first, title });
    expect(sent).toMatchObject({ status: 200, json: { status: 'in-review', round: 2 } });
    expect((await story.moderators()).sort()).toEqual([...moderators].sort());
    for (const one of moderators) {
      expect(await story.review(one)).toMatchObject({ round: 2, submission: { content: { title } } });
    }
    expect((await get(firstReview)).status).toBe(410);
    expect(await post(firstReview, { decision: 'approve', contentHash: 'x' })).toMatchObject({ status: 410 });

    expect((await story.approve(other)).status).toBe(200);
    expect((await story.published()).json).toMatchObject({ title, version: 1 });
    expect(await story.progress()).toMatchObject({ status: 'published', round: 2 });
  });

  test('the same revision twice opens one round', async () => {
    const fields = example('se-oppen-forskola-pa-fem-sprak');
    const story = await begin(fields);
    await story.confirm();
    await story.decide({ decision: 'request-changes', comment: 'Mer, tack.' });
    const revise = await story.link('revise');
    const better = { ...fields, results: 'Fler barn än förut.' };
    const answers = await Promise.all([post(revise, better), post(revise, better)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await story.progress()).toMatchObject({ status: 'in-review', round: 2 });
  });
});

describe('Two moderators at once', () => {
  test.each([
    ['approve', 'reject'],
    ['approve', 'request-changes'],
    ['reject', 'request-changes'],
  ])('%s and %s: exactly one counts, and the other hears whose', async (one, another) => {
    const story = await inReview();
    const moderators = await story.moderators();
    const votes = [one, another].map((decision) => ({ decision, reason: 'other', comment: 'Se her.' }));
    const answers = await Promise.all(votes.map((vote, index) => story.decide(vote, moderators[index])));
    const won = answers.findIndex(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);

    const winner = votes[won]?.decision;
    const lost = answers[1 - won];
    expect(lost?.json).toMatchObject({ code: 'already-decided', decision: winner });
    const { decidedBy, decidedAt } = problemOf(lost?.json);
    expect(decidedBy).toMatch(/\w+ \w+/);
    expect(await story.review(moderators[1 - won])).toMatchObject({
      decided: { decision: winner, by: decidedBy, at: decidedAt },
    });
    // Only who decided is thanked for it.
    const before = await mails(moderators[1 - won]);
    expect(before.filter(({ text }) => text.includes(story.reference))).toHaveLength(1);
  });
});

describe('A decision', () => {
  test('by the same link again has the same answer', async () => {
    const story = await inReview();
    const [moderator] = await story.moderators();
    const first = await story.approve(moderator);
    expect(first).toMatchObject({ status: 200, json: { decision: 'approve', status: 'approved' } });
    expect((await story.published()).status).toBe(200);
    // The same answer, but that it cannot be taken back any more.
    expect((await story.approve(moderator)).json).toEqual({ decision: 'approve', status: 'approved' });
    expect(await story.decide({ decision: 'reject', reason: 'other' }, moderator)).toMatchObject({
      status: 409,
      json: { code: 'already-decided', decision: 'approve' },
    });
  });

  test('by the same link twice at once is one decision', async () => {
    const story = await inReview();
    const [moderator] = await story.moderators();
    const answers = await Promise.all([story.approve(moderator), story.approve(moderator)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await story.mails(moderator)).toHaveLength(2);
  });

  test('on content that never was is refused, with nothing changed', async () => {
    const story = await inReview();
    const answer = await story.decide({ decision: 'approve', contentHash: '0'.repeat(64) });
    expect(answer).toMatchObject({ status: 409, json: { code: 'stale-content', changes: [] } });
    expect(await story.progress()).toMatchObject({ status: 'in-review' });
  });

  test('on the content of an earlier round is refused, with what has changed since', async () => {
    const fields = example('dk-cykler-til-alle');
    const story = await begin(fields);
    await story.confirm();
    const { contentHash } = await story.review();
    await story.decide({ decision: 'request-changes', comment: 'Hvor mange?' });
    const title = 'Cykler til alle: 124 kvinder (eksempel)';
    await story.revise({ ...fields, title });
    expect(await story.decide({ decision: 'approve', contentHash })).toMatchObject({
      status: 409,
      json: { code: 'stale-content', changes: [{ pointer: '/title', before: fields.title, after: title }] },
    });
  });

  test('is checked in the order that is agreed', async () => {
    const story = await inReview();
    const review = await story.link('review');
    const stale = { contentHash: '0'.repeat(64) };
    const refusals = [
      [{ decision: 'maybe', ...stale }, '/decision', 'unknown-code'],
      [{ ...stale }, '/decision', 'required'],
      [{ decision: 'reject', ...stale }, '/reason', 'required'],
      [{ decision: 'reject', reason: 'bored', ...stale }, '/reason', 'unknown-code'],
      [{ decision: 'approve' }, '/contentHash', 'required'],
    ] as const;
    for (const [fields, pointer, code] of refusals) {
      expect(await post(review, fields)).toMatchObject({
        status: 422,
        json: { code: 'invalid-fields', errors: [{ pointer, code }] },
      });
    }
    await story.approve();
    // Fields are judged before it is told that all is decided; the decision before the content.
    expect((await post(review, { decision: 'maybe' })).status).toBe(422);
    expect(await post(review, { decision: 'reject', reason: 'other', ...stale })).toMatchObject({
      status: 409,
      json: { code: 'already-decided' },
    });
  });

  test('made on the page is answered with a page that says so', async () => {
    const story = await inReview();
    const [moderator] = await story.moderators();
    const review = await story.link('review', moderator);
    const page = await get(review, { html: true });
    expect(page.text.match(/name="contentHash" value="([0-9a-f]{64})"|value="([0-9a-f]{64})"/)).not.toBeNull();
    const { contentHash } = await story.review(moderator);
    const refused = await post(
      review,
      { decision: 'reject', comment: 'Mangler noe & mer', contentHash },
      { as: 'urlencoded', html: true },
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Mangler noe &amp; mer');
    const decided = await post(review, { decision: 'approve', contentHash }, { as: 'urlencoded', html: true });
    expect(decided.status).toBe(200);
    expect(decided.headers.get('content-type')).toMatch(/^text\/html/);
  });
});
