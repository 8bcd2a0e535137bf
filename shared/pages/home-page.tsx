import { offeredForms } from '#shared/forms/forms.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { frameTexts } from './texts/frame.ts';
import { homeSteps, homeTexts } from './texts/home.ts';

/** The front page: what it is, where to read, how to send in. */
export function renderHomePage({ language, path }: PageProps): string {
  const home = homeTexts.in(language);
  const frame = frameTexts.in(language);
  return renderPage(
    <Frame language={language} path={path} title={serviceTexts.in(language).name}>
      <h1 class="ds-heading" data-size="xl">
        {serviceTexts.in(language).name}
      </h1>
      <p class="lead">{home.lead}</p>
      <div class="side-by-side">
        <Card title={home.readTitle} text={home.readText} href="/initiatives" button={frame.readInitiatives} />
        {offeredForms().map(({ id, texts }) => {
          const { invitation, appeal } = texts.in(language);
          return <Card key={id} title={invitation} text={appeal} href={`/forms/${id}`} button={invitation} />;
        })}
      </div>
      <h2 class="ds-heading" data-size="sm">
        {home.howTitle}
      </h2>
      <ol class="ds-list">
        {homeSteps.map((step) => (
          <li key={step}>{home.how[step]}</li>
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
