import type { ComponentChildren } from 'preact';
import { type FormAgain, Frame, type PageProps, renderPage } from './frame.tsx';
import { frameTexts } from './texts/frame.ts';

interface ProblemPageProps extends PageProps {
  readonly title: string;
  readonly detail: string;
  /** Of a page that keeps what was typed. */
  readonly formAgain?: FormAgain | undefined;
  readonly children?: ComponentChildren;
}

/** What could not be done, in words for people, and where to go from there. */
export function renderProblemPage({ title, detail, children, ...page }: ProblemPageProps): string {
  const { language } = page;
  return renderPage(
    <Frame {...page} title={title}>
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p>{detail}</p>
      {children}
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
