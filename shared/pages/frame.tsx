import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { offeredForms } from '#shared/forms/forms.ts';
import type { ShowingAction } from '#shared/http/posted-form.ts';
import { type Language, languages, spoken } from '#shared/i18n/language.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import { iconHref, stylesheetHref } from './asset-names.ts';
import { frameTexts } from './texts/frame.ts';

/** What every page is given. */
export interface PageProps {
  readonly language: Language;
  /** Where the page can be had with GET, from the root: what the links to other languages lead to. */
  readonly path: string;
}

/** The id of the form on a page that has one to fill in. */
export const formId = 'form';

/** How a page with a form is had in another language with what was typed in it: no link may lead away from that. */
export interface FormAgain {
  /** Where it is posted to. */
  readonly address: string;
  readonly action: ShowingAction;
}

interface FrameProps extends PageProps {
  readonly title: string;
  /** Of a page with a form to fill in. */
  readonly formAgain?: FormAgain | undefined;
  readonly children: ComponentChildren;
}

/** A complete HTML document around the content of a page. */
export function renderPage(page: VNode<FrameProps>): string {
  return `<!DOCTYPE html>${render(page)}`;
}

/** Head, header with the choice of language, main landmark and footer. */
export function Frame({ language, path, title, formAgain, children }: FrameProps) {
  const frame = frameTexts.in(language);
  const { name: service, purpose } = serviceTexts.in(language);
  return (
    <html lang={language} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === service ? service : `${title} – ${service}`}</title>
        <link rel="icon" href={iconHref} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheetHref} />
      </head>
      <body>
        <a class="ds-skip-link" href="#content">
          {frame.skip}
        </a>
        <header class="site-header">
          <div class="site-width">
            <a class="site-name" href="/">
              {service}
            </a>
            <p class="site-purpose">{purpose}</p>
            <Languages language={language} path={path} formAgain={formAgain} />
            <Menu language={language} path={path} />
          </div>
        </header>
        <main id="content" class="site-width" tabIndex={-1}>
          {children}
        </main>
        <footer class="site-footer">
          <div class="site-width">
            <p>{frame.footer}</p>
            <nav aria-label={frame.aboutUs}>
              <a class="ds-link" href="/privacy">
                {frame.privacy}
              </a>
              <a class="ds-link" href="/privacy#contact">
                {frame.contact}
              </a>
            </nav>
          </div>
        </footer>
      </body>
    </html>
  );
}

function Menu({ language, path }: PageProps) {
  const frame = frameTexts.in(language);
  const entries = [
    { href: '/initiatives', label: frame.readInitiatives },
    ...offeredForms().map(({ id, texts }) => ({ href: `/forms/${id}`, label: texts.in(language).invitation })),
  ];
  return (
    <nav class="site-menu" aria-label={frame.menu}>
      <ul>
        {entries.map(({ href, label }) => (
          <li key={href}>
            <a class="ds-link" href={href} aria-current={path.split('?')[0] === href ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * A menu of links to the same page in each language, or of buttons that look like them and take along what was typed. It
 * opens without a script.
 */
function Languages({ language, path, formAgain }: Omit<FrameProps, 'title' | 'children'>) {
  const label = frameTexts.in(language).language;
  return (
    <nav class="site-languages" aria-label={label}>
      {formAgain && <SendOnEnter />}
      <details>
        <summary>
          <Globe />
          <span class="ds-sr-only">{label}: </span>
          {spoken[language].ownName}
        </summary>
        <ul>
          {languages.map((other) => (
            <li key={other}>
              <LanguageLink {...{ other, language, path, formAgain }} />
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function LanguageLink({
  other,
  language,
  path,
  formAgain,
}: Omit<FrameProps, 'title' | 'children'> & { other: Language }) {
  const link = {
    class: 'ds-link',
    lang: other,
    'aria-current': other === language ? ('true' as const) : undefined,
  };
  if (formAgain === undefined) {
    return (
      <a {...link} href={inLanguage(path, other)} hreflang={other}>
        {spoken[other].ownName}
      </a>
    );
  }
  return (
    <button
      {...link}
      type="submit"
      form={formId}
      formAction={inLanguage(formAgain.address, other)}
      name="_action"
      value={formAgain.action}
    >
      {spoken[other].ownName}
    </button>
  );
}

/** Stands for languages to who cannot read the page's. */
function Globe() {
  return (
    <svg class="globe" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c-5 6-5 12 0 18c5-6 5-12 0-18" />
    </svg>
  );
}

/** Enter in a field presses the first button of its form (HTML, "implicit submission"): it must be one that sends. */
function SendOnEnter() {
  return <button class="trap" type="submit" form={formId} tabIndex={-1} aria-hidden="true" />;
}

/** An address below that of a page, with the same query: `/review/…/undo?lang=sv`. */
export function under(path: string, name: string): string {
  const [address = '/', query] = path.split('?', 2);
  return query === undefined ? `${address}/${name}` : `${address}/${name}?${query}`;
}

/** The same page in another language; the rest of the query stays. */
function inLanguage(path: string, language: Language): string {
  const [asked = '/', query = ''] = path.split('?', 2);
  // Two slashes at the beginning would name another host; browsers pass over control characters between them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
  const address = asked.replace(/^[/\\\u0000-\u0020]+/, '/');
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  return `${address}?${parameters}`;
}
