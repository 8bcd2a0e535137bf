import type { Content, FormDefinition } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import { valuesOfContent } from './form-values.ts';
import { formTexts } from './texts/form.ts';

interface SendAgainProps {
  readonly form: FormDefinition;
  /** What was sent in. */
  readonly content: Content;
  readonly language: Language;
}

/**
 * Leads who comes too late to the form with everything filled in, so that nothing need be written again. Also the contact
 * whom the page itself does not show before the address is confirmed: the mail that led here has named them already.
 */
export function SendAgain({ form, content, language }: SendAgainProps) {
  const values = [...valuesOfContent(content)].flatMap(([name, all]) => all.map((value) => ({ name, value })));
  return (
    <form method="post" action={`/forms/${form.id}`} acceptCharset="utf-8">
      <input type="hidden" name="_lang" value={language} />
      {values.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <button class="ds-button" type="submit">
        {formTexts.in(language).sendThisAgain}
      </button>
    </form>
  );
}
