import type { Case } from '#shared/case/case.ts';
import type { StepKind } from '#shared/case/question.ts';
import type { Content } from '#shared/forms/form.ts';
import { type Concerned, concernedBy, isInConflict, type Seat } from './conflict.ts';
import type { Institution, ModerationSettings, Moderator, Route } from './settings.ts';

/** No case hangs on one person. */
export const fewestModerators = 2;

/** What of a case says who moderates it. */
export type Routed = Pick<Case, 'form' | 'submitter' | 'round'>;

/** Who is asked about a case. */
export interface Asked {
  /** The institution that moderates it. */
  readonly institution: Institution;
  /** Ids of the moderators who are asked first. */
  readonly reviewers: readonly string[];
  /** How many of them must approve. */
  readonly approvals: number;
}

/** Who is asked first: of the first route that fits, unless the case is that institution's own. */
export function askedFirst(settings: ModerationSettings, of: Routed): Asked {
  const routes = settings.routes.filter((route) => fits(route, of.form, of.round.content));
  return askedBy(settings, concernedBy(of), routes);
}

/**
 * Everybody at the institution who is free to decide. Where those are too few, its deputy is added, then the lead
 * institution's people, then other institutions one by one. `routes` are those that fit, the first of which says how many
 * must approve. When nobody is free, nobody is asked.
 */
export function askedBy(settings: ModerationSettings, of: Concerned, routes: readonly Route[]): Asked {
  const approvals = routes[0]?.approvals ?? 1;
  const freeOf = (people: readonly Moderator[]) => idsOf(people).filter((id) => mayDecide(settings, of, id));
  const places = candidates(settings, routes);
  const lead = leadOf(settings);
  const institution = places.find(({ moderators }) => freeOf(moderators).length > 0) ?? lead;
  let reviewers = idsOnce(freeOf(institution.moderators));
  const others = places.map((place) => [...place.moderators, ...deputyOf(place)]);
  for (const added of [deputyOf(institution), lead.moderators, ...others])
    if (reviewers.length < enough(approvals)) reviewers = idsOnce(reviewers.concat(freeOf(added)));
  return { institution, reviewers, approvals };
}

function enough(approvals: number): number {
  return Math.max(approvals, fewestModerators);
}

/** The institutions in the order in which they are tried: by route, then the lead, then any. */
function candidates(settings: ModerationSettings, routes: readonly Route[]): Institution[] {
  const byRoute = routes.flatMap(({ institution }) => settings.institutions.filter(({ id }) => id === institution));
  return [...new Set([...byRoute, leadOf(settings), ...settings.institutions])];
}

function fits(route: Route, form: string, { countries, themes }: Content): boolean {
  return (
    (route.form === undefined || route.form === form) &&
    (route.countries === undefined || countries.some((country) => route.countries?.includes(country))) &&
    (route.themes === undefined || themes.some((theme) => route.themes?.includes(theme)))
  );
}

/** Who is asked about a case as it stands: at first, in a later round, or to break a tie. */
export function askedOf(settings: ModerationSettings, of: Case): Pick<Asked, 'reviewers' | 'approvals'> {
  const { disagreed } = of.question ?? {};
  if (disagreed !== undefined)
    return {
      approvals: 1,
      reviewers: tieBreakers(
        settings,
        of,
        disagreed.map(({ by }) => by),
      ),
    };
  return of.reviewers.length === 0 ? askedFirst(settings, of) : askedAnew(settings, of, of.reviewers);
}

/** Those of an earlier round who may still decide; others are added as at first where they are too few. */
function askedAnew(settings: ModerationSettings, of: Routed, before: readonly string[]): Asked {
  const first = askedFirst(settings, of);
  const still = before.filter((id) => mayDecide(settings, concernedBy(of), id));
  return still.length < enough(first.approvals)
    ? { ...first, reviewers: idsOnce([...still, ...first.reviewers]) }
    : { ...first, reviewers: still };
}

/** The ids of the moderators whom a step brings in when nobody has answered. */
export function reviewersOfStep(settings: ModerationSettings, of: Routed, step: StepKind): string[] {
  return idsOf(peopleOfStep(settings, of, step)).filter((id) => mayDecide(settings, concernedBy(of), id));
}

function peopleOfStep(settings: ModerationSettings, of: Routed, step: StepKind): readonly Moderator[] {
  switch (step) {
    case 'remind':
      return [];
    case 'ask-deputy':
      return deputyOf(askedFirst(settings, of).institution);
    case 'ask-lead':
      return leadOf(settings).moderators;
  }
}

/** Who breaks a tie: the lead institution's people who have not voted. Empty when nobody is left. */
function tieBreakers(settings: ModerationSettings, of: Routed, voters: readonly string[]): string[] {
  const lead = leadOf(settings);
  return idsOnce(idsOf([...lead.moderators, ...deputyOf(lead)])).filter(
    (id) => mayDecide(settings, concernedBy(of), id) && !voters.includes(id),
  );
}

/** Whether somebody still moderates and has no stake in the case, wherever they sit. */
export function mayDecide(settings: ModerationSettings, of: Concerned, moderatorId: string): boolean {
  const seats = seatsOf(settings).filter(({ moderator }) => moderator.id === moderatorId);
  return seats.length > 0 && seats.every((seat) => !isInConflict(seat, of));
}

/** For which institution somebody stands in: a deputy, or whoever sits elsewhere, for the one that moderates the case. */
export function placeOf(settings: ModerationSettings, of: Routed, { moderator }: Seat): { for?: string } {
  const { id, moderators } = askedFirst(settings, of).institution;
  return moderators.some((one) => one.id === moderator.id) ? {} : { for: id };
}

/** Where a moderator sits; undefined for one who has left, whose links are thereby void. */
export function seatOf(settings: ModerationSettings, moderatorId: string): Seat | undefined {
  return seatsOf(settings).find(({ moderator }) => moderator.id === moderatorId);
}

/** Every seat of every institution; a person may have several. */
export function seatsOf({ institutions }: ModerationSettings): Seat[] {
  return institutions.flatMap((institution) =>
    [...institution.moderators, ...deputyOf(institution)].map((moderator) => ({ moderator, institution })),
  );
}

function deputyOf({ deputy }: Institution): Moderator[] {
  return deputy === undefined ? [] : [deputy];
}

function idsOf(people: readonly Moderator[]): string[] {
  return people.map(({ id }) => id);
}

function idsOnce(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function leadOf(settings: ModerationSettings): Institution {
  const lead = settings.institutions.find((institution) => institution.lead);
  if (lead === undefined) throw new Error('The moderation settings name no lead institution');
  return lead;
}
