import { serviceName } from '#shared/i18n/service-name.ts';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { frameWords, homeWords } from './words.ts';

/** The front page: what it is, where to read, how to send in. */
export function renderHomePage({ language, path }: PageProps): string {
  const home = homeWords[language];
  const frame = frameWords[language];
  return renderPage(
    <Frame language={language} path={path} title={serviceName[language]}>
      <h1 class="ds-heading" data-size="xl">
        {serviceName[language]}
      </h1>
      <p class="lead">{home.lead}</p>
      <div class="side-by-side">
        <Card title={home.readTitle} text={home.readText} href="/initiatives" button={frame.readInitiatives} />
        <Card title={home.sendTitle} text={home.sendText} href="/forms/initiative" button={frame.sendIn} />
      </div>
      <h2 class="ds-heading" data-size="sm">
        {home.howTitle}
      </h2>
      <ol class="ds-list">
        {home.how.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2 class="ds-heading" data-size="sm">
        {home.whoTitle}
      </h2>
      <p>{home.who}</p>
    </Frame>,
  );
}

function Card({ title, text, href, button }: { title: string; text: string; href: string; button: string }) {
  return (
    <section class="ds-card" data-variant="tinted">
      <h2 class="ds-heading" data-size="sm">
        {title}
      </h2>
      <p>{text}</p>
      <a class="ds-button" href={href}>
        {button}
      </a>
    </section>
  );
}
