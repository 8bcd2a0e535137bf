import { describe, expect, test } from 'vitest';
import { suspicions } from '#shared/case/screening.ts';
import { languages } from '#shared/i18n/language.ts';
import { renderReviewPage } from '#shared/pages/review-page.tsx';
import { answer, content, review } from './example-pages.ts';
import { controlsNamed, tagsOf, tagWithId } from './markup.ts';

const page = (props: Partial<Parameters<typeof renderReviewPage>[0]> = {}) =>
  renderReviewPage({ ...review, language: 'en', ...props });
const missingReason = { pointer: '/reason', code: 'required', detail: 'Choose a reason.' };
const typed = new Map([
  ['decision', ['reject']],
  ['comment', ['Half <b>written']],
]);

describe('the review page', () => {
  test('offers the three choices and makes none', () => {
    const choices = controlsNamed(page(), 'decision');
    expect(choices.map((choice) => choice['value'])).toEqual(['approve', 'request-changes', 'reject']);
    expect(choices.filter((choice) => choice['checked'] !== undefined)).toEqual([]);
    expect(page()).toContain('Nothing is decided until you press the button');
  });

  test('posts to itself, bound to the content that is shown', () => {
    expect(tagsOf(page(), 'form')).toEqual([expect.objectContaining({ method: 'post', action: review.path })]);
    expect(controlsNamed(page(), 'contentHash')[0]?.['value']).toBe(review.round.contentHash);
  });

  test('takes along into another language what was typed, until it is decided', () => {
    const ways = controlsNamed(page(), '_action');
    expect(ways.map(({ lang }) => lang)).toEqual([...languages]);
    const id = tagsOf(page(), 'form')[0]?.['id'];
    for (const { lang, form, formaction } of ways) {
      expect([form, formaction]).toEqual([id, `${review.path}?lang=${lang}`]);
    }
    expect(controlsNamed(page({ answer }), '_action')).toEqual([]);
  });

  test('says at the comment in which language it will be read', () => {
    expect(tagWithId(page(), 'field-comment')).toContain('aria-describedby="field-comment-hint"');
    expect(page()).toMatch(/id="field-comment-hint">[^<]*<br\/>The submitter reads: Norwegian/);
    expect(page({ language: 'fi', submitterLanguage: 'sv' })).toContain('Lähettäjän kieli: ruotsi');
  });

  test('shows the whole case: texts in their language with their lines, codes in words', () => {
    const html = page();
    expect(html).toContain(`<div class="written" lang="sv">${content.summary}</div>`);
    for (const shown of ['Municipality', 'Labour market and employment', 'Åland', '1 March 2024', '250,000'])
      expect(html).toContain(shown);
    expect(html).toContain('href="mailto:anna@exempel.example"');
    expect(html).toMatch(/<dt>Results<\/dt><dd><span class="hint">empty<\/span>/);
  });

  test('shows hostile content as text, and links only what is a web address', () => {
    const hostile = { ...content, title: '<script>alert(1)</script>', website: 'javascript:alert(1)' };
    const html = page({ round: { ...review.round, content: hostile } });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('href="javascript:');
  });

  test.each(suspicions)('says in words that the screening noticed %s', (suspicion) => {
    const html = page({ suspicions: [suspicion] });
    expect(html).toMatch(/The automatic check noticed<\/h3><ul class="ds-list"><li>[^<]{10,}<\/li><\/ul>/);
    expect(page()).not.toContain('The automatic check noticed');
  });

  test('keeps choice and comment when something is missing, and binds the error to its field', () => {
    const html = page({ values: typed, errors: [missingReason] });
    const chosen = controlsNamed(html, 'decision').filter((choice) => choice['checked'] !== undefined);
    expect(chosen.map((choice) => choice['value'])).toEqual(['reject']);
    expect(html).toContain('>Half &lt;b>written</textarea>');
    expect(html).toContain('<a class="ds-link" href="#field-reason">Choose a reason.</a>');
    expect(tagWithId(html, 'field-reason')).toContain('aria-invalid="true"');
  });

  test('asks again when the content has changed: shows how, keeps the comment, drops the choice', () => {
    const stale = [
      { pointer: '/themes', before: ['health'], after: content.themes },
      { pointer: '/contact/role', before: null, after: 'Projektledare' },
    ];
    const html = page({ values: typed, stale });
    expect(html).toContain('The text has changed since you opened the page');
    expect(html).toContain('Health and mental health');
    expect(html).toMatch(/Role<\/h3><dl><dt>Before<\/dt><dd>empty<\/dd>/);
    expect(controlsNamed(html, 'decision').filter((choice) => choice['checked'] !== undefined)).toEqual([]);
    expect(html).toContain('>Half &lt;b>written</textarea>');
  });

  test('says in whose name it decides', () => {
    expect(page()).toContain('You decide as Kari Eksempel, Nordregio. Not you? Then close this page.');
  });

  test('thanks for an answer, says what follows from it, and offers to take it back as long as that is possible', () => {
    const undo = { action: `${review.path}/undo`, until: '2025-03-03T12:15:00.000Z' };
    const html = page({ answer: { ...answer, isFinal: false, undo } });
    expect(html).toContain('Thank you for your answer</h1>');
    expect(html).toContain('<p>Your answer: <strong>Reject</strong>: It is advertising</p>');
    expect(html).toContain('The submitter is told why, and the case is closed.');
    expect(html).toMatch(/You can take your answer back until 3 March 2025/);
    expect(tagsOf(html, 'form').map(({ action }) => action)).toEqual([undo.action, `${review.path}/note`]);
  });

  test('calls an answer a decision when it is final, and not before', () => {
    const decided = page({ answer });
    expect(decided).toMatch(/data-color="neutral"[^>]*><p><strong>Rejected<\/strong>: It is advertising/);
    expect(decided).not.toContain('Take my answer back');
    for (const leadsTo of ['waiting', 'contradicted'] as const) {
      const vote = { decision: 'approve', at: answer.vote.at } as const;
      const open = page({ answer: { ...answer, vote, isFinal: false, leadsTo } });
      expect(open).toMatch(/data-color="info"[^>]*><p>Your answer: <strong>Approve<\/strong>/);
      expect(open).not.toContain('Approved');
    }
  });

  test('says until when another’s decision can still be taken back', () => {
    const html = page({ answer: { ...answer, isOwn: false, isFinal: false, finalAt: '2025-03-03T12:15:00.000Z' } });
    expect(html).toContain('<strong>Rejected</strong>');
    expect(html).toMatch(/It is final from 3 March 2025[^.]*\. Until then it can still be taken back\./);
    const tie = page({ answer: { ...answer, isOwn: false, isFinal: false, leadsTo: 'contradicted' } });
    expect(tie).toContain('The moderators do not agree</h1>');
    expect(tie).not.toMatch(/Rejected|Decided by/);
  });

  test('tells whoever answered otherwise how it was decided', () => {
    const html = page({ answer: { ...answer, leadsTo: 'approve' } });
    expect(html).toContain('Your answer: <strong>Reject</strong>');
    expect(html).toContain('It was decided otherwise: Approved.');
  });

  test('leads to what has been published', () => {
    const vote = { ...answer.vote, decision: 'approve' as const, reason: undefined };
    const html = page({ answer: { ...answer, vote, leadsTo: 'approve', initiative: '/initiatives/0195' } });
    expect(html).toContain('href="/initiatives/0195"');
  });

  test('does not repeat what screening noticed once there is an answer', () => {
    expect(page({ answer, suspicions: ['too-fast'] })).not.toContain('The automatic check noticed');
  });

  test('quotes what was asked for in the round before, field by field', () => {
    const comments = [{ pointer: '/contact/role', comment: 'Which?' }];
    const html = page({ requested: { comment: 'Say more.', comments } });
    expect(html).toMatch(/<blockquote[^>]*><div class="written">Say more\./);
    expect(html).toMatch(/<p class="of-field">Role<\/p><blockquote[^>]*><div class="written">Which\?/);
    expect(page()).not.toContain('<blockquote');
  });

  test('marks in a later round what is new and what is gone, also for those who do not see it', () => {
    const changed = [
      { pointer: '/summary', before: 'Anställda följer en kollega.', after: content.summary },
      { pointer: '/themes', before: ['health'], after: content.themes },
    ];
    const html = page({ changed, round: { ...review.round, number: 2 } });
    expect(html).toMatch(/<ins><span class="ds-sr-only" lang="en"> added: <\/span>nyanländ /);
    expect(html).toMatch(/<del>.*removed:.*Health and mental health<\/del>.*<ins>.*added:.*Labour market/s);
    expect(page()).not.toContain('<ins>');
  });

  test('marks in a list only the entries that have come or gone', () => {
    const changed = [{ pointer: '/themes', before: ['health', 'language'], after: content.themes }];
    const html = page({ changed, round: { ...review.round, number: 2 } });
    expect(html).toMatch(/<del>[^<]*<span[^>]*> removed: <\/span>Health and mental health<\/del>/);
    expect(html).toMatch(/<ins>[^<]*<span[^>]*> added: <\/span>Labour market and employment<\/ins>/);
    expect(html).toMatch(/<li class="ds-tag" data-color="neutral">Language and language training<\/li>/);
  });

  test('takes a comment on every field, which belongs to the form that decides and is kept', () => {
    const id = tagsOf(page(), 'form')[0]?.['id'];
    expect(controlsNamed(page(), 'comment.contact.name')).toMatchObject([{ form: id }]);
    const html = page({ values: new Map([['comment.title', ['Shorter, please']]]) });
    expect(html).toMatch(
      /<details[^>]* open><summary aria-label="Comment on Title">Comment<\/summary>.*Shorter, please/s,
    );
  });

  test('offers no more changes in the last round', () => {
    const html = page({ isLastRound: true });
    expect(controlsNamed(html, 'decision').map((choice) => choice['value'])).toEqual(['approve', 'reject']);
    expect(html).toContain('This is the fifth and last round.');
    expect(controlsNamed(html, 'comment.title')).toEqual([]);
  });

  test('says who has answered, and how only when that may be known', () => {
    const at = '2025-03-03T12:05:00.000Z';
    const hidden = page({ approvals: 2, votes: [{ by: 'Åsa', institution: 'nordregio', at }] });
    expect(hidden).toContain('2 moderators must approve.');
    expect(hidden).toContain('Has answered');
    expect(hidden).toContain('How they answered is shown once you have answered yourself.');
    const vote = { decision: 'approve', comment: 'Fine' } as const;
    expect(page({ votes: [{ by: 'Åsa', institution: 'nordregio', at, vote }] })).toMatch(/Approve<\/p>.*Fine/s);
  });

  test('takes a note beside those of others: with the form that decides, or in a form of its own', () => {
    const note = { ...review, values: new Map([['note', ['Half a note']]]) };
    const id = tagsOf(page(note), 'form')[0]?.['id'];
    expect(controlsNamed(page(note), 'note')).toMatchObject([{ form: id }]);
    expect(page(note)).toMatch(/<details[^>]* open><summary>Write a note<\/summary>.*Half a note/s);
    const own = tagsOf(page({ ...note, answer }), 'form');
    expect(own).toMatchObject([{ action: `${review.path}/note` }]);
    expect(controlsNamed(page({ ...note, answer }), 'note')).toMatchObject([{ form: own[0]?.['id'] }]);
  });

  test('shows a note as one between moderators, and nothing of others to whoever has a stake in the case', () => {
    const notes = [{ by: 'Åsa', at: '2025-03-03T12:05:00.000Z', note: 'I know <them>.' }];
    expect(page({ notes })).toMatch(/Only moderators see them\. .*I know &lt;them>\./s);
    const own = page({ notes, mayDecide: false });
    expect(own).not.toContain('I know');
    expect(own).toContain('you cannot decide about it');
    expect(tagsOf(own, 'form')).toEqual([]);
  });

  test('reads in this order: what was sent in, what others said, the choice', () => {
    const html = page();
    const places = ['id="submission"', 'id="others"', 'id="field-decision"'].map((mark) => html.indexOf(mark));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(places[0]).toBeGreaterThan(0);
  });
});
