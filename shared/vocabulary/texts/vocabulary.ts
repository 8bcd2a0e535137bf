import { each, family, text } from '#shared/i18n/texts.ts';
import { lists } from '../lists.ts';

/** The labels of all controlled lists. */
export const vocabularyTexts = family(import.meta.dirname, 'vocabulary', {
  countries: each(lists.countries, text),
  actorTypes: each(lists.actorTypes, text),
  themes: each(lists.themes, text),
  targetGroups: each(lists.targetGroups, text),
  contentLanguages: each(lists.contentLanguages, text),
  priorities: each(lists.priorities, text),
  goals: each(lists.goals, text),
  institutions: each(lists.institutions, text),
  phases: each(lists.phases, text),
});
