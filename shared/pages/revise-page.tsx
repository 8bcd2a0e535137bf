import type { ComponentChildren } from 'preact';
import type { FieldComment } from '#shared/case/decision.ts';
import type { Content, FormDefinition } from '#shared/forms/form.ts';
import { pathAt } from '#shared/http/posted-comments.ts';
import type { Language } from '#shared/i18n/language.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import { ContentForm, type ContentFormProps } from './content-form.tsx';
import { ContentList } from './content-list.tsx';
import { idOfAsked } from './field-parts.tsx';
import { ErrorSummary, formAgain, inPageOrder, titleWith } from './form-errors.tsx';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { Quotation } from './prose.tsx';
import { ReferenceLine } from './reference-line.tsx';
import { SendAgain } from './send-again.tsx';
import { reviseTexts } from './texts/revise.ts';
import { momentInWords } from './time.tsx';

/** What the moderators asked for. */
interface RequestedChanges {
  /** The institution's name in the language of the page. */
  readonly institution: string;
  readonly comment?: string | undefined;
  readonly comments?: readonly FieldComment[] | undefined;
  /** ISO 8601. */
  readonly answerBy: string;
}

/** What was saved and not sent: when, and whether just now. */
interface SavedDraft {
  /** ISO 8601. */
  readonly savedAt: string;
  readonly isJustSaved: boolean;
}

/**
 * `open`: what is asked for and the form with what was sent. `overtaken`: what was typed beside the changes that were
 * received before, and the link to the case where there is one. `sent`: the changes have been received. `too-late`: the case
 * is closed, with what was sent in and a button to send it in again.
 */
type RevisePageProps = { readonly reference: string } & (
  | (ContentFormProps & {
      readonly state: 'open';
      /** Absent for changes of the submitter's own to what is published. */
      readonly requested?: RequestedChanges | undefined;
      readonly draft?: SavedDraft | undefined;
    })
  | (ContentFormProps & { readonly state: 'overtaken'; readonly statusUrl?: string | undefined })
  | (PageProps & { readonly state: 'sent' })
  | (PageProps & { readonly state: 'too-late'; readonly form: FormDefinition; readonly content: Content })
);

/** The page behind the link with which a submitter answers requested changes. */
export function renderRevisePage(props: RevisePageProps): string {
  const { language, path, reference } = props;
  const formProps = props.state === 'open' || props.state === 'overtaken' ? props : undefined;
  const errors = formProps === undefined ? [] : inPageOrder(formProps.form, formProps.errors);
  const { title, body } = saidIn(props);
  return renderPage(
    <Frame
      language={language}
      path={path}
      title={titleWith(errors, title, language)}
      formAgain={formProps && formAgain(errors, formProps.action, formProps.action)}
    >
      <ErrorSummary errors={errors} language={language} />
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <ReferenceLine reference={reference} language={language} />
      {body}
    </Frame>,
  );
}

function saidIn(props: RevisePageProps): { title: string; body: ComponentChildren } {
  const texts = reviseTexts.in(props.language);
  switch (props.state) {
    case 'open':
      return { title: texts.title, body: <Open formProps={props} requested={props.requested} draft={props.draft} /> };
    case 'overtaken':
      return { title: texts.overtakenTitle, body: <Overtaken formProps={props} statusUrl={props.statusUrl} /> };
    case 'sent':
      return { title: texts.sentTitle, body: <p>{texts.sentText}</p> };
    case 'too-late':
      return { title: texts.closedTitle, body: <TooLate {...props} /> };
  }
}

function Open({
  formProps,
  requested,
  draft,
}: {
  formProps: ContentFormProps;
  requested: RequestedChanges | undefined;
  draft: SavedDraft | undefined;
}) {
  const { language, form } = formProps;
  const texts = reviseTexts.in(language);
  const asked = (requested === undefined ? [] : askedIn(form, requested)).map(
    ({ path, comment }) => [path, <AboutField key={path} path={path} text={comment} language={language} />] as const,
  );
  return (
    <>
      {draft && <Draft language={language} draft={draft} />}
      {requested ? (
        <Asked form={form} requested={requested} language={language} />
      ) : (
        <p class="lead">{texts.ofPublished}</p>
      )}
      <ContentForm formProps={formProps} send={texts.send} save={texts.save} asked={new Map(asked)} />
    </>
  );
}

function Draft({ language, draft: { savedAt, isJustSaved } }: { language: Language; draft: SavedDraft }) {
  const texts = reviseTexts.in(language);
  const time = momentInWords(savedAt, language);
  return (
    <p class="ds-card notice" data-color={isJustSaved ? 'success' : 'info'} data-variant="tinted">
      {isJustSaved ? texts.saved({ time }) : texts.draft({ time })}
    </p>
  );
}

/** What is asked for field by field. A field that the form has no longer is left out: there is nothing to change. */
function askedIn(form: FormDefinition, { comments = [] }: RequestedChanges): { path: string; comment: string }[] {
  return comments.flatMap(({ pointer, comment }) => {
    const path = pathAt(form, pointer);
    return path === undefined ? [] : [{ path, comment }];
  });
}

/** What moderators wrote about a field, right before it. Links lead here from the top of the page. */
function AboutField({ path, text, language }: { path: string; text: string; language: Language }) {
  return (
    <div class="ds-card notice" data-color="warning" data-variant="tinted" id={idOfAsked(path)}>
      <p>{reviseTexts.in(language).aboutField}</p>
      <Quotation text={text} />
    </div>
  );
}

interface AskedProps {
  readonly form: FormDefinition;
  readonly requested: RequestedChanges;
  readonly language: Language;
}

function Asked({ form, requested, language }: AskedProps) {
  const texts = reviseTexts.in(language);
  const { institution, comment, answerBy } = requested;
  const fields = askedIn(form, requested);
  return (
    <div class="ds-card notice" data-color="warning" data-variant="tinted">
      <p>{texts.asked({ institution })}</p>
      {comment && <Quotation text={comment} />}
      {comment === undefined && fields.length === 0 && <p>{texts.noComment}</p>}
      {fields.length > 0 && <p>{texts.aboutFields}</p>}
      {fields.length > 0 && (
        <ul class="ds-list">
          {fields.map(({ path }) => (
            <li key={path}>
              <a class="ds-link" href={`#${idOfAsked(path)}`}>
                {form.texts.in(language).fields[path]?.label ?? path}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>{texts.until({ day: lastDay(answerBy, language) })}</p>
    </div>
  );
}

/** Sending could only fail again, so there is nothing to press. */
function Overtaken({ formProps, statusUrl }: { formProps: ContentFormProps; statusUrl: string | undefined }) {
  return (
    <>
      {statusUrl && (
        <p>
          <a class="ds-link" href={statusUrl}>
            {reviseTexts.in(formProps.language).toStatus}
          </a>
        </p>
      )}
      <ContentForm formProps={formProps} />
    </>
  );
}

function TooLate({ language, form, content }: PageProps & { form: FormDefinition; content: Content }) {
  return (
    <>
      <p>{reviseTexts.in(language).closedText}</p>
      <SendAgain form={form} content={content} language={language} />
      <ContentList form={form} content={content} language={language} contentLanguage={content.language} />
    </>
  );
}
