import type { Initiative } from '#shared/catalogue/initiative.ts';
import { inLanguage } from '#shared/catalogue/shown-language.ts';
import type { Language } from '#shared/i18n/language.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { entriesTexts } from './texts/entries.ts';
import { Day } from './time.tsx';

/** As much of an entry as a reader needs to choose. */
type Listed = Pick<
  Initiative,
  'id' | 'title' | 'summary' | 'language' | 'organisation' | 'countries' | 'themes' | 'publishedAt'
>;

interface InitiativesPageProps extends PageProps {
  readonly items: readonly Listed[];
  /** Where the next page is, from the root; absent on the last. */
  readonly next?: string | undefined;
  /** Whether this is the first page. */
  readonly isFirst: boolean;
}

/** The catalogue, newest first. */
export function renderInitiativesPage({ language, path, items, next, isFirst }: InitiativesPageProps): string {
  const texts = entriesTexts.in(language);
  return renderPage(
    <Frame language={language} path={path} title={texts.title}>
      <h1 class="ds-heading" data-size="lg">
        {texts.title}
      </h1>
      {items.length === 0 && <p>{texts.none}</p>}
      <ul class="cards">
        {items.map((item) => (
          <li key={item.id}>
            <Card item={item} language={language} />
          </li>
        ))}
      </ul>
      <p class="paging">
        {!isFirst && (
          <a class="ds-link" href="/initiatives">
            {texts.newest}
          </a>
        )}
        {next && (
          <a class="ds-button" data-variant="secondary" href={next} rel="next">
            {texts.next}
          </a>
        )}
      </p>
    </Frame>,
  );
}

function Card({ item, language }: { item: Listed; language: Language }) {
  const texts = entriesTexts.in(language);
  return (
    <article class="ds-card">
      <h2 class="ds-heading" data-size="xs" lang={item.language}>
        <a class="ds-link" href={`/initiatives/${encodeURIComponent(item.id)}`}>
          {item.title}
        </a>
      </h2>
      <p lang={item.language}>{item.summary}</p>
      <p class="hint">
        <span lang={item.language}>{item.organisation}</span> ·{' '}
        {item.countries.map((code) => labelOf('countries', code, language)).join(', ')} ·{' '}
        {inLanguage(item.language, language)} · {texts.published} <Day at={item.publishedAt} language={language} />
      </p>
      <ul class="labels">
        {item.themes.map((code) => (
          <li key={code} class="ds-tag">
            {labelOf('themes', code, language)}
          </li>
        ))}
      </ul>
    </article>
  );
}
