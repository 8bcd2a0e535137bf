import type { ComponentChildren } from 'preact';
import type { Status } from '#shared/case/status.ts';
import type { Content, FormDefinition } from '#shared/forms/form.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import { Frame, type PageProps, renderPage } from './frame.tsx';
import { ifLonger, nextStep } from './next-step.ts';
import { ReferenceLine } from './reference-line.tsx';
import { SendAgain } from './send-again.tsx';
import { confirmTexts } from './texts/confirm.ts';

/** `too-late`: the address was not confirmed in time and the case is closed. */
export type ConfirmState = 'to-confirm' | 'confirmed' | 'confirmed-before' | 'too-late';

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
    </>
  );
}

function TooLate({ language, form, content }: ConfirmPageProps) {
  return (
    <>
      <p>{confirmTexts.in(language).tooLateText}</p>
      <SendAgain form={form} content={content} language={language} />
    </>
  );
}
