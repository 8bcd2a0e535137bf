import type { BrowserFields } from '#shared/http/body.ts';
import { showAgain } from '#shared/http/posted-form.ts';
import type { RefusedField } from '#shared/http/problem.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Letter } from '#shared/mail/letter.ts';
import { ErrorSummary, titleWith } from './form-errors.tsx';
import { Frame, formId, type PageProps, renderPage } from './frame.tsx';
import { HiddenValues } from './hidden-values.tsx';
import { LetterBody } from './letter-body.tsx';
import { reviewTexts } from './texts/review.ts';

interface PreviewPageProps extends PageProps {
  /** What was posted: sent on from here, or taken back to the page. */
  readonly values: BrowserFields;
  /** What is wrong with it; then there is no mail. */
  readonly errors: readonly RefusedField[];
  readonly mail?: { readonly letter: Letter; readonly language: Language };
}

/** The mail that a decision would cause. One button sends it, the other leads back with everything that was typed. */
export function renderPreviewPage({ language, path, values, errors, mail }: PreviewPageProps): string {
  const texts = reviewTexts.in(language);
  const review = path.slice(0, path.lastIndexOf('/'));
  const sentences = errors.map(({ detail }) => ({ path: '', sentence: detail }));
  const title = mail === undefined ? texts.noPreview : texts.previewTitle;
  return renderPage(
    <Frame
      language={language}
      path={path}
      title={titleWith(sentences, title, language)}
      formAgain={{ address: path, action: showAgain }}
    >
      <ErrorSummary errors={sentences} language={language} />
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      {mail && <p>{texts.previewText}</p>}
      {mail && (
        <section class="mail ds-card" lang={mail.language} aria-labelledby="subject">
          <h2 class="ds-heading" data-size="xs" id="subject">
            <span lang={language}>{texts.subject}: </span>
            {mail.letter.subject}
          </h2>
          <LetterBody letter={mail.letter} />
        </section>
      )}
      <form id={formId} method="post" action={review} acceptCharset="utf-8">
        <HiddenValues values={values} />
        <input type="hidden" name="_lang" value={language} />
        <div class="buttons">
          {mail && (
            <button class="ds-button" type="submit">
              {texts.button}
            </button>
          )}
          <button class="ds-button" data-variant="secondary" type="submit" name="_action" value={showAgain}>
            {texts.back}
          </button>
        </div>
      </form>
    </Frame>,
  );
}
