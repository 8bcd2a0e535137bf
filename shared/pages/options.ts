import type { Language } from '#shared/i18n/language.ts';
import type { ListName } from '#shared/vocabulary/lists.ts';
import { codesOf, labelOf } from '#shared/vocabulary/vocabulary.ts';

/** One thing to choose, as people read it. */
export interface Option {
  readonly code: string;
  readonly label: string;
}

/** Target groups who are not helped by an initiative but may learn from it; the form asks for them apart. */
const audiences: readonly string[] = ['practitioners', 'policy_makers', 'employers', 'volunteers', 'receiving_society'];

/** The entries of a controlled list in a language. */
export function optionsOf(list: ListName, language: Language): Option[] {
  return codesOf(list).map((code) => ({ code, label: standingAlone(labelOf(list, code, language), language) }));
}

/** The target groups in two: those whom it is for, and those who can use it. */
export function inTwoGroups(options: readonly Option[]): { people: Option[]; audiences: Option[] } {
  const isAudience = ({ code }: Option) => audiences.includes(code);
  return { people: options.filter((option) => !isAudience(option)), audiences: options.filter(isAudience) };
}

/** Nordic names of languages are stored in lower case, as they stand inside a sentence. */
export function standingAlone(label: string, language: Language): string {
  return label.slice(0, 1).toLocaleUpperCase(language) + label.slice(1);
}
