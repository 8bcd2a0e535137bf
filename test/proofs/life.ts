import type { Fact } from '#shared/case/audit.ts';
import type { Case } from '#shared/case/case.ts';
import { entryIdOf } from '#shared/case/publication.ts';
import { isUnbroken } from '#test/support/audit-chain.ts';
import type { Ablation } from './edge/aws.ts';
import { type Fault, oneFault } from './faults.ts';
import { peopleOf } from './people.ts';
import type { Story } from './stories.ts';
import { linksIn } from './witness.ts';
import { openWorld, type World } from './world.ts';

/** What a safeguard is taken out by. */
export type Without = Ablation & { readonly isUnreconciled?: boolean };

/** A story as it went, and what is wrong with it. */
export interface Life {
  readonly world: World;
  /** What the fault befell; undefined when it befell nothing. */
  readonly befell: string | undefined;
  /** Each in a sentence. Empty: all is well. */
  readonly wrong: readonly string[];
}

/** Tells a story with one fault in it, or none, and says what is wrong in the end. */
export async function live(story: Story, fault?: Fault, without?: Without): Promise<Life> {
  const { around, deliver, happened } = oneFault(fault);
  const world = await openWorld({
    settings: story.settings,
    refusing: story.refusing,
    around,
    deliver,
    ...(without !== undefined && { ablation: without }),
  });
  const befell = () => happened()?.what;
  try {
    await story.play(peopleOf(world), world);
    await world.end();
    const current = await world.case();
    const wrong = [
      ...world.witness.faults,
      ...wrongAtTheEnd(story, current),
      ...(await wrongFacts(story, world, current)),
      ...(await wrongTimes(world, current)),
      ...(await wrongMails(story, world, current, happened())),
      ...(await wrongEntries(world, current, happened())),
      ...(await wrongRounds(story, world, current)),
      ...leftOver(world),
    ];
    return { world, befell: befell(), wrong };
  } catch (error) {
    return { world, befell: befell(), wrong: [`It came to no end: ${error instanceof Error ? error.message : error}`] };
  }
}

/** After what time all is done, in minutes, if something goes wrong: the reconciler looks, at once or when it looks again. */
const longestDelay = 5;

type Happened = ReturnType<ReturnType<typeof oneFault>['happened']>;

function expect(isSo: boolean, otherwise: string): string[] {
  return isSo ? [] : [otherwise];
}

/** Nothing is stuck. */
function wrongAtTheEnd({ status }: Story, current: Case): string[] {
  const { driver, question, parked, wake, checkAt, told } = current;
  return [
    ...expect(current.status === status, `The case is ${current.status}, not ${status}`),
    ...expect(told, 'Nobody has been told'),
    ...expect(driver?.phase === 'ended', `The driver is ${driver?.phase}`),
    ...expect(question === undefined && parked === undefined && wake === undefined, 'Something is waited for'),
    ...expect(checkAt === undefined, 'The reconciler is to look once more'),
  ];
}

function describe({ what, vote, by }: Fact): string {
  return [what, vote, by && `by ${by}`].filter(Boolean).join(' ');
}

/** No decision is lost, and none is made up. */
async function wrongFacts(story: Story, world: World, current: Case): Promise<string[]> {
  const facts = await world.own.cases.facts(current);
  const told = facts.map(describe);
  return [
    ...expect(told.join() === story.facts.join(), `The facts are ${told.join(', ')}`),
    ...expect(isUnbroken(facts), 'The chain of facts is broken'),
  ];
}

/** Whatever goes wrong once, what was decided is carried out soon: a story ends with a vote and what comes of it. */
async function wrongTimes(world: World, current: Case): Promise<string[]> {
  const { at = '' } = (await world.own.cases.facts(current)).findLast(({ what }) => what === 'voted') ?? {};
  const minutes = (world.aws.clock.now() - Date.parse(at)) / 60_000 - world.settings.undoMinutes;
  return expect(minutes <= longestDelay, `It was over ${minutes} minutes after the last vote was final`);
}

/** Each mail has left once; twice only if the fault befell the mail itself or the note that it has left. */
async function wrongMails(story: Story, world: World, current: Case, happened: Happened): Promise<string[]> {
  const noted = [...(await world.own.cases.sentMails(current.id))].sort();
  const { mails } = world.aws;
  const mayRepeat = happened?.what === 'SendEmail' || happened?.what === 'PutItem notice';
  const dead = await Promise.all(
    mails.flatMap(({ to, text }) =>
      linksIn(text).map(async ({ kind, secret }) => {
        const link = await world.own.links.find(secret);
        const isTheirs = link?.moderator === undefined || to === `${link.moderator}@nordic.example`;
        return expect(link?.submissionId === current.id && isTheirs, `A link to ${kind} for ${to} is none`);
      }),
    ),
  );
  return [
    ...expect(noted.join() === [...story.mails].sort().join(), `The mails noted are ${noted.join(', ')}`),
    ...expect(
      mails.length === noted.length || (mayRepeat && mails.length === noted.length + 1),
      `${mails.length} mails have left, and ${noted.length} are noted`,
    ),
    ...dead.flat(),
  ];
}

/** What is approved is in the catalogue once, and nothing else; other systems hear of it, a second time at most. */
async function wrongEntries(world: World, current: Case, happened: Happened): Promise<string[]> {
  const found = await world.own.catalogue.read(entryIdOf(current));
  const { told } = world.aws;
  const isPublished = current.status === 'published';
  const shown = found.kind === 'public' ? `${found.initiative.version} ${found.initiative.title}` : 'nothing';
  const toBeShown = isPublished ? `1 ${current.round.content.title}` : 'nothing';
  const mayRepeat = happened?.by?.of === 'moderation/update-catalogue';
  return [
    ...expect(shown === toBeShown, `The catalogue shows ${shown}, not ${toBeShown}`),
    ...expect(
      new Set(told.map(({ detail }) => detail)).size === (isPublished ? 1 : 0),
      'Other systems heard otherwise',
    ),
    ...expect(told.length <= (mayRepeat ? 2 : 1), `Other systems heard it ${told.length} times`),
  ];
}

/** Every text that was sent in is there. */
async function wrongRounds({ texts }: Story, world: World, current: Case): Promise<string[]> {
  const rounds = await Promise.all(
    texts.map((_, index) =>
      index + 1 === current.round.number ? current.round : world.own.cases.earlierRound(current.id, index + 1),
    ),
  );
  return texts.flatMap((text, index) =>
    expect(rounds[index]?.content.title === text.title, `Round ${index + 1} is lost`),
  );
}

/** No execution waits for what never comes, and no event is left. */
function leftOver({ aws }: World): string[] {
  const running = [...aws.executions.statuses].filter(([, status]) => status === 'RUNNING');
  const failed = [...aws.executions.statuses].filter(([, status]) => status === 'FAILED' || status === 'TIMED_OUT');
  return [
    ...running.map(([name]) => `The execution ${name} still runs`),
    ...failed.map(([name]) => `The execution ${name} has failed`),
    ...aws.deadLetters.map((path) => `An event for ${path} is lost`),
  ];
}
