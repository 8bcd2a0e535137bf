import { Command, CommanderError, Option } from 'commander';
import * as z from 'zod/mini';
import { answers, CaseAct } from '#functions/operations/attend-case/contract.ts';
import { StageName, stageNames, stageSettings } from '#infra/stages.ts';
import { WhyParked } from '#shared/case/case.ts';
import { caseCommands } from './case-commands.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import { type Exit, exits, Stopped } from './ending.ts';
import { routeOf, tellRoute } from './route.ts';
import { type Told, tellAct, tellAudit, tellCase, tellFound, tellList, tellResumed } from './tell.ts';

/** What a command gets from outside. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The operator's name, as the operating system has it. */
  readonly user: string | undefined;
  readonly now: () => Date;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const Everywhere = z.object({ stage: StageName, json: z.boolean(), dryRun: z.boolean() });
type Everywhere = z.infer<typeof Everywhere>;

/** What a command does: it asks the deployment, and gives the answer for programs and what people read of it. */
type Perform = (asked: {
  readonly deployment: Deployment;
  readonly args: readonly (string | undefined)[];
  readonly options: Record<string, unknown>;
  readonly acting: { readonly by?: string; readonly dryRun: boolean };
}) => Promise<{ readonly answer: unknown; readonly told: Told }>;

/** Runs one command and gives the exit code. */
export async function run(argv: readonly string[], around: Surroundings): Promise<Exit> {
  let exit: Exit = exits.done;
  const program = programFor(around, (ended) => {
    exit = ended;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    // Commander has said what is wrong, or shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.usage;
    if (!(error instanceof Stopped)) throw error;
    around.err(`${error.message}\n`);
    return error.exit;
  }
}

const epilogue = `
A case is named by its submission id: "list", "find" and the logs have it.
What you do stands in the history of the case under your name on this machine.
Unsure? Add --dry-run: it says what would be done and changes nothing.

Exit codes: 0 done, 1 nothing to do, 2 wrong usage, 3 not found, 4 refused or broken.
What to do when an alarm rings: infra/RUNBOOK.md
`;

function programFor(around: Surroundings, end: (exit: Exit) => void): Command {
  const { env, out, err } = around;
  const program = new Command('npm run ops --')
    .description('Everything an operator does, on this machine and in an account alike.')
    .usage('<command> [options]')
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err })
    .configureHelp({ showGlobalOptions: true })
    .helpCommand(false)
    .addHelpText('after', epilogue)
    .addOption(new Option('--stage <stage>', 'which deployment').choices(stageNames).env('OPS_STAGE').default('local'))
    .option('--json', 'answer in JSON, for programs (with npm run --silent)', false)
    .option('--dry-run', 'only say what would be done', false);

  const does = (perform: Perform) =>
    async function act(this: Command): Promise<void> {
      const options: Record<string, unknown> = this.optsWithGlobals();
      const { stage, json, dryRun } = everywhere(options);
      const acting = { ...(around.user !== undefined && { by: around.user }), dryRun };
      const { answer, told } = await perform({
        deployment: deploymentOf(stage, env),
        args: this.args,
        options,
        acting,
      });
      if (json) out(`${JSON.stringify(answer)}\n`);
      else for (const line of told.found ?? []) out(`${line}\n`);
      // What is no success is said beside the answer, so that a program can still read it.
      const say = told.exit === exits.done ? out : err;
      if (!json || told.exit !== exits.done) for (const line of told.lines) say(`${line}\n`);
      end(told.exit);
    };

  addLooking(program, does, around);
  for (const act of CaseAct.options) addCaseCommand(program, act, does);
  return program;
}

function everywhere(options: unknown): Everywhere {
  const parsed = Everywhere.safeParse(options);
  if (parsed.success) return parsed.data;
  throw new Stopped(exits.usage, `There is no such stage; there are ${stageNames.join(', ')}.`);
}

type Does = (perform: Perform) => (this: Command) => Promise<void>;

