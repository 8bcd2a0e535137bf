import { Frame, type PageProps, renderPage } from './frame.tsx';
import { frameTexts } from './texts/frame.ts';

interface ProblemPageProps extends PageProps {
  readonly title: string;
  readonly detail: string;
}

/** What could not be done, in words for people, and where to go from there. */
export function renderProblemPage({ language, path, title, detail }: ProblemPageProps): string {
  return renderPage(
    <Frame language={language} path={path} title={title}>
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p>{detail}</p>
      <h2 class="ds-heading" data-size="sm">
        {frameTexts.in(language).onward}
      </h2>
      <ul class="ds-list">
        <li>
          <a class="ds-link" href="/">
            {frameTexts.in(language).home}
          </a>
        </li>
        <li>
          <a class="ds-link" href="/initiatives">
            {frameTexts.in(language).readInitiatives}
          </a>
        </li>
      </ul>
    </Frame>,
  );
}
