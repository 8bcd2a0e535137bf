import type { EventBus } from '#shared/aws/event-bus.ts';
import type { Case, Round } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { isDrivenBy, noteShown } from '#shared/case/driver.ts';
import { isOutdated, type Publication } from '#shared/case/publication.ts';
import { rest, type Standing, standingOf } from '#shared/case/standing.ts';
import { driveCase } from '#shared/moderation/drive-case.ts';
import { tombstoneOf, versionOf, type Withdrawn } from './initiative.ts';
import type { Publisher } from './initiative-store.ts';

interface CataloguePorts {
  readonly cases: CaseStore;
  readonly publisher: Publisher;
  readonly bus: EventBus;
  readonly origin: string;
  readonly now: () => Date;
}

/**
 * Makes the catalogue show what the case says, tells other systems, and only then notes at the case which edition is shown:
 * each part is safe to repeat.
 */
export async function updateCatalogue(
  ports: CataloguePorts,
  submissionId: string,
  execution: string,
): Promise<Standing> {
  const current = await ports.cases.read(submissionId);
  if (current === undefined || !isDrivenBy(current, execution)) return rest;
  const { publication } = current;
  if (publication === undefined || !isOutdated(current)) return standingOf(current, ports.now());
  const { edition, withdrawnAt } = publication;
  await (withdrawnAt === undefined
    ? show(ports, current, publication)
    : bury(ports, current, { ...publication, withdrawnAt }));
  const { standing } = await driveCase(ports, submissionId, (latest, now) =>
    noteShown(latest, execution, edition, now),
  );
  return standing;
}

async function show(ports: CataloguePorts, of: Case, publication: Publication): Promise<void> {
  const initiative = versionOf(of, publication, await publishedRound(ports.cases, of, publication));
  const { id, kind, version } = initiative;
  await ports.publisher.publish(initiative, publication.edition);
  await ports.bus.initiativePublished({ id, kind, version, url: `${ports.origin}/initiatives/${id}` });
}

/** What is public may be older than the round that is being worked on. */
async function publishedRound(cases: CaseStore, { id, round }: Case, publication: Publication): Promise<Round> {
  if (publication.round === undefined || publication.round === round.number) return round;
  const published = await cases.earlierRound(id, publication.round);
  if (published === undefined) throw new Error('The published round is not there');
  return published;
}

async function bury(ports: CataloguePorts, of: Case, publication: Withdrawn): Promise<void> {
  const tombstone = tombstoneOf(of, publication);
  const { id, kind, version } = tombstone;
  await ports.publisher.withdraw(tombstone, publication.edition);
  await ports.bus.initiativeWithdrawn({ id, kind, version });
}
