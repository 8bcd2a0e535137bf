import { expect, it } from 'vitest';
import type { Head } from '#shared/case/find-store.ts';
import type { Place } from '#shared/case/place.ts';
import { findCases } from '#shared/operations/find-cases.ts';
import { later, noon } from '#test/support/cases.ts';

const head = (pk: string, email: string, contact = email): Head => ({
  pk,
  reference: `REF-${pk}`,
  status: 'in-review',
  submitter: { email },
  round: { content: { contact: { email: contact } } },
});
const erased: Head = { pk: 'c', reference: 'REF-c', status: 'erased' };
const pages = [[head('a', 'eva@umea.example')], [head('b', 'bo@umea.example', 'Eva@Umea.example'), erased]];
const placeOf = (number: number): Place => ({ pk: String(number), sk: 'case' });

/** Each page takes so many seconds. */
function ports(seconds: number) {
  let now = noon;
  const page = async (from: Place | undefined) => {
    now = later(now, { seconds });
    const number = Number(from?.pk ?? 0);
    return { heads: pages[number] ?? [], next: number + 1 < pages.length ? placeOf(number + 1) : undefined };
  };
  return { heads: { page }, now: () => now };
}
const idsOf = ({ found }: Awaited<ReturnType<typeof findCases>>) => found.map(({ submissionId }) => submissionId);

it('finds every case of an address, as submitter or contact, on all pages', async () => {
  const answer = await findCases(ports(1), 'eva@UMEA.example');
  expect([idsOf(answer), answer.next]).toEqual([['a', 'b'], undefined]);
});

it('finds a case by its reference, also one that was erased', async () => {
  expect(idsOf(await findCases(ports(1), 'refc'))).toEqual(['c']);
});

it('says where to go on when there was not time for all', async () => {
  const slow = ports(60);
  const first = await findCases(slow, 'eva@umea.example');
  expect([idsOf(first), first.next]).toEqual([['a'], placeOf(1)]);
  expect(idsOf(await findCases(slow, 'eva@umea.example', first.next))).toEqual(['b']);
});
