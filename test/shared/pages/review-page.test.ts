import { describe, expect, test } from 'vitest';
import { suspicions } from '#shared/case/screening.ts';
import { languages } from '#shared/i18n/language.ts';
import { renderReviewPage } from '#shared/pages/review-page.tsx';
import { content, review } from './example-pages.ts';
import { controlsNamed, tagsOf, tagWithId } from './markup.ts';

const page = (props: Partial<Parameters<typeof renderReviewPage>[0]> = {}) =>
  renderReviewPage({ ...review, language: 'en', ...props });
const mainOf = (html: string) => /<main.*<\/main>/s.exec(html)?.[0] ?? '';
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
    expect(tagsOf(mainOf(page()), 'button')).toHaveLength(1);
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
    const decided = { decision: 'approve', at: '2025-03-03T12:05:00.000Z', by: 'Kari' } as const;
    expect(controlsNamed(page({ decided }), '_action')).toEqual([]);
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
    expect(html).toContain('Left empty: End, Results, Advice to others');
  });

  test('shows hostile content as text, and links only what is a web address', () => {
    const hostile = { ...content, title: '<script>alert(1)</script>', website: 'javascript:alert(1)' };
    const html = page({ round: { ...review.round, content: hostile } });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('href="javascript:');
  });

  test.each(suspicions)('says in words that the screening noticed %s', (suspicion) => {
    const html = page({ suspicions: [suspicion] });
    expect(html).toMatch(/The automatic check noticed<\/h2><ul class="ds-list"><li>[^<]{10,}<\/li><\/ul>/);
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
    const changes = [
      { pointer: '/themes', before: ['health'], after: content.themes },
      { pointer: '/contact/role', before: null, after: 'Projektledare' },
    ];
    const html = page({ values: typed, changes });
    expect(html).toContain('The text has changed since you opened the page');
    expect(html).toContain('Health and mental health');
    expect(html).toMatch(/Role<\/h3><dl><dt>Before<\/dt><dd>empty<\/dd>/);
    expect(controlsNamed(html, 'decision').filter((choice) => choice['checked'] !== undefined)).toEqual([]);
    expect(html).toContain('>Half &lt;b>written</textarea>');
  });

  test('shows who decided what, and offers nothing more', () => {
    const at = '2025-03-03T12:05:00.000Z';
    const html = page({ decided: { decision: 'reject', reason: 'advertising', comment: 'No.', at, by: 'Kari' } });
    expect(html).toContain('<strong>Rejected</strong>: It is advertising');
    expect(html).toContain('Decided by: Kari');
    expect(tagsOf(html, 'form')).toEqual([]);
  });

  test('quotes what was asked for in the round before', () => {
    expect(page({ earlierComment: 'Say more.' })).toMatch(/<blockquote[^>]*><div class="written">Say more\./);
    expect(page()).not.toContain('<blockquote');
  });
});
