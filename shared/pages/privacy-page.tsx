import { keptDays, knownKeptDays } from '#shared/case/erasure.ts';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { privacyParts, privacyTexts, rights } from './texts/privacy.ts';

interface PrivacyPageProps extends PageProps {
  /** Where people reach those who run the service. */
  readonly publicEmail: string;
}

/** What is kept of people, why, for how long, and how to have it removed; the days are those by which it is erased. */
export function renderPrivacyPage({ language, path, publicEmail }: PrivacyPageProps): string {
  const texts = privacyTexts.in(language);
  const { kept, parts } = texts;
  return renderPage(
    <Frame language={language} path={path} title={texts.title}>
      <h1 class="ds-heading" data-size="lg">
        {texts.title}
      </h1>
      <p class="lead">{texts.lead}</p>
      {privacyParts.map((part) => (
        <section key={part}>
          <Heading text={parts[part].heading} />
          <p>{parts[part].said}</p>
        </section>
      ))}
      <section>
        <Heading text={kept.heading} />
        <ul class="ds-list">
          <li>{kept.published}</li>
          <li>{kept.rejected({ days: keptDays.rejected })}</li>
          <li>{kept.ended({ days: keptDays.withdrawn })}</li>
          <li>{kept.held({ days: keptDays.spam })}</li>
          <li>{kept.known({ days: knownKeptDays })}</li>
        </ul>
        <p>{kept.remains}</p>
        <p>{kept.backups}</p>
      </section>
      <section>
        <Heading text={texts.rights.heading} />
        <p>{texts.rights.how}</p>
        <ul class="ds-list">
          {rights.map((right) => (
            <li key={right}>{texts.rights.each[right]}</li>
          ))}
        </ul>
        <p>{texts.rights.complain}</p>
      </section>
      <section id="contact">
        <Heading text={texts.contact.heading} />
        <p>{texts.contact.said}</p>
        <p>
          <a class="ds-link" href={`mailto:${publicEmail}`}>
            {publicEmail}
          </a>
        </p>
      </section>
    </Frame>,
  );
}

function Heading({ text }: { text: string }) {
  return (
    <h2 class="ds-heading" data-size="sm">
      {text}
    </h2>
  );
}
