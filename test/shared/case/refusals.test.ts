import { expect, it } from 'vitest';
import { Case } from '#shared/case/case.ts';
import { isRefused, noteRefusal } from '#shared/case/refusals.ts';
import { aCase, noon } from '#test/support/cases.ts';

const address = 'anna@nordic.example';

it('an address that takes no mail is noted once, with whose it is and without the address itself', () => {
  const noted = noteRefusal(aCase('in-review'), address, 'anna', noon);
  if (noted.kind !== 'noted') throw new Error(noted.kind);
  expect(isRefused(noted.next, address)).toBe(true);
  expect(isRefused(noted.next, 'anna@moved.example')).toBe(false);
  expect(noted.next.facts).toMatchObject([{ what: 'address-refused', by: 'anna' }]);
  expect(JSON.stringify(noted.next)).not.toContain(address);
  expect(noteRefusal(noted.next, address, 'anna', noon)).toEqual({ kind: 'known' });
});

it('a case that was stored before refusals were noted has none', () => {
  const { refused: _, ...before } = aCase('in-review');
  expect(Case.parse(before).refused).toEqual([]);
});
