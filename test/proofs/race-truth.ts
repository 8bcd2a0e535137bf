import { expect } from 'vitest';
import type { Fact } from '#shared/case/audit.ts';
import type { Case } from '#shared/case/case.ts';
import type { DecisionKind } from '#shared/case/decision.ts';
import { isWaiting } from '#shared/case/driver.ts';
import { needsDriver } from '#shared/case/standing.ts';
import type { Found } from '#shared/catalogue/initiative-store.ts';
import { owedMails } from '#shared/moderation/owed-mails.ts';
import type { ReviewOutcome, UndoOutcome } from '#shared/moderation/review.ts';
import { isUnbroken } from '#test/support/audit-chain.ts';
import { readCase, type Services } from '#test/support/services.ts';

/** What moderators were answered, and what must be true of a case whatever happened at once. */

interface Asked {
  readonly to: string;
  readonly round: number;
}

export type Answer =
  | (Asked & { readonly asked: DecisionKind; readonly outcome: ReviewOutcome | { kind: 'unknown' | 'erased' } })
  | (Asked & {
      readonly asked: 'undo';
      readonly outcome: UndoOutcome | { kind: 'unknown' | 'erased' };
      readonly at: string;
    });

const decided: Partial<Record<Fact['what'], DecisionKind>> = {
  approved: 'approve',
  'changes-requested': 'request-changes',
  rejected: 'reject',
  'revision-rejected': 'reject',
};

/** What the facts of one round come to. */
interface Told {
  /** What each moderator has said and not taken back, oldest first. */
  readonly standing: ReadonlyMap<string, DecisionKind>;
  /** The same, since the others contradicted each other. */
  readonly since: ReadonlyMap<string, DecisionKind>;
  readonly decision: Fact | undefined;
}

/** Reads the facts of a round as a story, in which nothing may happen that cannot. */
export function toldOf(facts: readonly Fact[], round: number): Told {
  const standing = new Map<string, DecisionKind>();
  let since = standing;
  let decision: Fact | undefined;
  for (const fact of facts.filter((one) => one.round === round)) {
    const { by = '', what, vote } = fact;
    if (what === 'voted' && vote !== undefined) {
      expect(decision, 'nobody votes on what is decided').toBeUndefined();
      expect([...standing.keys()], 'nobody votes twice').not.toContain(by);
      standing.set(by, vote);
      since.set(by, vote);
    }
    if (what === 'vote-taken-back') {
      expect(decision, 'nothing is taken back that is decided').toBeUndefined();
      expect([...since.keys()], 'only what was said is taken back').toContain(by);
      standing.delete(by);
      since.delete(by);
    }
    if (what === 'disagreed') since = new Map();
    // An operator had it begin anew: nothing counts that was said before.
    if (what === 'asked-moderators') {
      standing.clear();
      since = standing;
    }
    if (decided[what] !== undefined) {
      expect(decision, 'a round is decided once').toBeUndefined();
      decision = fact;
    }
  }
  return { standing, since, decision };
}

/** Whether what was decided is what those who voted came to. */
export function expectDecided({ since, standing, decision }: Told, current: Case, approvals: number): void {
  if (decision === undefined) return;
  const kind = decided[decision.what];
  const objecting = [...since.values()].find((vote) => vote !== 'approve');
  const approving = [...since.values()].filter((vote) => vote === 'approve').length;
  expect(kind).toBe(objecting ?? 'approve');
  // Votes that contradict each other decide nothing by themselves.
  if (objecting !== undefined) expect(approving).toBe(0);
  else expect(approving).toBeGreaterThanOrEqual(since === standing ? approvals : 1);
  if (current.decision?.round !== decision.round) return;
  expect(current.decision.decision).toBe(kind);
  const votes = (current.decision.votes ?? []).map(({ by, decision: vote }) => [by, vote]);
  expect(Object.fromEntries(votes)).toEqual(Object.fromEntries(standing));
}

/** Whether what each person was told has stayed true, the last of it above all. */
export function expectKept(answers: readonly Answer[], facts: readonly Fact[], round: number): void {
  const { standing } = toldOf(facts, round);
  const ofRound = facts.filter((fact) => fact.round === round);
  for (const who of new Set(answers.map(({ to }) => to))) {
    const own = answers.filter(({ to }) => to === who);
    const told = (kind: string) => own.filter(({ outcome }) => outcome.kind === kind).length;
    const happened = (what: Fact['what']) => ofRound.filter((one) => one.what === what && one.by === who).length;
    // What was taken is there, and what was refused is nowhere.
    expect(happened('voted'), `the votes of ${who}`).toBe(told('voted'));
    expect(happened('vote-taken-back'), who).toBeLessThanOrEqual(told('taken-back'));
    const last = own.findLast(({ outcome: { kind } }) => said.has(kind));
    if (last === undefined) continue;
    const where = `${who} asked to ${last.asked} and was told ${last.outcome.kind}`;
    if (last.asked !== 'undo') expect(standing.get(who), where).toBe(last.asked);
    else expect(standing.has(who), where).toBe(last.outcome.kind === 'too-late');
  }
  for (const answer of answers) {
    const { outcome } = answer;
    if (answer.asked === 'undo' && outcome.kind === 'taken-back')
      expect(answer.at < finalAt(answers), 'nothing is taken back that is final').toBe(true);
    if (outcome.kind !== 'decided-before') continue;
    const { by, decision: vote } = outcome.vote;
    expect(ofRound).toContainEqual(expect.objectContaining({ what: 'voted', by, vote }));
  }
}

/** When what was first voted is final, as those were told who voted; after all times when nobody was. */
function finalAt(answers: readonly Answer[]): string {
  const clear = answers.flatMap(({ outcome }) =>
    outcome.kind === 'voted' ? (outcome.case.question?.settlesAt ?? []) : [],
  );
  return clear[0] ?? 'never';
}

/** Answers that say where somebody's vote stands. */
const said: ReadonlySet<string> = new Set(['voted', 'voted-before', 'taken-back', 'too-late']);

/** Whether a case is where nothing more happens by itself: it has ended, waits for somebody as it should, or is parked. */
export async function expectAtRest(ports: Services, id: string): Promise<Case> {
  const current = await readCase(ports, id);
  if (current.parked !== undefined) expect(current.driver?.phase).toBe('ended');
  else if (needsDriver(current)) {
    expect(isWaiting(current, ports.now()), `${current.status} waits`).toBe(true);
    expect(ports.workflow.waiting).toContain(current.question?.token);
  } else expect(current).toMatchObject({ told: true, driver: { phase: 'ended' } });
  const sent = await ports.cases.sentMails(id);
  for (const { key } of owedMails(current)) expect([...sent]).toContain(key);
  expect(isUnbroken(await ports.cases.facts(current))).toBe(true);
  return current;
}

/** Whether readers see what the case says, and of whom they may ask. */
export function expectShown({ publication, round }: Case, found: Found): void {
  expect(found).toMatchObject({ kind: 'public', initiative: { title: round.content.title } });
  expect(found.kind === 'public' && found.initiative['contact'] !== undefined).toBe(publication?.showsContact);
}

/** Whether nobody was thanked for a decision before it was one. */
export function expectToldAfterwards({ decision }: Case, notices: readonly { sk: string; at: string }[]): void {
  const thanks = notices.filter(({ sk }) => sk.startsWith(`notice#acknowledgement/${decision?.round}`));
  for (const { sk, at } of thanks) expect(at >= (decision?.settledAt ?? ''), sk).toBe(true);
}
