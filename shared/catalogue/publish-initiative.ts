import type { EventBus } from '#shared/aws/event-bus.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { isDrivenBy, publish } from '#shared/case/driver.ts';
import { rest, type Standing, standingOf } from '#shared/case/standing.ts';
import { driveCase } from '#shared/moderation/drive-case.ts';
import { versionOf } from './initiative.ts';
import type { Publisher } from './initiative-store.ts';

interface PublishPorts {
  readonly cases: CaseStore;
  readonly publisher: Publisher;
  readonly bus: EventBus;
  readonly origin: string;
  readonly now: () => Date;
}

/** Writes the version, tells other systems, and only then calls the case published: each part is safe to repeat. */
export async function publishInitiative(
  ports: PublishPorts,
  submissionId: string,
  execution: string,
): Promise<Standing> {
  const current = await ports.cases.read(submissionId);
  if (current === undefined || !isDrivenBy(current, execution)) return rest;
  if (current.status !== 'approved') return standingOf(current, ports.now());
  const initiative = versionOf(current);
  const { id, kind, version, publishedAt } = initiative;
  await ports.publisher.publish(initiative);
  await ports.bus.initiativePublished({ id, kind, version, url: `${ports.origin}/initiatives/${id}` });
  const { standing } = await driveCase(ports, submissionId, (latest, now) =>
    publish(latest, execution, { version, publishedAt }, now),
  );
  return standing;
}
