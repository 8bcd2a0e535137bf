import type { Language } from '#shared/i18n/language.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import { rejectReasonLabels } from '#shared/i18n/reject-reasons.ts';
import type { Ruling } from '#shared/submission/case.ts';
import type { Progress } from '#shared/submission/progress.ts';
import type { Status } from '#shared/submission/status.ts';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { Quotation } from './prose.tsx';
import { ReferenceLine } from './reference-line.tsx';
import { Moment } from './time.tsx';
import { statusWords } from './words.ts';

export interface StatusPageProps extends PageProps {
  readonly progress: Progress;
  readonly title: string;
  readonly titleLanguage: string;
  /** Where the published initiative can be read, from the root. */
  readonly initiative?: string | undefined;
  /** What a moderator wrote, when it was rejected or changes are asked for. */
  readonly ruling?: Pick<Ruling, 'reason' | 'comment'> | undefined;
}

/** Statuses in which this page is the receipt for what was just sent in. */
const justSent: readonly Status[] = ['received', 'awaiting-confirmation'];
const colours: Partial<Record<Status, string>> = {
  approved: 'success',
  published: 'success',
  'awaiting-confirmation': 'warning',
  'changes-requested': 'warning',
  spam: 'warning',
};

/** Where a case stands, for its submitter: the receipt at first, and the page to come back to. */
export function renderStatusPage(props: StatusPageProps): string {
  const { language, path, progress, title, titleLanguage, initiative, ruling } = props;
  const words = statusWords[language];
  const isReceipt = justSent.includes(progress.status);
  const heading = isReceipt ? words.thanks : words.title;
  return renderPage(
    <Frame language={language} path={path} title={heading}>
      <h1 class="ds-heading" data-size="lg">
        {heading}
      </h1>
      {progress.status === 'awaiting-confirmation' && (
        <p class="ds-card notice" data-color="success" data-variant="tinted">
          {words.lookInMail}
        </p>
      )}
      <p class="lead" lang={titleLanguage}>
        {title}
      </p>
      <ReferenceLine reference={progress.reference} language={language} />
      <h2 class="ds-heading" data-size="sm">
        {words.now}
      </h2>
      <p>
        <span class="ds-tag" data-color={colours[progress.status] ?? 'info'}>
          {words.statuses[progress.status]}
        </span>
      </p>
      {ruling && <Reasons ruling={ruling} language={language} />}
      {progress.round > 1 && (
        <p>
          {words.round}: {progress.round}
        </p>
      )}
      <h2 class="ds-heading" data-size="sm">
        {words.next}
      </h2>
      <p>{nextOf(props)}</p>
      {initiative && (
        <p>
          <a class="ds-link" href={initiative}>
            {words.readPublished}
          </a>
        </p>
      )}
      <Timeline {...props} />
      <p class="hint">{words.keepAddress}</p>
    </Frame>,
  );
}

function Reasons({ ruling, language }: { ruling: Pick<Ruling, 'reason' | 'comment'>; language: Language }) {
  return (
    <>
      {ruling.reason && <p>{rejectReasonLabels[language][ruling.reason]}.</p>}
      {ruling.comment && <Quotation text={ruling.comment} />}
    </>
  );
}

/** A case that waits for an operator is late, unless it is held on purpose. */
function nextOf({ language, progress: { status, next } }: StatusPageProps): string {
  const words = statusWords[language];
  if (next.what === 'operator' && status !== 'spam') return words.delayed;
  return words.nextSteps[status](next.by === null ? undefined : lastDay(next.by, language));
}

function Timeline({ language, progress }: StatusPageProps) {
  const words = statusWords[language];
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {words.happened}
      </h2>
      <ol class="timeline">
        {progress.timeline.map(({ at, what }) => (
          <li key={`${at} ${what}`}>
            <Moment at={at} language={language} />
            <span>{words.happenings[what]}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
