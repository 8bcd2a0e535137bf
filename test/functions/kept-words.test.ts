import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import { languages } from '#shared/i18n/language.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { controlsNamed } from '#test/shared/pages/markup.ts';
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
const { mailed, call, mint, stored, endpoint } = useMailedLinks('review');
let preview: Handler;
beforeAll(async () => {
  preview = await coldStart('links/preview-mail', { ...environment, AWS_ENDPOINT_URL_DYNAMODB: endpoint() });
});

const typed = {
  decision: 'reject',
  reason: 'duplicate',
  comment: 'Everything I thought of it.',
  'comment.title': 'Say <where>.',
  note: 'Do you know them?',
  contentHash: 'x',
};
const words = ['Everything I thought of it.', 'Say &lt;where>.', 'Do you know them?'];

type Below = '' | '/note' | '/preview';
/** Presses a button of the review page in a browser. */
function press(secret: string, below: Below = '', fields: object = typed, more: object = {}) {
  const { type, body } = asUrlencoded(Object.entries(fields));
  const headers = { 'content-type': type, accept: 'text/html', 'accept-language': 'en' };
  const event = {
    ...withHeaders(withSecret(example('links/review', 'approve'), secret), headers),
    body: body.toString(),
    ...more,
  };
  if (below === '/preview') return answerOf(preview, { ...event, rawPath: `/review/${secret}/preview` });
  return call('review', { ...event, routeKey: `POST /review/{secret}${below}` });
}

function postJson(secret: string, below: Below) {
  const { type, body } = asJson({ decision: 'approve', contentHash: 'x', note: 'Hej' });
  const event = withHeaders(withSecret(example('links/review', 'approve'), secret), { 'content-type': type });
  const sent = { ...event, body: body.toString() };
  if (below === '/preview') return answerOf(preview, sent);
  return call('review', { ...sent, routeKey: `POST /review/{secret}${below}` });
}

const own = async () => {
  const { current } = await mailed('review', 'in-review', {}, 'anna');
  const concerned = { ...content, contact: { ...content.contact, email: 'anna@nordic.example' } };
  return mailed('review', 'in-review', { round: { ...current.round, content: concerned } }, 'anna');
};
const nextRound = async () => {
  const { current } = await mailed('review', 'in-review', {}, 'anna');
  const next = await mailed('review', 'in-review', { round: { ...current.round, number: 2 } }, 'anna');
  return { ...next, secret: await mint({ ...newLink('review', next.current, new Date(), 'anna'), round: 1 }) };
};
const withdrawn = () => mailed('review', 'withdrawn', {}, 'anna');
const timeUp = async () => {
  const { current } = await mailed('review', 'in-review', {}, 'anna');
  const ended = { ...newLink('review', current, new Date(), 'anna'), expiresAt: new Date().toISOString() };
  return { current, secret: await mint(ended) };
};
/** Two have contradicted each other, and nobody can take that back any more; `eva` has not answered. */
const disagreed = async () => {
  const { current } = await mailed('review', 'in-review', {}, 'anna');
  const at = new Date().toISOString();
  const vote = { institution: 'nordic_welfare_centre', round: 1, at };
  const question = current.question && {
    ...current.question,
    approvals: 2,
    settlesAt: at,
    votes: [
      { ...vote, decision: 'approve' as const, by: 'anna' },
      { ...vote, decision: 'reject' as const, reason: 'other' as const, by: 'bo' },
    ],
  };
  return mailed('review', 'in-review', { question, reviewers: ['anna', 'bo', 'eva'] }, 'eva');
};

const refusals: [string, () => Promise<{ current: Case; secret: string }>, number, string][] = [
  ['by somebody with a stake in it', own, 403, 'own-submission'],
  ['by the link of an earlier round', nextRound, 410, 'link-expired'],
  ['after it was withdrawn', withdrawn, 410, 'link-expired'],
  ['when the time of the link is up', timeUp, 410, 'link-expired'],
];

describe.each(refusals)('what a moderator wrote %s', (_when, begin, status, code) => {
  it.each(['', '/note', '/preview'] as const)('is not recorded at %j, and all of it is on the page', async (below) => {
    const { current, secret } = await begin();
    const { statusCode, body } = await press(secret, below);
    expect(statusCode).toBe(status);
    for (const said of [...words, caseTexts.in('en').rejectReasons.duplicate, reviewTexts.in('en').notKept])
      expect(body).toContain(said);
    expect(JSON.stringify(await stored(current.id))).not.toContain(typed.comment);
  });

  it('is there in every language', async () => {
    const { secret } = await begin();
    for (const language of languages) {
      const page = await press(secret, '', { ...typed, _action: 'show' }, { rawQueryString: `lang=${language}` });
      expect([page.statusCode, page.headers['content-language']]).toEqual([status, language]);
      for (const said of [...words, reviewTexts.in(language).notKept]) expect(page.body).toContain(said);
      const hidden = Object.keys(typed).map((name) => [name, controlsNamed(page.body, name)[0]?.['value']]);
      expect(Object.fromEntries(hidden)).toMatchObject({ comment: typed.comment, note: typed.note });
    }
  });

  it('is a problem for programs', async () => {
    const { secret } = await begin();
    expect((await postJson(secret, '')).json).toMatchObject({ status, code });
  });

  it('is no more than a problem when nothing was written', async () => {
    const { secret } = await begin();
    const { statusCode, body } = await press(secret, '', { contentHash: 'x', comment: ' ' });
    expect(statusCode).toBe(status);
    expect(body).not.toContain(reviewTexts.in('en').notKept);
  });
});

it('is kept too when votes that contradict each other become final in that moment, and then as long as nobody asks', async () => {
  const { current, secret } = await disagreed();
  const said = { ...typed, decision: 'request-changes', contentHash: current.round.contentHash };
  for (let time = 0; time < 2; time += 1) {
    const { statusCode, body } = await press(secret, '', said);
    expect(statusCode).toBe(410);
    for (const one of words) expect(body).toContain(one);
    expect((await stored(current.id)).question).toMatchObject({ disagreed: [{ by: 'anna' }, { by: 'bo' }], votes: [] });
  }
});
