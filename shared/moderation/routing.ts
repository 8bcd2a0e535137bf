import type { StepKind } from '#shared/case/question.ts';
import type { Content } from '#shared/forms/form.ts';
import { findForm } from '#shared/forms/forms.ts';
import { codesOf } from '#shared/vocabulary/vocabulary.ts';
import type { Institution, ModerationSettings, Moderator, Route } from './settings.ts';

/** No case hangs on one person. */
const fewestModerators = 2;

/** A moderator and the institution in whose name they decide. */
export interface Seat {
  readonly moderator: Moderator;
  readonly institution: Institution;
}

/** The institution that moderates a submission: the one of the first route that fits. */
export function institutionFor(settings: ModerationSettings, form: string, content: Content): Institution {
  const route = settings.routes.find((candidate) => fits(candidate, form, content));
  const institution = settings.institutions.find((candidate) => candidate.id === route?.institution);
  if (institution === undefined) throw new Error('No route of the moderation settings fits');
  return institution;
}

function fits(route: Route, form: string, { countries, themes }: Content): boolean {
  return (
    (route.form === undefined || route.form === form) &&
    (route.countries === undefined || countries.some((country) => route.countries?.includes(country))) &&
    (route.themes === undefined || themes.some((theme) => route.themes?.includes(theme)))
  );
}

/** The ids of the moderators who are asked first. */
export function firstReviewers(settings: ModerationSettings, form: string, content: Content): string[] {
  return institutionFor(settings, form, content).moderators.map((moderator) => moderator.id);
}

/** The ids of the moderators whom a step brings in when nobody has answered. */
export function reviewersOfStep(
  settings: ModerationSettings,
  form: string,
  content: Content,
  step: StepKind,
): string[] {
  if (step === 'remind') return [];
  const asked = step === 'ask-deputy' ? institutionFor(settings, form, content) : leadOf(settings);
  if (step === 'ask-deputy') return asked.deputy === undefined ? [] : [asked.deputy.id];
  return asked.moderators.map((moderator) => moderator.id);
}

function leadOf(settings: ModerationSettings): Institution {
  const lead = settings.institutions.find((institution) => institution.lead);
  if (lead === undefined) throw new Error('The moderation settings name no lead institution');
  return lead;
}

/** Where a moderator sits; undefined for one who has left, whose links are thereby void. */
export function seatOf(settings: ModerationSettings, moderatorId: string): Seat | undefined {
  for (const institution of settings.institutions) {
    const people = [...institution.moderators, ...(institution.deputy === undefined ? [] : [institution.deputy])];
    const moderator = people.find((person) => person.id === moderatorId);
    if (moderator !== undefined) return { moderator, institution };
  }
  return undefined;
}

/** A misspelt code would fit no submission, and nobody would notice. */
function unknownCodes({ countries = [], themes = [] }: Route): string[] {
  const known = new Set([...codesOf('countries'), ...codesOf('themes')]);
  return [...countries, ...themes].filter((code) => !known.has(code));
}

/** What is wrong with the settings, in sentences that name the route; empty when every submission finds its moderators. */
export function faultsOf(settings: ModerationSettings): string[] {
  const faults: string[] = [];
  const known = new Map(settings.institutions.map((institution) => [institution.id, institution]));
  for (const [index, route] of settings.routes.entries()) {
    const name = `Route ${index + 1} (to ${route.institution})`;
    const institution = known.get(route.institution);
    if (institution === undefined) faults.push(`${name} leads to an institution that is not defined`);
    else if (institution.moderators.length === 0) faults.push(`${name} leads to an institution without a moderator`);
    else if (peopleAt(institution) < fewestModerators) faults.push(`${name} leads to a single moderator`);
    for (const code of unknownCodes(route))
      faults.push(`${name} waits for ${code}, which is no code of the vocabulary`);
    if (route.form !== undefined && findForm(route.form) === undefined)
      faults.push(`${name} waits for the form ${route.form}, which is not offered`);
  }
  const last = settings.routes.at(-1);
  const fitsAll = last !== undefined && !last.form && !last.countries && !last.themes;
  if (!fitsAll) faults.push('The last route has conditions, so some submissions would find no moderator');
  const leads = settings.institutions.filter((institution) => institution.lead);
  if (leads.length !== 1) faults.push(`There must be one lead institution, not ${leads.length}`);
  for (const lead of leads)
    if (lead.moderators.length === 0) faults.push(`The lead institution ${lead.id} has no moderator`);
  return [...faults, ...doubles(settings)];
}

function peopleAt({ moderators }: Institution): number {
  return new Set(moderators.map(({ id }) => id)).size;
}

function doubles(settings: ModerationSettings): string[] {
  const people = settings.institutions.flatMap((institution) => [
    ...institution.moderators,
    ...(institution.deputy ? [institution.deputy] : []),
  ]);
  const seen = new Map<string, string>();
  return people.flatMap(({ id, email }) => {
    const before = seen.get(id);
    seen.set(id, email);
    return before === undefined || before === email ? [] : [`Two moderators share the id ${id}`];
  });
}
