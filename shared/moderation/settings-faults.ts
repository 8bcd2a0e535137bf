import { findForm } from '#shared/forms/forms.ts';
import { codesOf, labelOf } from '#shared/vocabulary/vocabulary.ts';
import { personOf } from './conflict.ts';
import { askedBy, fewestModerators, seatsOf } from './routing.ts';
import type { Institution, ModerationSettings, Route } from './settings.ts';

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
  if (last === undefined || !fitsAll(last))
    faults.push('The last route has conditions, so some submissions would find no moderator');
  const leads = settings.institutions.filter((institution) => institution.lead);
  if (leads.length !== 1) faults.push(`There must be one lead institution, not ${leads.length}`);
  for (const lead of leads)
    if (lead.moderators.length === 0) faults.push(`The lead institution ${lead.id} has no moderator`);
  return [...faults, ...doubles(settings), ...(faults.length === 0 ? unreachable(settings) : [])];
}

function peopleAt({ moderators }: Institution): number {
  return new Set(moderators.map(({ id }) => id)).size;
}

/** An id is one person and a person one id: or one person could approve twice. */
function doubles(settings: ModerationSettings): string[] {
  const people = seatsOf(settings).map(({ moderator }) => ({ id: moderator.id, person: personOf(moderator) }));
  const faults = people.flatMap((one, index) =>
    people.slice(0, index).flatMap((before) => {
      if (one.id === before.id && one.person !== before.person) return [`Two moderators share the id ${one.id}`];
      if (one.id !== before.id && one.person === before.person) return [`${before.id} and ${one.id} are one person`];
      return [];
    }),
  );
  return [...new Set(faults)];
}

/** Every route must come to its approvals, whoever sends something in: what an institution itself sends in, its people leave alone. */
function unreachable(settings: ModerationSettings): string[] {
  return settings.routes.flatMap((route, index) => {
    const { approvals = 1 } = route;
    const name = `Route ${index + 1} (to ${route.institution})`;
    const fitting = [route, ...settings.routes.slice(index + 1).filter(fitsAll)];
    return sendersIn(settings).flatMap(({ sender, email = '', organisation = '' }) => {
      const of = { submitter: { email }, contact: { email: '' }, organisation };
      const able = askedBy(settings, of, fitting).reviewers.length;
      if (able >= approvals) return [];
      const whose = sender === undefined ? '' : ` about what ${sender} sends in`;
      return [`${name} needs ${approvals} to approve, but ${able} can decide${whose}`];
    });
  });
}

interface Sender {
  /** Undefined for somebody in whom nobody has a stake. */
  readonly sender?: string;
  readonly email?: string;
  readonly organisation?: string;
}

/** Everybody because of whom moderators have to leave a case to others. */
function sendersIn(settings: ModerationSettings): Sender[] {
  const { institutions } = settings;
  const people = seatsOf(settings).map(({ moderator }) => moderator);
  const domains = new Set(institutions.flatMap(({ domains = [] }) => domains));
  const organisations = new Set(people.flatMap(({ belongsTo = [] }) => belongsTo));
  return [
    {},
    ...institutions.map(({ id }) => ({ sender: id, organisation: labelOf('institutions', id, 'en') })),
    ...[...domains].map((domain) => ({ sender: domain, email: `somebody@${domain}` })),
    ...[...organisations].map((organisation) => ({ sender: organisation, organisation })),
    ...[...new Map(people.map(({ id, email }) => [id, email]))].map(([sender, email]) => ({ sender, email })),
  ];
}

function fitsAll({ form, countries, themes }: Route): boolean {
  return form === undefined && countries === undefined && themes === undefined;
}
