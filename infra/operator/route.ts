import { readFileSync } from 'node:fs';
import { hashOf } from '#shared/case/content-hash.ts';
import { stepsOf, windowOf } from '#shared/case/question.ts';
import { type Content, checkContent } from '#shared/forms/form.ts';
import { findForm } from '#shared/forms/forms.ts';
import { type Conflict, concernedBy, conflictOf } from '#shared/moderation/conflict.ts';
import { askedFirst, type Routed, reviewersOfStep, seatsOf } from '#shared/moderation/routing.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import { exits, Stopped } from './ending.ts';

interface Route {
  readonly institution: string;
  /** How many must approve. */
  readonly approvals: number;
  /** Ids of those who are asked first. */
  readonly asked: readonly string[];
  readonly leftOut: readonly { readonly moderator: string; readonly institution: string; readonly why: Conflict }[];
  /** What happens while nobody answers, if they were asked now. */
  readonly ladder: readonly { readonly at: string; readonly step: string; readonly asked: readonly string[] }[];
}

/** Where a submission would go by these settings. @throws Stopped when the file is no submission. */
export function routeOf(settings: ModerationSettings, form: string, file: string, now: Date): Route {
  const content = contentOf(form, file);
  const round = { number: 1, content, contentHash: hashOf(content), postedAt: now.toISOString() };
  const of: Routed = { form, submitter: content.contact, round };
  const { institution, reviewers, approvals } = askedFirst(settings, of);
  const at = (after: number) => new Date(now.getTime() + after).toISOString();
  const steps = stepsOf('review').map(({ after, kind }) => {
    return { at: at(after), step: kind, asked: reviewersOfStep(settings, of, kind) };
  });
  return {
    institution: institution.id,
    approvals,
    asked: reviewers,
    leftOut: seatsOf(settings).flatMap((seat) => {
      const why = conflictOf(seat, concernedBy(of));
      return why === undefined ? [] : [{ moderator: seat.moderator.id, institution: seat.institution.id, why }];
    }),
    ladder: [...steps, { at: at(windowOf('review')), step: 'park', asked: [] }],
  };
}

function contentOf(id: string, file: string): Content {
  const form = findForm(id);
  if (form === undefined) throw new Stopped(exits.notFound, `There is no form ${id}.`);
  const checked = checkContent(form, read(file));
  if (checked.kind === 'fits') return checked.content;
  const faults = checked.errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
  throw new Stopped(exits.refused, `${file} would not be taken: ${faults}.`);
}

function read(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Stopped(exits.notFound, `There is no file ${file}.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Stopped(exits.refused, `${file} is no JSON.`);
  }
}

const reasons: Readonly<Record<Conflict, string>> = {
  'own-address': 'it comes from their own address or names it as contact',
  'own-domain': 'it comes from an address of their institution',
  'own-organisation': 'it comes from an organisation of theirs',
};
const steps: Readonly<Record<string, string>> = {
  remind: 'they are reminded',
  'ask-deputy': 'the deputy is asked',
  'ask-lead': 'the lead institution is asked, and the submitter is told of the delay',
  park: 'the case is parked, and an alarm rings',
};

/** The same in words. */
export function tellRoute({ institution, approvals, asked, leftOut, ladder }: Route): string[] {
  return [
    `It would go to ${institution}, where ${approvals} must approve.`,
    asked.length === 0 ? 'Nobody is free to decide: it would be parked.' : `Asked: ${asked.join(', ')}.`,
    ...leftOut.map(
      ({ moderator, institution: place, why }) => `Left out: ${moderator} (${place}), as ${reasons[why]}.`,
    ),
    'While nobody answers, if it were asked now:',
    ...ladder.map(({ at, step, asked: others }) => `  ${at}  ${[steps[step], ...others].join('  ')}`),
  ];
}
