import { NamedEnding } from '#shared/aws/task-function.ts';
import type { Case, Question } from '#shared/case/case.ts';
import { type DriverOutcome, lapse, park, takeUp } from '#shared/case/driver.ts';
import { rest, type Standing } from '#shared/case/standing.ts';
import { updateCatalogue } from '#shared/catalogue/update-catalogue.ts';
import { askAndWait } from '#shared/moderation/ask-and-wait.ts';
import { driveCase } from '#shared/moderation/drive-case.ts';
import { tellOutcome } from '#shared/moderation/tell-outcome.ts';
import { onExecutionEnded } from '#shared/operations/reconcile.ts';
import type { Services } from '#test/support/services.ts';

interface Wait {
  readonly execution: string;
  readonly kind: Question['kind'];
  /** When the question times out, in milliseconds. */
  readonly end: number;
}

export interface SmallWorkflow {
  /** The same, but that tasks use these ports. */
  readonly as: (own: Services) => SmallWorkflow;
  /** An execution that waits already. */
  readonly wait: (token: string, wait: Wait) => void;
  /** An execution from its first task on, until it waits or ends. */
  readonly start: (execution: string) => Promise<void>;
  readonly drive: (execution: string, from: Standing) => Promise<void>;
  /** Does everything that has been started or woken. */
  readonly work: () => Promise<void>;
  /** What happens when questions have waited long enough. */
  readonly timeOut: () => Promise<void>;
  /** Executions that wait die, and AWS says so. Gives whether there was any. */
  readonly kill: () => Promise<boolean>;
}

const nothingYet = () => ({ begun: new Set<string>(), waits: new Map<string, Wait>(), tokens: 0 });

/** The workflow of one case in a few lines, with real tasks: what infra/moderation-workflow.ts says is done after what. */
export function smallWorkflow(ports: Services, submissionId: string, state = nothingYet()): SmallWorkflow {
  const { begun, waits } = state;

  const write = async (rule: (...of: Parameters<typeof takeUp>) => DriverOutcome, execution: string) =>
    (await driveCase(ports, submissionId, (current, now) => rule(current, execution, now))).standing;

  function wait(token: string, { execution, kind, end }: Wait): void {
    ports.workflow.waiting.add(token);
    waits.set(token, { execution, kind, end });
  }

  /** Asks, and waits if nothing has ended the question meanwhile. Gives what is done next then. */
  async function ask(execution: string, kind: Question['kind'], waitSeconds: number): Promise<Standing | undefined> {
    state.tokens += 1;
    const token = `${execution} waits for ${state.tokens}`;
    wait(token, { execution, kind, end: ports.now().getTime() + waitSeconds * 1000 });
    try {
      await askAndWait(ports, kind, { submissionId, execution, token });
      return undefined;
    } catch (error) {
      if (!(error instanceof NamedEnding)) throw error;
      forget(token);
      return error.name === 'Superseded' ? rest : write(takeUp, execution);
    }
  }

  function forget(token: string): Wait | undefined {
    const known = waits.get(token);
    waits.delete(token);
    ports.workflow.waiting.delete(token);
    return known;
  }

  async function next(execution: string, { next: step, waitSeconds }: Standing): Promise<Standing | undefined> {
    switch (step) {
      case 'ask-submitter':
        return ask(execution, 'confirm', waitSeconds);
      case 'ask-moderators':
        return ask(execution, 'review', waitSeconds);
      case 'ask-for-changes':
        return ask(execution, 'revise', waitSeconds);
      case 'publish':
        await updateCatalogue(ports, submissionId, execution);
        return { next: 'tell-outcome', waitSeconds: 0 };
      case 'tell-outcome':
        await tellOutcome(ports, submissionId, execution);
        return rest;
      case 'rest':
        ports.workflow.end(execution);
        return undefined;
    }
  }

  async function drive(execution: string, from: Standing): Promise<void> {
    begun.add(execution);
    for (let standing: Standing | undefined = from; standing !== undefined; )
      standing = await next(execution, standing);
  }

  async function start(execution: string): Promise<void> {
    await drive(execution, await write(takeUp, execution));
  }

  return {
    as: (own) => smallWorkflow(own, submissionId, state),
    wait,
    start,
    drive,
    async work() {
      for (;;) {
        const woken = ports.workflow.woken.shift();
        const started = ports.workflow.started.find((name) => !begun.has(name));
        if (woken !== undefined) {
          const known = forget(woken.token);
          if (known !== undefined) await drive(known.execution, woken.standing);
        } else if (started !== undefined) await start(started);
        else return;
      }
    },
    async timeOut() {
      const now = ports.now().getTime();
      for (const [token, { execution, kind, end }] of [...waits]) {
        if (end > now) continue;
        forget(token);
        await write(kind === 'review' ? parkSilent : lapse, execution);
        await start(execution);
      }
    },
    async kill() {
      const dying = [...waits];
      for (const [token, { execution }] of dying) {
        forget(token);
        ports.workflow.end(execution);
        await onExecutionEnded(ports, { name: execution, status: 'FAILED' });
      }
      return dying.length > 0;
    },
  };
}

const parkSilent = (current: Case, execution: string, now: Date) => park(current, execution, 'moderators-silent', now);
