import type { Case } from '#shared/case/case.ts';
import { endOf } from '#shared/case/case-links.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { type Link, type LinkKind, linkState } from '#shared/links/link.ts';
import type { LinkStore } from '#shared/links/link-store.ts';

type Opened =
  | { kind: 'open'; link: Link; case: Case }
  | { kind: 'unknown' }
  /** The case has been erased, and its links will be. */
  | { kind: 'erased' }
  | { kind: 'expired'; case: Case };

/** Finds the case behind a mailed link. Changes and records nothing: mail programs open links too. */
export async function openLink(
  ports: { links: LinkStore; cases: CaseStore; now: () => Date },
  kind: LinkKind,
  secret: string,
): Promise<Opened> {
  const link = await ports.links.find(secret);
  if (link?.kind !== kind) return { kind: 'unknown' };
  const current = await ports.cases.read(link.submissionId);
  if (current === undefined) return { kind: (await ports.cases.wasErased(link.submissionId)) ? 'erased' : 'unknown' };
  // Where it stands can still be seen; there is nothing left to confirm, decide or change.
  if (current.status === 'withdrawn' && kind !== 'status') return { kind: 'expired', case: current };
  switch (linkState(endOf(link, current), ports.now())) {
    case 'valid':
      return { kind: 'open', link, case: current };
    case 'expired':
      return { kind: 'expired', case: current };
    case 'forgotten':
      return { kind: 'unknown' };
  }
}
