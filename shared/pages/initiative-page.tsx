import type { Initiative } from '#shared/catalogue/initiative.ts';
import { fallbackNotice, inLanguage } from '#shared/catalogue/shown-language.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import { ContentList } from './content-list.tsx';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { UserText } from './prose.tsx';
import { entriesTexts } from './texts/entries.ts';
import { Day } from './time.tsx';

interface InitiativePageProps extends PageProps {
  readonly form: FormDefinition;
  readonly initiative: Initiative;
  /** The content language that is shown. */
  readonly shownLanguage: string;
  /** Whether the reader asked for another language. */
  readonly isFallback: boolean;
}

/** One published initiative: all that readers may see of it. */
export function renderInitiativePage(props: InitiativePageProps): string {
  const { language, path, form, initiative, shownLanguage, isFallback } = props;
  const texts = entriesTexts.in(language);
  return renderPage(
    <Frame language={language} path={path} title={initiative.title}>
      {isFallback && <p class="ds-card notice">{fallbackNotice(shownLanguage, language)}</p>}
      <article class="entry">
        <h1 class="ds-heading" data-size="lg" lang={shownLanguage}>
          {initiative.title}
        </h1>
        <div class="lead">
          <UserText text={initiative.summary} lang={shownLanguage} />
        </div>
        <p class="hint">
          {texts.published} <Day at={initiative.publishedAt} language={language} />
          {initiative.updatedAt !== initiative.publishedAt && (
            <>
              {' · '}
              {texts.updated} <Day at={initiative.updatedAt} language={language} />
            </>
          )}
          {' · '}
          {inLanguage(shownLanguage, language)}
        </p>
        <h2 class="ds-heading" data-size="sm">
          {texts.about}
        </h2>
        <ContentList
          form={form}
          content={initiative}
          language={language}
          contentLanguage={shownLanguage}
          except={['title', 'summary', 'language', 'contact.public']}
        />
      </article>
      <p>
        <a class="ds-link" href="/initiatives">
          {texts.all}
        </a>
      </p>
    </Frame>,
  );
}
