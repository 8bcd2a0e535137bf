import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { caseTexts } from '#shared/case/texts/labels.ts';
import { mostRounds } from '#shared/case/votes.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { fourEyes } from '#test/support/other-settings.ts';
import { example, type Story } from '#test/support/story.ts';
import { get, post } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { at, begin, advance, letUndoPass, world } = await startWorld({ moderation: fourEyes });

/** About housing: two must approve. */
async function inReview(changes: object = {}): Promise<Story> {
  const story = await begin(example('no-boligkontakten', { themes: ['housing'], ...changes }));
  await story.confirm();
  return story;
}

/** Two who were asked, and one whom the first answer waits for. */
async function pairFor(story: Story): Promise<readonly [string, string]> {
  const [one = '', other = ''] = await story.moderators();
  return [one, other];
}

const Shown = z.looseObject({
  votes: z.array(z.looseObject({ by: z.string(), vote: z.optional(z.looseObject({ decision: z.string() })) })),
  history: z.array(z.looseObject({ what: z.string(), by: z.optional(z.string()), for: z.optional(z.string()) })),
});
const shownTo = async (story: Story, moderator: string) =>
  Shown.parse((await get(await story.link('review', moderator))).json);

/** All that a submitter can see: page and data behind the newest of their links, and their mails. */
async function seenBySubmitter(story: Story): Promise<string> {
  const pages = [];
  for (const link of [story.statusUrl, await story.link('status')])
    for (const html of [true, false]) pages.push((await get(link, { html })).text);
  return JSON.stringify([pages, await story.mails()]);
}

describe('What two must approve', () => {
  test('is published when the second has, with the words of both, and each of them is told', async () => {
    const story = await inReview();
    const [first, second] = await pairFor(story);
    expect((await story.mails(first))[0]?.text).toContain('2 moderator');

    expect((await story.vote({ decision: 'approve', comment: 'Godt fortalt.' }, first)).json).toEqual({
      decision: 'approve',
      status: 'in-review',
    });
    await letUndoPass();
    expect(await story.progress()).toMatchObject({ status: 'in-review' });
    expect(await story.mails(first)).toHaveLength(1);

    const settling = await story.vote({ decision: 'approve', comment: 'Enig.' }, second);
    expect(settling.json).toMatchObject({ decision: 'approve', status: 'approved', undoUntil: expect.any(String) });
    expect((await story.published()).status).toBe(404);
    await letUndoPass();
    expect((await story.published()).status).toBe(200);
    const [told] = await story.mails();
    for (const said of ['Godt fortalt.', 'Enig.']) expect(told?.text).toContain(`> ${said}`);
    for (const one of [first, second]) expect(await story.mails(one)).toHaveLength(2);
  });

  test('shows who has answered, and how only when one has answered oneself', async () => {
    const story = await inReview();
    const [first, second] = await pairFor(story);
    await story.vote({ decision: 'approve', comment: 'Godt fortalt.' }, first);

    const { votes } = await shownTo(story, second);
    expect(votes).toEqual([expect.objectContaining({ by: expect.stringMatching(/\w+ \w+/) })]);
    const page = await get(`${await story.link('review', second)}?lang=en`, { html: true });
    expect(page.text).toContain(votes[0]?.by);
    expect(page.text).toContain(reviewTexts.in('en').hidden);
    expect(page.text).not.toContain('Godt fortalt.');

    await story.vote({ decision: 'approve' }, second);
    expect((await shownTo(story, second)).votes).toMatchObject([
      { vote: { decision: 'approve', comment: 'Godt fortalt.' } },
      { vote: { decision: 'approve' } },
    ]);
  });

  test('goes to the lead institution when they contradict each other, whose first answer decides', async () => {
    const story = await inReview();
    const [first, second] = await pairFor(story);
    await story.vote({ decision: 'approve', comment: 'Godt fortalt.' }, first);
    await story.vote({ decision: 'reject', reason: 'duplicate', comment: 'Finnes fra før.' }, second);
    expect(await story.moderators()).toHaveLength(2);
    await letUndoPass();

    const lead = (await story.moderators()).filter((address) => ![first, second].includes(address));
    expect(lead.length).toBeGreaterThan(1);
    const [breaker = '', idle = ''] = lead;
    const revealed = await shownTo(story, breaker);
    expect(revealed.votes).toMatchObject([{ vote: { comment: 'Godt fortalt.' } }, { vote: { reason: 'duplicate' } }]);
    const page = await get(`${await story.link('review', breaker)}?lang=en`, { html: true });
    expect(page.text).toContain(reviewTexts.in('en').disagreed);
    // Those who have answered do not decide once more.
    const earlier = await get(`${await story.link('review', first)}?lang=en`, { html: true });
    expect(earlier.text).toContain(reviewTexts.in('en').contradicted);
    expect(earlier.text).not.toContain(reviewTexts.in('en').disagreed);

    expect((await story.vote({ decision: 'reject', reason: 'incomplete' }, breaker)).json).toMatchObject({
      status: 'rejected',
    });
    await letUndoPass();
    expect(await story.progress()).toMatchObject({ status: 'rejected' });
    const [told] = await story.mails();
    expect(told?.text).not.toMatch(/Godt fortalt|Finnes fra før/);
    for (const one of [first, second, breaker]) {
      const [acknowledged] = await story.mails(one);
      expect(acknowledged?.text).toMatch(new RegExp(`${story.reference} [0-9a-f]{12}\\s*$`));
    }
    expect(await story.mails(idle)).toHaveLength(1);
    const { history } = await shownTo(story, breaker);
    expect(history).toContainEqual(expect.objectContaining({ what: 'voted', for: 'nordregio' }));
  });
});

