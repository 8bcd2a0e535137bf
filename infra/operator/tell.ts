import type * as z from 'zod/mini';
import type { answers, CaseAct } from '#functions/operations/attend-case/contract.ts';
import { caseCommands } from './case-commands.ts';
import { type Exit, exits } from './ending.ts';

/** What people read of an answer, and how the command ends. With `--json` they get the answer itself. */
export interface Told {
  readonly exit: Exit;
  /** How it ended. */
  readonly lines: readonly string[];
  /** What was found, however it ended. */
  readonly found?: readonly string[];
}

type Answers = { readonly [Act in keyof typeof answers]: z.infer<(typeof answers)[Act]> };

/** What came of an act on one case. */
export function tellAct(act: CaseAct, id: string, dryRun: boolean, answer: Answers['act']): Told {
  const { nothing, refused = 'That is not possible now.' } = caseCommands[act];
  const { outcome, status = 'unknown', settlesAt = '' } = answer;
  switch (outcome) {
    case 'attended':
      return dryRun
        ? told(exits.done, `Dry run: ${act} would be done, and the case would be ${status}. Nothing was changed.`)
        : told(exits.done, `Done: ${act}. The case is ${status}.`);
    case 'nothing-to-do':
      return told(exits.nothingToDo, `Nothing to do: ${nothing} The case is ${status}.`);
    case 'decided':
      return told(
        exits.refused,
        `Refused: it is decided, and final at ${settlesAt}. Until then its voters can take it back.`,
      );
    case 'not-possible':
      return told(exits.refused, `Refused: ${refused} The case is ${status}.`);
    default:
      return tellMissing(outcome, id);
  }
}

/** Why there is nothing to act on. */
export function tellMissing(outcome: Answers['act']['outcome'], id: string): Told {
  return outcome === 'erased'
    ? told(exits.nothingToDo, 'Nothing to do: this case was erased.')
    : told(exits.notFound, `There is no case ${id} in this stage. Look at "list", and check --stage.`);
}

export function tellResumed(dryRun: boolean, { resumed, failed, more }: Answers['resume-all']): Told {
  const lines = [dryRun ? `Dry run: ${resumed} would be resumed. Nothing was changed.` : `Resumed: ${resumed}.`];
  if (failed > 0) lines.push(`Failed: ${failed}. They are still parked, and the log of attend-case names them.`);
  if (more && dryRun) lines.push('There are more than could be looked at in one go.');
  if (more && !dryRun) lines.push('There are more: repeat the command.');
  const done = resumed > 0 || more ? exits.done : exits.nothingToDo;
  return { exit: failed > 0 ? exits.refused : done, lines };
}

export function tellList({ cases }: Answers['list']): Told {
  if (cases.length === 0) return told(exits.done, 'Nothing.');
  const lines = cases.map(({ submissionId, reference = '', since, status, parked, held, unreadable }) => {
    const why = unreadable ? 'cannot be read: a later release wrote it' : (parked?.why ?? held?.why ?? '');
    return [submissionId, reference.padEnd(9), since, status ?? '', why].join('  ').trimEnd();
  });
  return { exit: exits.done, lines };
}

/** A case for people: what there is of it, one thing a line. */
export function tellCase(id: string, { outcome, case: shown }: Answers['show']): Told {
  if (shown === undefined) return tellMissing(outcome, id);
  const { facts, mails, content, ...rest } = shown;
  const lines = Object.entries(rest).map(
    ([name, value]) => `${name.padEnd(14)} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  lines.push('', 'What happened:');
  for (const { at, what, round, by, for: place, vote, reason } of facts)
    lines.push(
      `  ${at}  ${[what, `round ${round}`, vote, reason, by, place && `for ${place}`].filter(Boolean).join(', ')}`,
    );
  lines.push('', 'Mails that have left:', ...mails.map((key) => `  ${key}`));
  if (content !== undefined) lines.push('', 'What was sent in (personal data):', JSON.stringify(content, undefined, 2));
  return { exit: exits.done, lines };
}

export function tellFound(found: NonNullable<Answers['find']['found']>): Told {
  if (found.length === 0) return told(exits.notFound, 'There is no such case in this stage. Check --stage.');
  const lines = found.map(({ submissionId, reference, status }) => `${submissionId}  ${reference}  ${status}`);
  return { exit: exits.done, lines };
}

const whatBroke = { missing: 'is missing', altered: 'was altered', 'other-text': 'sealed another text' } as const;

/** The history as lines of JSON. Each has the mark that the mails have which left while it was the newest. */
export function tellAudit(id: string, { outcome, reference, facts, broken, owed = [] }: Answers['audit']): Told {
  if (facts === undefined) return tellMissing(outcome, id);
  const whole = broken === undefined ? facts : facts.filter(({ number }) => number < broken.number);
  const found = whole.map((fact) => JSON.stringify({ ...fact, mark: `${reference} ${fact.hash.slice(0, 12)}` }));
  const lines = owed.map((key) => `A mail is owed and not noted: ${key}.`);
  if (broken !== undefined) lines.unshift(`Broken: fact ${broken.number} ${whatBroke[broken.why]}.`);
  return { exit: lines.length === 0 ? exits.done : exits.refused, found, lines };
}

function told(exit: Exit, line: string): Told {
  return { exit, lines: [line] };
}
