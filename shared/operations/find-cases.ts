import type { FindStore, Head } from '#shared/case/find-store.ts';
import type { Place } from '#shared/case/place.ts';
import { timer } from './take-due.ts';

/** How long one call goes on, in milliseconds. The caller goes on from `next`. */
const runsFor = 15_000;

interface Found {
  readonly outcome: 'attended';
  readonly found: { readonly submissionId: string; readonly reference: string; readonly status: string }[];
  readonly next: Place | undefined;
}

/** The cases of a reference, or of whoever has a mail address as submitter or contact. Reads every case: there is no index. */
export async function findCases(
  { heads: store, now }: { heads: FindStore; now: () => Date },
  wanted: string,
  from?: Place,
): Promise<Found> {
  const isTimeUp = timer(now, runsFor);
  const found: Found['found'] = [];
  let next = from;
  do {
    const page = await store.page(next);
    for (const head of page.heads.filter((one) => isMeant(one, wanted)))
      found.push({ submissionId: head.pk, reference: head.reference, status: head.status });
    next = page.next;
  } while (next !== undefined && !isTimeUp());
  return { outcome: 'attended', found, next };
}

/** People type references without the hyphen and addresses in any case. */
function isMeant({ reference, submitter, round }: Head, wanted: string): boolean {
  if (!wanted.includes('@')) return bare(reference) === bare(wanted);
  const addresses = [submitter?.email, round?.content.contact.email];
  return addresses.some((address) => address?.toLowerCase() === wanted.trim().toLowerCase());
}

function bare(reference: string): string {
  return reference.replaceAll(/[\s-]/g, '').toUpperCase();
}
