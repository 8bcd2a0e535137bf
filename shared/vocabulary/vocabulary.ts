import type { InEveryLanguage, Language } from '#shared/i18n/language.ts';
import source from './vocabulary.json' with { type: 'json' };

/** One entry of a controlled list: the code that is stored, the labels that people read. */
export interface Entry {
  readonly code: string;
  readonly labels: InEveryLanguage<string>;
}

/** The twelve goals belong to the action plan 2021–2024; the set is part of the code, as the next plan may number anew. */
const goalSet = 'ncm-2021-2024';

/** The controlled lists by name. Their labels come from the domain research and carry its doubts (vocabulary.json). */
export const vocabulary = {
  countries: source.countries.map(entry),
  actorTypes: source.actorTypes.map(entry),
  themes: source.themes.map(entry),
  targetGroups: source.targetGroups.map(entry),
  contentLanguages: source.contentLanguages.map(entry),
  priorities: source.vision2030.priorities.map(entry),
  goals: source.vision2030.goals.map((goal) => entry({ ...goal, id: `${goalSet}:${goal.number}` })),
  institutions: source.institutions.map(entry),
  // Worded to follow “How far it has come”, so neuter in Swedish.
  phases: [
    phase('planned', 'Planned', 'Planlagt', 'Planlagt', 'Planerat', 'Suunnitteilla', 'Í undirbúningi'),
    phase('ongoing', 'Ongoing', 'I gang', 'Pågår', 'Pågående', 'Käynnissä', 'Í gangi'),
    phase('ended', 'Ended', 'Afsluttet', 'Avsluttet', 'Avslutat', 'Päättynyt', 'Lokið'),
  ],
} satisfies Record<string, readonly Entry[]>;

export type ListName = keyof typeof vocabulary;

function entry(from: ({ code: string } | { id: string }) & Pick<Entry, 'labels'>): Entry {
  return { code: 'code' in from ? from.code : from.id, labels: from.labels };
}

function phase(code: string, en: string, da: string, nb: string, sv: string, fi: string, is: string): Entry {
  return { code, labels: { en, da, nb, sv, fi, is } };
}

/** The label of a code; the code itself when the list does not know it, as stored entries outlive lists. */
export function labelOf(list: ListName, code: string, language: Language): string {
  return vocabulary[list].find((entry) => entry.code === code)?.labels[language] ?? code;
}

/** The codes of a list, in its order. */
export function codesOf(list: ListName): readonly string[] {
  return vocabulary[list].map((entry) => entry.code);
}
