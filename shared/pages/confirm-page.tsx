import type { ComponentChildren } from 'preact';
import type { Status } from '#shared/case/status.ts';
import type { Content, FormDefinition } from '#shared/forms/form.ts';
import { notMe } from '#shared/http/posted-confirmation.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import { unwantedFor } from '#shared/moderation/mail-budget.ts';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { ifLonger, nextStep } from './next-step.ts';
import { ReferenceLine } from './reference-line.tsx';
import { SendAgain } from './send-again.tsx';
import { confirmTexts } from './texts/confirm.ts';

const day = 86_400_000;

/**
 * `too-late`: the address was not confirmed in time and the case is closed. `to-disown`: somebody who sent nothing in is asked
 * once more; `disowned`: it is withdrawn, and `disowned-for-long`: nor are they written to for a while.
 */
export type ConfirmState =
  | 'to-confirm'
  | 'confirmed'
  | 'confirmed-before'
  | 'too-late'
  | 'to-disown'
  | 'disowned'
  | 'disowned-for-long';

interface ConfirmPageProps extends PageProps {
  readonly state: ConfirmState;
  /** The form that was sent in. */
  readonly form: FormDefinition;
  readonly reference: string;
  /** What was sent in. */
  readonly content: Content;
  readonly status: Status;
  /** ISO 8601. */
  readonly answerBy?: string | undefined;
}

/** The page behind the link that confirms an address: a button that does it, or what came of it. */
export function renderConfirmPage(props: ConfirmPageProps): string {
  const { language, path, reference, content } = props;
  const { heading, body } = saidIn(props);
  return renderPage(
    <Frame language={language} path={path} title={heading}>
      <h1 class="ds-heading" data-size="lg">
        {heading}
      </h1>
      <p class="lead" lang={content.language}>
        {content.title}
      </p>
      <ReferenceLine reference={reference} language={language} />
      {body}
    </Frame>,
  );
}

function saidIn(props: ConfirmPageProps): { heading: string; body: ComponentChildren } {
  const texts = confirmTexts.in(props.language);
  switch (props.state) {
    case 'to-confirm':
      return { heading: texts.title, body: <Button {...props} /> };
    case 'confirmed':
      return { heading: texts.confirmedTitle, body: <p>{`${texts.confirmedText} ${ifLonger(props.language)}`}</p> };
    case 'confirmed-before':
      return { heading: texts.confirmedBeforeTitle, body: <p>{whatIsNext(props)}</p> };
    case 'too-late':
      return { heading: texts.tooLateTitle, body: <TooLate {...props} /> };
    case 'to-disown':
      return { heading: texts.notMeTitle, body: <AskOnceMore {...props} /> };
    case 'disowned':
      return { heading: texts.notMeDoneTitle, body: <p>{texts.notMeDoneText}</p> };
    case 'disowned-for-long':
      return {
        heading: texts.notMeDoneTitle,
        body: <p>{`${texts.notMeDoneText} ${texts.notMeQuiet({ days: unwantedFor / day })}`}</p>,
      };
  }
}

/** After the confirmation the page tells where the case stands today. */
function whatIsNext({ language, status, answerBy }: ConfirmPageProps): string {
  return nextStep(language, status, answerBy);
}

/** The button is what confirms; opening the page does nothing. */
function Button({ language, path, answerBy }: ConfirmPageProps) {
  const texts = confirmTexts.in(language);
  return (
    <>
      <p>{texts.explain}</p>
      <form method="post" action={path}>
        <input type="hidden" name="_lang" value={language} />
        <button class="ds-button" type="submit">
          {texts.button}
        </button>
      </form>
      <p class="hint">
        {texts.nothingYet} {answerBy && texts.until({ day: lastDay(answerBy, language) })}
      </p>
      <p>
        <a class="ds-link" href={asking(path, notMe)}>
          {texts.notMe}
        </a>
      </p>
    </>
  );
}

/** The button is what withdraws; the link that leads here does nothing. */
function AskOnceMore({ language, path }: ConfirmPageProps) {
  const texts = confirmTexts.in(language);
  const address = asking(path, undefined);
  return (
    <>
      <p>{texts.notMeText}</p>
      <form method="post" action={address}>
        <input type="hidden" name="_lang" value={language} />
        <button class="ds-button" type="submit" name="action" value={notMe}>
          {texts.notMeButton}
        </button>
      </form>
      <p class="hint">{texts.nothingYet}</p>
      <p>
        <a class="ds-link" href={address}>
          {texts.notMeBack}
        </a>
      </p>
    </>
  );
}

/** The same page asking about an action, or about none. */
function asking(path: string, action: string | undefined): string {
  const [address = '/', query] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  if (action === undefined) parameters.delete('action');
  else parameters.set('action', action);
  return parameters.size === 0 ? address : `${address}?${parameters}`;
}

function TooLate({ language, form, content }: ConfirmPageProps) {
  return (
    <>
      <p>{confirmTexts.in(language).tooLateText}</p>
      <SendAgain form={form} content={content} language={language} />
    </>
  );
}
