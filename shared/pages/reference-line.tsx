import type { Language } from '#shared/i18n/language.ts';
import { frameTexts } from './texts/frame.ts';

/** The short reference by which people speak of a case. */
export function ReferenceLine({ reference, language }: { reference: string; language: Language }) {
  return (
    <p class="hint">
      {frameTexts.in(language).reference}: <strong class="reference">{reference}</strong>
    </p>
  );
}
