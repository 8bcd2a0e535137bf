import { describe, expect, it, vi } from 'vitest';
import { confirm } from '#shared/case/answers.ts';
import type { Question } from '#shared/case/case.ts';
import { newLink } from '#shared/case/case-links.ts';
import { takeUp } from '#shared/case/driver.ts';
import { entryIdOf } from '#shared/case/publication.ts';
import { rest, type Standing } from '#shared/case/standing.ts';
import { updateCatalogue } from '#shared/catalogue/update-catalogue.ts';
import { submit } from '#shared/intake/submit.ts';
import { askAndWait } from '#shared/moderation/ask-and-wait.ts';
import { driveCase } from '#shared/moderation/drive-case.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import { openReview, voteOnReview } from '#shared/moderation/review.ts';
import { tellOutcome } from '#shared/moderation/tell-outcome.ts';
import { onExecutionEnded, reconcileDue } from '#shared/operations/reconcile.ts';
import { isUnbroken } from '#test/support/audit-chain.ts';
import { content } from '#test/support/cases.ts';
import { type FaultKind, oneFault } from '#test/support/faults.ts';
import { readCase, type Services, useServices } from '#test/support/services.ts';
import { useTables } from '#test/support/tables.ts';

vi.mock('#shared/aws/metrics.ts', () => ({ count: vi.fn(), measureOldestWaiting: vi.fn() }));
for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});

const tables = useTables();
const questions = new Map<Standing['next'], Question['kind']>([
  ['ask-submitter', 'confirm'],
  ['ask-moderators', 'review'],
  ['ask-for-changes', 'revise'],
]);

/** The workflow in a few lines: tasks in the order that the case's standing asks for. A task is tried `tries` times. */
async function drives(
  ports: Services,
  submissionId: string,
  execution: string,
  from: Standing | undefined,
  tries: number,
) {
  const input = { submissionId, execution, token: `${execution} waits` };
  const task = async (perform: () => Promise<Standing>) => {
    for (let left = tries; ; left -= 1) {
      try {
        return await perform();
      } catch (error) {
        if (left === 1) throw error;
      }
    }
  };
  let standing =
    from ??
    (await task(async () => (await driveCase(ports, submissionId, (it, now) => takeUp(it, execution, now))).standing));
  while (standing.next !== 'rest') {
    const { next } = standing;
    const kind = questions.get(next);
    if (kind !== undefined) {
      ports.workflow.waiting.add(input.token);
      await task(() => askAndWait(ports, kind, input).then(() => rest));
      return;
    }
    standing = await task(() => (next === 'publish' ? updateCatalogue : tellOutcome)(ports, submissionId, execution));
  }
  ports.workflow.end(execution);
}

/** People try again when they see an error, and so does AWS with an event. */
async function insist<Result>(act: () => Promise<Result>): Promise<Result> {
  return act().catch(act);
}

