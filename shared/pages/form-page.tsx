import type { Language } from '#shared/i18n/language.ts';
import { proverHref } from './asset-names.ts';
import { ContentForm, type ContentFormProps } from './content-form.tsx';
import { ErrorSummary, formAgain, inPageOrder, titleWith } from './form-errors.tsx';
import { Frame, renderPage } from './frame.tsx';
import { Prose } from './prose.tsx';
import { formTexts } from './texts/form.ts';

/** The page on which somebody fills in a form: what belongs here first, then the fields. */
export function renderFormPage(props: ContentFormProps): string {
  const { language, path, form, robotCheck } = props;
  const errors = inPageOrder(form, props.errors);
  const texts = formTexts.in(language);
  const { invitation: title, introduction } = form.texts.in(language);
  return renderPage(
    <Frame
      language={language}
      path={path}
      title={titleWith(errors, title, language)}
      formAgain={formAgain(errors, props.action, `/forms/${form.id}`)}
    >
      <ErrorSummary errors={errors} language={language} />
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <Prose text={introduction} />
      {robotCheck && !robotCheck.isTried && <Proving language={language} />}
      <ContentForm formProps={props} send={texts.send} />
      {robotCheck && !robotCheck.isTried && <script src={proverHref} data-challenge={robotCheck.challengeUrl} />}
      <p class="hint">{texts.next}</p>
    </Frame>,
  );
}

/** Says that the page's script is at work; without a script nobody sees it. */
function Proving({ language }: { language: Language }) {
  return (
    <p id="proving" class="ds-card notice" data-color="info" data-variant="tinted" role="status" hidden>
      {formTexts.in(language).proving}
    </p>
  );
}
