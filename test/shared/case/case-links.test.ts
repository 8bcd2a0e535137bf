import { describe, expect, it } from 'vitest';
import { endOf, linkLife, newLink, newLinkOfRepeat, repeatLife } from '#shared/case/case-links.ts';
import { windowOf } from '#shared/case/question.ts';
import { forgetAt, linkState, remembered } from '#shared/links/link.ts';
import { aCase, later, noon } from '#test/support/cases.ts';
import { day } from '#test/support/time.ts';

const current = aCase('received');
const kinds = ['confirm', 'revise', 'review'] as const;
/** So many milliseconds after noon. */
const at = (ms: number, seconds = 0) => later(noon, { ms, seconds });

describe('a link to a case', () => {
  it.each(kinds)('to %s holds its time, then says for a while that it has expired, and is then unknown', (kind) => {
    const life = linkLife(kind);
    const link = newLink(kind, current, noon);
    expect(linkState(endOf(link, current), at(life, -1))).toBe('valid');
    expect(linkState(endOf(link, current), at(life))).toBe('expired');
    expect(linkState(endOf(link, current), at(life + remembered, -1))).toBe('expired');
    expect(linkState(endOf(link, current), at(life + remembered))).toBe('forgotten');
    expect(forgetAt(link)).toBe(at(life + remembered).getTime() / 1000);
  });

  it('to the status holds its time from the last change, however old it is', () => {
    const life = linkLife('status');
    const change = life - day;
    const link = newLink('status', current, noon);
    const changed = { updatedAt: at(change).toISOString() };
    expect(linkState(endOf(link, changed), at(change + life, -1))).toBe('valid');
    expect(linkState(endOf(link, changed), at(change + life))).toBe('expired');
    expect(linkState(endOf(link, changed), at(change + life + remembered))).toBe('forgotten');
    expect(forgetAt(link)).toBeUndefined();
  });

  it('that answers a repeat holds seven days, whatever happens to the case, and is forgotten then', () => {
    const link = newLinkOfRepeat(current, noon);
    expect(repeatLife).toBe(7 * day);
    const changed = { updatedAt: at(5 * day).toISOString() };
    expect(linkState(endOf(link, changed), at(repeatLife, -1))).toBe('valid');
    expect(linkState(endOf(link, changed), at(repeatLife))).toBe('expired');
    expect(linkState(endOf(link, changed), at(repeatLife + remembered))).toBe('forgotten');
    expect(forgetAt(link)).toBe(at(repeatLife + remembered).getTime() / 1000);
  });

  it.each([
    ['confirm', 'awaiting-confirmation'],
    ['revise', 'changes-requested'],
  ] as const)('to %s that is mailed late ends with its question', (kind, status) => {
    const end = windowOf(kind);
    expect(newLink(kind, aCase(status), at(end / 2)).expiresAt).toBe(at(end).toISOString());
  });

  it('to review outlives the question, for a decision may come late', () => {
    expect(linkLife('review')).toBeGreaterThan(windowOf('review'));
    expect(newLink('review', aCase('in-review'), at(day), 'anna')).toMatchObject({
      moderator: 'anna',
      expiresAt: at(day + linkLife('review')).toISOString(),
    });
  });

  it('belongs to the round in which it was made', () => {
    expect(newLink('review', { ...current, round: { ...current.round, number: 4 } }, noon).round).toBe(4);
  });
});
