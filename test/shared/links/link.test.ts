import { describe, expect, it } from 'vitest';
import { newSecret } from '#shared/aws/system.ts';
import { forgetAt, linkAddress, linkState, newLink, secretHash } from '#shared/links/link.ts';
import { aCase, later, noon } from '#test/support/cases.ts';

const current = aCase('received');
const at = (days: number, seconds = 0) => later(noon, { days, seconds });

describe('a link', () => {
  it.each([
    ['confirm', 7],
    ['revise', 30],
    ['review', 60],
  ] as const)(
    'to %s holds %i days, then says for ninety days that it has expired, and is then unknown',
    (kind, days) => {
      const link = newLink(kind, current, noon);
      expect(linkState(link, current, at(days, -1))).toBe('valid');
      expect(linkState(link, current, at(days))).toBe('expired');
      expect(linkState(link, current, at(days + 90, -1))).toBe('expired');
      expect(linkState(link, current, at(days + 90))).toBe('forgotten');
      expect(forgetAt(link)).toBe(at(days + 90).getTime() / 1000);
    },
  );

  it('to the status holds two years from the last change, however old it is', () => {
    const link = newLink('status', current, noon);
    const changed = { updatedAt: at(600).toISOString() };
    expect(linkState(link, changed, at(600 + 730, -1))).toBe('valid');
    expect(linkState(link, changed, at(600 + 730))).toBe('expired');
    expect(linkState(link, changed, at(600 + 820))).toBe('forgotten');
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

  it('has its secret in the path', () => {
    expect(linkAddress('https://clearing.example', 'confirm', 'x')).toBe('https://clearing.example/confirm/x');
  });
});

describe('a secret', () => {
  it('is 256 random bits in 43 characters, never twice the same', () => {
    const secrets = Array.from({ length: 1000 }, newSecret);
    expect(new Set(secrets).size).toBe(1000);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('is stored as its hash only', () => {
    expect(secretHash('a')).toMatch(/^[0-9a-f]{64}$/);
    expect(secretHash('a')).not.toBe(secretHash('b'));
  });
});
