import { describe, expect, it } from 'vitest';
import { currencyDueAt } from '#shared/case/publication.ts';
import { confirmCurrent, possibleActions } from '#shared/case/submitter-acts.ts';
import { aCase, aPublication, later, noon } from '#test/support/cases.ts';

const published = aCase('published');
const dueAt = new Date(currencyDueAt(published) ?? '');
const isOffered = (now: Date, changes: object = {}) =>
  possibleActions({ ...published, publication: { ...aPublication(), ...changes } }, now).includes('confirm-current');

describe('to say that it is still right', () => {
  it('is offered when it will soon be asked for, not on the day of publication', () => {
    expect(isOffered(noon)).toBe(false);
    expect(isOffered(later(dueAt, { days: -31 }))).toBe(false);
    expect(isOffered(later(dueAt, { days: -29 }))).toBe(true);
  });

  it('is offered as long as the question stands or readers are told that nobody has answered it', () => {
    const asked = later(dueAt, { days: 1 });
    expect(isOffered(asked, { asked: 1, askedAt: dueAt.toISOString() })).toBe(true);
    expect(isOffered(asked, { unconfirmedSince: dueAt.toISOString() })).toBe(true);
  });

  it('is over for a year when it has been said, and said again it is no mistake', () => {
    const said = confirmCurrent(published, dueAt);
    if (said.kind !== 'acted') throw new Error(said.kind);
    expect(possibleActions(said.next, later(dueAt, { days: 1 }))).not.toContain('confirm-current');
    expect(confirmCurrent(said.next, later(dueAt, { days: 1 })).kind).not.toBe('not-possible');
  });
});
