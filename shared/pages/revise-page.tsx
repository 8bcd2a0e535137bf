import type { Language } from '#shared/i18n/language.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import { ContentForm, type ContentFormProps } from './content-form.tsx';
import { ErrorSummary, inPageOrder, titleWith } from './form-errors.tsx';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { Quotation } from './prose.tsx';
import { ReferenceLine } from './reference-line.tsx';
import { reviseWords } from './words.ts';

/** What the moderators asked for. */
interface RequestedChanges {
  /** The institution's name in the language of the page. */
  readonly institution: string;
  readonly comment?: string | undefined;
  /** ISO 8601. */
  readonly answerBy: string;
}

/** `open`: what is asked for and the form with what was sent. `sent`: the changes have been received. */
type RevisePageProps =
  | (ContentFormProps & { readonly state: 'open'; readonly reference: string; readonly requested: RequestedChanges })
  | (PageProps & { readonly state: 'sent'; readonly reference: string });

/** The page behind the link with which a submitter answers requested changes. */
export function renderRevisePage(props: RevisePageProps): string {
  const { language, path, reference } = props;
  const words = reviseWords[language];
  const errors = props.state === 'open' ? inPageOrder(props.form, props.errors) : [];
  const title = props.state === 'open' ? words.title : words.sentTitle;
  return renderPage(
    <Frame
      language={language}
      path={path}
      title={titleWith(errors, title, language)}
      sheet={props.state === 'open' ? props.action : undefined}
    >
      <ErrorSummary errors={errors} language={language} />
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <ReferenceLine reference={reference} language={language} />
      {props.state === 'sent' && <p>{words.sentText}</p>}
      {props.state === 'open' && (
        <>
          <Asked requested={props.requested} language={language} />
          <ContentForm sheet={props} send={words.send} />
        </>
      )}
    </Frame>,
  );
}

function Asked({ requested, language }: { requested: RequestedChanges; language: Language }) {
  const words = reviseWords[language];
  const { institution, comment, answerBy } = requested;
  return (
    <div class="ds-card notice" data-color="warning" data-variant="tinted">
      <p>{words.asked(institution)}</p>
      {comment === undefined ? <p>{words.noComment}</p> : <Quotation text={comment} />}
      <p>{words.until(lastDay(answerBy, language))}</p>
    </div>
  );
}