/** A whole life from the form to the catalogue, with one fault in it. Gives what the world saw. */
async function live(at: number, kind: FaultKind, tries: number, refused: readonly string[]) {
  const fault = oneFault(at, kind);
  const sane = useServices(tables);
  const seen = useServices(fault.over(tables));
  const { mailer, workflow, bus } = seen;
  for (const address of refused) mailer.refused.add(address);
  const ports: Services = {
    ...seen,
    mailer: { ...mailer, send: (mail) => fault.attempt(() => mailer.send(mail)) },
    workflow: {
      ...workflow,
      start: (name) => fault.attempt(() => workflow.start(name)),
      wake: (token, standing) => fault.attempt(() => workflow.wake(token, standing)),
    },
    bus: { ...bus, initiativePublished: (initiative) => fault.attempt(() => bus.initiativePublished(initiative)) },
  };
  const key = crypto.randomUUID();
  const circumstances = { honeypot: '', secondsOnPage: 60 };
  const submitted = await insist(() =>
    submit(ports, { form: 'initiative', content, language: 'sv', circumstances, key }),
  );
  if (submitted.kind !== 'accepted') throw new Error(submitted.kind);
  const { id } = submitted;
  const hasMail = (link: string) => mailer.sent.some(({ text }) => text.includes(`/${link}/`));

  const begun = new Set<string>();
  const dies = async (name: string) => {
    workflow.end(name);
    workflow.waiting.delete(`${name} waits`);
    await insist(() => onExecutionEnded(ports, { name, status: 'FAILED' }));
  };
  for (let round = 0; round < 30; round += 1) {
    for (const name of workflow.started.filter((one) => !begun.has(one))) {
      begun.add(name);
      await drives(ports, id, name, undefined, tries).catch(() => dies(name));
    }
    for (const { token, standing } of workflow.woken.splice(0)) {
      const name = token.replace(' waits', '');
      await drives(ports, id, name, standing, tries).catch(() => dies(name));
    }
    // People take their time, so that a mail that could not leave at once is there before they act.
    const isAtWork = () => workflow.woken.length > 0 || workflow.started.some((one) => !begun.has(one));
    if (isAtWork()) continue;
    ports.pass({ minutes: 20 });
    // A run that fails is followed by the next.
    await insist(() => reconcileDue(ports));
    if (isAtWork()) continue;
    const current = await readCase(sane, id);
    if (current.told && current.checkAt === undefined) break;
    if (current.status === 'awaiting-confirmation' && hasMail('confirm'))
      await insist(() => answerCase(ports, id, confirm));
    if (current.status === 'in-review' && current.question?.settlesAt === undefined && hasMail('review')) {
      const opened = await openReview(sane, await sane.links.mint(newLink('review', current, sane.now(), 'anna')));
      if (opened.kind !== 'open') throw new Error(opened.kind);
      await insist(() => voteOnReview(ports, opened, { decision: 'approve', contentHash: current.round.contentHash }));
    }
  }
  const end = await readCase(sane, id);
  return {
    end,
    facts: await sane.cases.facts(end),
    found: await sane.catalogue.read(entryIdOf(end)),
    mails: mailer.sent,
    told: bus.told,
    calls: fault.calls(),
  };
}

const way = ['received', 'asked-to-confirm', 'confirmed', 'asked-moderators', 'voted', 'approved', 'published'];

describe('whichever call to AWS fails', () => {
  it.each([
    ['never reached AWS, and its execution dies', 'before', 1, []],
    ['was carried out unheard, and its task is tried again', 'after', 2, []],
    ['was carried out unheard, and its execution dies', 'after', 1, []],
    ['never reached AWS, and an address is refused', 'before', 1, ['bo@nordic.example']],
    ['was carried out unheard, and an address is refused', 'after', 1, ['bo@nordic.example']],
  ] as const)(
    'nothing is lost and the case is published: the call %s',
    async (_how, kind, tries, refused) => {
      const { calls, mails } = await live(0, kind, tries, refused);
      expect(calls).toBeGreaterThan(20);
      const expected = mails.map(({ to, subject }) => `${to}: ${subject}`).sort();
      expect(expected, expected.join()).toHaveLength(5 - refused.length);
      for (let at = 1; at <= calls; at += 1) {
        const life = await live(at, kind, tries, refused);
        const where = `call ${at}`;
        expect(life.end, where).toMatchObject({
          status: 'published',
          told: true,
          driver: { phase: 'ended' },
          round: { content },
        });
        expect(life.end.parked, where).toBeUndefined();
        expect(life.found, where).toMatchObject({ kind: 'public', initiative: { version: 1, title: content.title } });
        expect(life.told.length, where).toBeGreaterThan(0);
        const facts = life.facts.map(({ what }) => what);
        expect(
          facts.filter((what) => what !== 'address-refused'),
          where,
        ).toEqual(way);
        expect(facts, where).toHaveLength(way.length + refused.length);
        expect(isUnbroken(life.facts), where).toBe(true);
        const sent = life.mails.map(({ to, subject }) => `${to}: ${subject}`);
        expect([...new Set(sent)].sort(), where).toEqual(expected);
        expect(sent.length, where).toBeLessThanOrEqual(6);
      }
    },
    120_000,
  );
});
