import { describe, expect, it } from 'vitest';
import { endOf, newLink } from '#shared/case/case-links.ts';
import { forgetAt, linkState } from '#shared/links/link.ts';
import { aCase, later, noon } from '#test/support/cases.ts';

const current = aCase('received');
const at = (days: number, seconds = 0) => later(noon, { days, seconds });

describe('a link to a case', () => {
  it.each([
    ['confirm', 7],
    ['revise', 30],
    ['review', 60],
  ] as const)(
    'to %s holds %i days, then says for ninety days that it has expired, and is then unknown',
    (kind, days) => {
      const link = newLink(kind, current, noon);
      expect(linkState(endOf(link, current), at(days, -1))).toBe('valid');
      expect(linkState(endOf(link, current), at(days))).toBe('expired');
      expect(linkState(endOf(link, current), at(days + 90, -1))).toBe('expired');
      expect(linkState(endOf(link, current), at(days + 90))).toBe('forgotten');
      expect(forgetAt(link)).toBe(at(days + 90).getTime() / 1000);
    },
  );

  it('to the status holds two years from the last change, however old it is', () => {
    const link = newLink('status', current, noon);
    const changed = { updatedAt: at(600).toISOString() };
    expect(linkState(endOf(link, changed), at(600 + 730, -1))).toBe('valid');
    expect(linkState(endOf(link, changed), at(600 + 730))).toBe('expired');
    expect(linkState(endOf(link, changed), at(600 + 820))).toBe('forgotten');
    expect(forgetAt(link)).toBeUndefined();
  });

  it.each([
    ['confirm', 'awaiting-confirmation', 7],
    ['revise', 'changes-requested', 30],
  ] as const)('to %s that is mailed late ends with its question', (kind, status, days) => {
    expect(newLink(kind, aCase(status), at(3)).expiresAt).toBe(at(days).toISOString());
  });

  it('to review outlives the question, for a decision may come late', () => {
    expect(newLink('review', aCase('in-review'), at(3), 'anna')).toMatchObject({
      moderator: 'anna',
      expiresAt: at(63).toISOString(),
    });
  });

  it('belongs to the round in which it was made', () => {
    expect(newLink('review', { ...current, round: { ...current.round, number: 4 } }, noon).round).toBe(4);
  });
});
