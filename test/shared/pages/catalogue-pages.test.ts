import { describe, expect, test } from 'vitest';
import { initiative as form } from '#shared/forms/initiative/initiative.ts';
import { renderInitiativePage } from '#shared/pages/initiative-page.tsx';
import { renderInitiativesPage } from '#shared/pages/initiatives-page.tsx';
import { content } from './example-pages.ts';
import { tagsOf } from './markup.ts';

const at = '2025-03-03T12:05:00.000Z';
const published = { ...content, id: '0195', kind: 'initiative', version: 1, publishedAt: at, updatedAt: at };

describe('the page of an initiative', () => {
  const props = { path: '/initiatives/0195', form, initiative: published, shownLanguage: 'sv' } as const;

  test('says in words that it shows another language, and marks what is in it', () => {
    const html = renderInitiativePage({ ...props, language: 'fi', isFallback: true });
    expect(html).toContain('joten näytämme sen ruotsiksi.');
    expect(tagsOf(html, 'h1')[0]?.['lang']).toBe('sv');
    expect(html).toContain(`<div class="written" lang="sv">${content.summary}</div>`);
  });

  test('says nothing of languages to a reader who sees it in their own', () => {
    const html = renderInitiativePage({ ...props, language: 'sv', isFallback: false });
    expect(html).not.toContain('inte på det språk du har valt');
  });

  test('says in which language it is, once and not by a bare name', () => {
    const html = renderInitiativePage({ ...props, language: 'fi', isFallback: true });
    expect(html).toMatch(/<p class="hint">Julkaistu <time[^>]*>[^<]*<\/time> · ruotsiksi<\/p>/);
    expect(html).not.toContain('<dt>Tekstien kieli</dt>');
  });

  test('tells when it was changed only if it was', () => {
    const changed = { ...published, updatedAt: '2025-06-01T08:00:00.000Z' };
    expect(renderInitiativePage({ ...props, language: 'en', isFallback: true })).not.toContain('Last changed');
    const html = renderInitiativePage({ ...props, language: 'en', isFallback: true, initiative: changed });
    expect(html).toMatch(/Last changed <time[^>]*>1 June 2025/);
  });

  test('vouches for no address', () => {
    const html = renderInitiativePage({ ...props, language: 'en', isFallback: true });
    const outward = tagsOf(html, 'a').filter(({ href }) => href?.startsWith('https://'));
    expect(outward).toEqual([expect.objectContaining({ rel: 'nofollow ugc noreferrer' })]);
  });
});

describe('the list of initiatives', () => {
  test('links each entry in its own language, and the next page', () => {
    const next = '/initiatives?cursor=a%2Fb';
    const html = renderInitiativesPage({
      language: 'en',
      path: '/initiatives',
      items: [published],
      next,
      isFirst: true,
    });
    expect(html).toMatch(/<h2[^>]* lang="sv"><a class="ds-link" href="\/initiatives\/0195">/);
    expect(tagsOf(html, 'a').filter(({ rel }) => rel === 'next')).toEqual([expect.objectContaining({ href: next })]);
  });

  test('says of each entry in which language it is', () => {
    const html = renderInitiativesPage({ language: 'fi', path: '/initiatives', items: [published], isFirst: true });
    expect(html).toMatch(/<p class="hint">.*Ruotsi, Suomi, Ahvenanmaa · ruotsiksi · .*<\/p>/);
  });

  test('links back from later pages, and says when there is nothing', () => {
    const html = renderInitiativesPage({ language: 'en', path: '/initiatives', items: [], isFirst: false });
    expect(html).toContain('No initiatives have been published yet.');
    expect(html).toContain('Back to the newest');
  });
});