describe('An answer', () => {
  test('is taken back from the link with which it was given, and nobody else has noticed', async () => {
    const story = await inReview();
    const [first, second] = await pairFor(story);
    const before = await seenBySubmitter(story);
    await story.vote({ decision: 'reject', reason: 'other', comment: 'Feil knapp.' }, first);
    expect(await seenBySubmitter(story)).toBe(before);
    const link = await story.link('review', first);
    expect((await post(`${await story.link('review', second)}/undo`, {})).json).toMatchObject({ code: 'not-yours' });
    expect(await post(`${link}/undo`, {})).toMatchObject({ status: 200, json: { status: 'in-review' } });
    await letUndoPass();
    expect(await seenBySubmitter(story)).toBe(before);
    expect((await shownTo(story, second)).votes).toEqual([]);
    expect(await story.mails(first)).toHaveLength(1);
  });

  test('stands when its time is over, and the page says so', async () => {
    const story = await inReview({ themes: ['culture'] });
    const [first] = await pairFor(story);
    await story.decide({ decision: 'approve' }, first);
    const link = await story.link('review', first);
    expect(await post(`${link}/undo`, {})).toMatchObject({ status: 409, json: { code: 'too-late' } });
    const page = await get(`${link}?lang=en`, { html: true });
    expect(page.text).toContain(reviewTexts.in('en').thanks);
    expect(page.text).not.toContain(reviewTexts.in('en').undo);
    expect(page.text).toContain(`href="/initiatives/${await story.entryId()}"`);
  });

  test('is not shown to the submitter while it can be taken back, whatever it is', async () => {
    for (const said of [
      { decision: 'approve', comment: 'Rødbete.' },
      { decision: 'request-changes', comment: 'Rødbete.' },
      { decision: 'reject', reason: 'advertising', comment: 'Rødbete.' },
    ]) {
      const story = await inReview({ themes: ['culture'] });
      const [first] = await pairFor(story);
      const before = await seenBySubmitter(story);
      await story.vote(said, first);
      await advance(fourEyes.undoMinutes * 60_000 - 1_000);
      expect(await seenBySubmitter(story)).toBe(before);
      await advance(61_000);
      expect(await seenBySubmitter(story)).toContain('Rødbete.');
    }
  });
});