function addLooking(program: Command, does: Does, around: Surroundings): void {
  program
    .command('list')
    .description('list cases that wait for somebody, the oldest first: id, reference, since, status, why')
    .addOption(
      new Option('--what <what>', 'which: in review or parked; only parked; held as spam')
        .choices(['waiting', 'parked', 'held'])
        .default('waiting'),
    )
    .action(
      does(async ({ deployment, options: { what } }) => {
        const { cases } = await deployment.attend({ act: what === 'held' ? 'list-held' : 'list' }, answers.list);
        const meant = what === 'parked' ? cases.filter(({ parked }) => parked !== undefined) : cases;
        return { answer: { cases: meant }, told: tellList({ cases: meant }) };
      }),
    );
  program
    .command('show')
    .argument('<id>', 'id of the submission')
    .description('show where a case stands and why, what happened and which mails have left')
    .option('--content', 'also what was sent in: personal data, for your eyes only', false)
    .action(
      does(async ({ deployment, args: [submissionId = ''], options }) => {
        const answer = await deployment.attend(
          { act: 'show', submissionId, content: options['content'] === true },
          answers.show,
        );
        return { answer, told: tellCase(submissionId, answer) };
      }),
    );
  program
    .command('find')
    .argument('<reference or address>', 'such as 7KX4-9QTC, or the mail address of a submitter or contact')
    .description('find the ids of the cases that have a reference, or that somebody has sent in')
    .addHelpText('after', '\nIt reads every case: with many it takes minutes.')
    .action(
      does(async ({ deployment, args: [wanted = ''] }) => {
        let answer = await deployment.attend({ act: 'find', wanted }, answers.find);
        const found = [...(answer.found ?? [])];
        while (answer.next !== undefined) {
          answer = await deployment.attend({ act: 'find', wanted, from: answer.next }, answers.find);
          found.push(...(answer.found ?? []));
        }
        return { answer: { found }, told: tellFound(found) };
      }),
    );
  program
    .command('audit')
    .argument('<id>', 'id of the submission')
    .description('check the history of a case: one JSON line a fact, with the mark that the mails of then have')
    .addHelpText(
      'after',
      '\nIt ends with exit code 4 at the first fact that is missing, was altered or sealed another text, and when a mail is owed and not noted. A mail that is about to leave is owed too: look again after some minutes.',
    )
    .action(
      does(async ({ deployment, args: [submissionId = ''] }) => {
        const answer = await deployment.attend({ act: 'audit', submissionId }, answers.audit);
        return { answer, told: tellAudit(submissionId, answer) };
      }),
    );
  program
    .command('route')
    .argument('<file>', 'a submission as JSON, such as events/examples/dk-cykler-til-alle.json')
    .description('say where a submission would go, who is asked, who is left out and why, and when others are; offline')
    .option('--form <form>', 'the form that it fills in', 'initiative')
    .action(
      does(async ({ deployment, args: [file = ''], options: { form } }) => {
        const answer = routeOf(stageSettings(deployment.stage).moderation, String(form), file, around.now());
        return { answer, told: { exit: exits.done, lines: tellRoute(answer) } };
      }),
    );
  program
    .command('output')
    .argument('[name]', 'only this one')
    .description('show what the stack tells about itself: names of tables, addresses')
    .action(
      does(async ({ deployment, args: [name] }) => {
        if (name === undefined) {
          const outputs = await deployment.outputs();
          const lines = [...outputs].map(([key, value]) => `${key.padEnd(22)} ${value}`);
          return { answer: Object.fromEntries(outputs), told: { exit: exits.done, lines } };
        }
        const value = await deployment.output(name);
        return { answer: { [name]: value }, told: { exit: exits.done, lines: [value] } };
      }),
    );
}

function addCaseCommand(program: Command, act: CaseAct, does: Does): void {
  const { does: what, more } = caseCommands[act];
  const command = program.command(act).description(what).addHelpText('after', `\n${more}`);
  const one = does(async ({ deployment, args: [submissionId = ''], acting }) => {
    const answer = await deployment.attend({ act, submissionId, ...acting }, answers.act);
    return { answer, told: tellAct(act, submissionId, acting.dryRun, answer) };
  });
  if (act !== 'resume') {
    command.argument('<id>', 'id of the submission').action(one);
    return;
  }
  const all = does(async ({ deployment, options, acting }) => {
    const { why, since } = z
      .object({ why: z.catch(z.optional(WhyParked), undefined), since: z.optional(z.string()) })
      .parse(options);
    if (why === undefined || since === undefined)
      throw new Stopped(
        exits.usage,
        'Say of which cases: resume --all --why workflow-failed --since 2026-05-01T10:00:00Z',
      );
    const answer = await deployment.attend({ act: 'resume-all', why, since, ...acting }, answers['resume-all']);
    return { answer, told: tellResumed(acting.dryRun, answer) };
  });
  command
    .argument('[id]', 'id of the submission')
    .option('--all', 'every case that was parked for a reason since a time', false)
    .addOption(new Option('--why <reason>', 'with --all: the reason').choices(WhyParked.options))
    .option('--since <time>', 'with --all: parked at this time or later, such as 2026-05-01T10:00:00Z')
    .action(async function resume(this: Command): Promise<void> {
      const { all: isAll } = this.opts();
      if (isAll === true && this.args.length === 0) return all.call(this);
      if (isAll !== true && this.args.length === 1) return one.call(this);
      throw new Stopped(exits.usage, 'Name one case, or say --all with --why and --since.');
    });
}
