import type { Language } from '#shared/i18n/language.ts';
import { frameWords } from './words.ts';

/** The short reference by which people speak of a case. */
export function ReferenceLine({ reference, language }: { reference: string; language: Language }) {
  return (
    <p class="hint">
      {frameWords[language].reference}: <strong class="reference">{reference}</strong>
    </p>
  );
}