describe('Whoever has a stake in a case', () => {
  const careful = fourEyes.institutions.find(({ domains }) => domains !== undefined);
  const people = [...(careful?.moderators ?? []), ...(careful?.deputy ? [careful.deputy] : [])].map(
    ({ email }) => email,
  );

  test.each([
    ['by the name of the institution', { organisation: ' nordregio' }],
    [
      'by the domain of its address',
      { contact: { name: 'Kim', email: `kim@${careful?.domains?.[0]}`, public: false } },
    ],
  ])('is never asked about it: %s', async (_, own) => {
    const story = await inReview(own);
    // As long as it takes until everybody has been asked who ever is.
    await advance('P20D');
    const asked = await story.moderators();
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((address) => people.includes(address))).toEqual([]);
  });

  test('is not asked again when they have become its contact in the next round', async () => {
    const fields = example('no-boligkontakten', { themes: ['culture'] });
    const story = await begin(fields);
    await story.confirm();
    const [first, second] = await pairFor(story);
    await story.decide({ decision: 'request-changes', comment: 'Hvem?' }, first);
    const earlier = await story.link('review', second);
    await story.revise({ ...fields, contact: { ...fields.contact, email: second } });
    expect((await story.mails(second)).flatMap(({ text }) => text.match(/\/review\/\S+/g) ?? [])).toHaveLength(1);
    expect((await get(earlier)).status).toBe(410);
    // Two are asked nevertheless.
    expect((await story.review(first)).round).toBe(2);
    expect((await story.moderators()).length).toBeGreaterThan(2);
  });
});

describe('A note between moderators', () => {
  const canary = 'Hemmelig pastinakk, bare mellom oss.';

  test('is on no page, in no data and in no mail of the submitter, whatever becomes of the case', async () => {
    const fields = example('no-boligkontakten', { themes: ['culture'] });
    const story = await begin(fields);
    await story.confirm();
    const [first, second] = await pairFor(story);
    const note = async (moderator: string) => {
      const link = await story.link('review', moderator);
      expect((await post(`${link}/note`, { note: canary })).status).toBe(200);
      return link;
    };
    await note(first);
    expect((await get(await story.link('review', second), { html: true })).text).toContain(canary);

    const seen = [await seenBySubmitter(story)];
    await story.decide({ decision: 'request-changes', comment: 'Mer, takk.' }, second);
    await note(first);
    const revise = await story.link('revise');
    for (const html of [true, false]) seen.push((await get(revise, { html })).text);
    await post(revise, { ...fields, _action: 'save' }, { as: 'urlencoded', html: true });
    seen.push((await get(revise, { html: true })).text, await seenBySubmitter(story));
    seen.push((await story.revise(fields)).text);
    await note(second);
    const preview = `${await story.link('review', first)}/preview`;
    const { contentHash } = await story.review(first);
    seen.push((await post(preview, { decision: 'approve', contentHash })).text);
    await story.decide({ decision: 'approve' }, first);
    await note(second);
    seen.push(await seenBySubmitter(story), (await story.published()).text);
    seen.push((await get(at(`/initiatives/${await story.entryId()}`), { html: true })).text);
    for (const text of seen) expect(text).not.toContain('pastinakk');
    expect(seen.join('')).toContain(fields.title);
    const others = await story.mails('everybody');
    expect(others.filter(({ text, html }) => `${text}${html}`.includes('pastinakk'))).toEqual([]);
    expect(world.logs().filter(({ line }) => line.includes('pastinakk'))).toEqual([]);
  });
});

describe('The last round', () => {
  test('offers no more changes, refuses them, and the mail after it leads on', async () => {
    const fields = example('no-boligkontakten', { themes: ['culture'] });
    const story = await begin(fields);
    await story.confirm();
    const [first] = await pairFor(story);
    for (let round = 1; round < mostRounds; round += 1) {
      await story.decide({ decision: 'request-changes', comment: `Runde ${round}.` }, first);
      await story.revise({ ...fields, results: `Svar ${round}.` });
    }
    const review = await story.review(first);
    expect(review).toMatchObject({ round: mostRounds, choices: [{ decision: 'approve' }, { decision: 'reject' }] });
    const page = await get(`${await story.link('review', first)}?lang=en`, { html: true });
    expect(page.text).toContain(reviewTexts.in('en').lastRound);
    expect(page.text).not.toContain('value="request-changes"');
    expect(await story.vote({ decision: 'request-changes', comment: 'Enda en.' }, first)).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: '/decision', code: 'round-limit' }] },
    });
    await story.decide({ decision: 'reject', reason: 'incomplete' }, first);
    const [told] = await story.mails();
    expect(told?.text.replaceAll('\n', ' ')).toContain(caseTexts.in('nb').advice.incomplete);
  });
});
