import { describe, expect, it } from 'vitest';
import { concernedBy } from '#shared/moderation/conflict.ts';
import { askedFirst, askedOf, mayDecide, reviewersOfStep, seatOf } from '#shared/moderation/routing.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import { aCase, content } from '#test/support/cases.ts';
import { settings } from '#test/support/services.ts';

const [lead, regional] = settings.institutions;
if (lead === undefined || regional === undefined) throw new Error('The settings of the tests name two institutions');
const withRoutes = (...routes: ModerationSettings['routes']) => ({ ...settings, routes });
const about = (changes: object = {}, more: Parameters<typeof aCase>[1] = {}) => {
  const current = aCase('in-review', { reviewers: [], ...more });
  return { ...current, round: { ...current.round, content: { ...content, ...changes } } };
};
const housing = about({ themes: ['culture', 'housing'] });
const from = (email: string) => ({ contact: { ...content.contact, email } });
const institutionOf = (...args: Parameters<typeof askedFirst>) => askedFirst(...args).institution.id;

describe('the institution that moderates', () => {
  it('is the one of the first route that fits', () => {
    expect(institutionOf(settings, housing)).toBe('nordregio');
    expect(institutionOf(settings, about())).toBe('nordic_welfare_centre');
  });

  it.each([
    [{ form: 'contact' }, false],
    [{ form: 'initiative' }, true],
    [{ countries: ['DK', 'SE'] }, true],
    [{ countries: ['DK'] }, false],
    [{ countries: ['SE'], themes: ['housing'] }, false],
    [{ countries: [] }, false],
  ])('by a route with %j: %s', (conditions, fits) => {
    const routed = withRoutes({ ...conditions, institution: 'nordregio' }, { institution: 'nordic_welfare_centre' });
    expect(institutionOf(routed, about())).toBe(fits ? 'nordregio' : 'nordic_welfare_centre');
  });

  it('has its moderators asked first, then its deputy, then the lead institution', () => {
    expect(askedFirst(settings, housing).reviewers).toEqual(['dan', 'eva']);
    expect(reviewersOfStep(settings, housing, 'remind')).toEqual([]);
    expect(reviewersOfStep(settings, housing, 'ask-deputy')).toEqual(['fia']);
    expect(reviewersOfStep(settings, housing, 'ask-lead')).toEqual(['anna', 'bo']);
  });

  it('may have no deputy', () => {
    const { deputy: _deputy, ...without } = regional;
    const alone = { ...settings, institutions: [lead, without] };
    expect(reviewersOfStep(alone, housing, 'ask-deputy')).toEqual([]);
  });
});

describe('what somebody has a stake in', () => {
  it.each([
    ['by their address as contact', from('Dan@Nordic.example')],
    [
      'by what their institution is called, in any language',
      { organisation: ' Pohjoismainen aluekehityksen keskus  NORDREGIO' },
    ],
    ['by what else they belong to', { organisation: 'Föreningen Dans vänner' }],
    ['by the domain of their institution', from('someone@mail.regio.example')],
  ])('they neither are asked about nor decide: %s', (_how, changes) => {
    const own = {
      ...regional,
      domains: ['Regio.example'],
      moderators: regional.moderators.map((one) => ({ ...one, belongsTo: ['föreningen dans vänner'] })),
    };
    const known = { ...settings, institutions: [lead, own] };
    const current = about({ themes: ['housing'], ...changes });
    expect(mayDecide(known, concernedBy(current), 'dan')).toBe(false);
    expect(askedFirst(known, current).reviewers).not.toContain('dan');
    expect(mayDecide(known, concernedBy(about()), 'dan')).toBe(true);
  });

  it('is also what was sent in from their address, whoever the contact is', () => {
    const current = about({ themes: ['housing'] }, { submitter: { name: 'Eva', email: 'eva@nordic.example' } });
    expect(askedFirst(settings, current).reviewers).toEqual(['dan', 'fia']);
  });

  it('is decided elsewhere: at the next route that fits, at the lead institution, at any', () => {
    expect(institutionOf(settings, about({ themes: ['housing'], organisation: 'Nordregio' }))).toBe(
      'nordic_welfare_centre',
    );
    expect(institutionOf(settings, about({ organisation: 'Nordens välfärdscenter' }))).toBe('nordregio');
    expect(reviewersOfStep(settings, about({ organisation: 'Nordregio' }), 'ask-lead')).toEqual(['anna', 'bo']);
    expect(reviewersOfStep(settings, about({ organisation: 'Nordens velferdssenter' }), 'ask-lead')).toEqual([]);
  });

  it('is theirs wherever they sit', () => {
    const both = { ...regional, moderators: [...regional.moderators, ...lead.moderators] };
    const known = { ...settings, institutions: [lead, both] };
    expect(mayDecide(known, concernedBy(about({ organisation: 'Nordregio' })), 'anna')).toBe(false);
  });
});

describe('how many are asked', () => {
  it.each([
    [1, ['dan', 'eva']],
    [2, ['dan', 'eva']],
    [3, ['dan', 'eva', 'fia']],
  ])('for %i approvals', (approvals, reviewers) => {
    const routed = withRoutes({ institution: 'nordregio', approvals }, { institution: 'nordic_welfare_centre' });
    expect(askedFirst(routed, about())).toMatchObject({ approvals, reviewers });
  });

  it('is never one person alone: the deputy is added, then the people of the lead institution', () => {
    expect(askedFirst(settings, about({ themes: ['housing'], ...from('dan@nordic.example') })).reviewers).toEqual([
      'eva',
      'fia',
    ]);
    const { deputy: _deputy, ...without } = regional;
    const known = { ...settings, institutions: [lead, without] };
    expect(askedFirst(known, about({ themes: ['housing'], ...from('dan@nordic.example') })).reviewers).toEqual([
      'eva',
      'anna',
      'bo',
    ]);
  });
});

describe('when fewer are free than must approve', () => {
  const three = withRoutes({ institution: 'nordic_welfare_centre', approvals: 3 });

  it('people of other institutions are asked too, and as many must approve as ever', () => {
    expect(askedFirst(three, about())).toMatchObject({ approvals: 3, reviewers: ['anna', 'bo', 'cia'] });
    const own = about(from('anna@nordic.example'));
    expect(askedFirst(three, own)).toMatchObject({ approvals: 3, reviewers: ['bo', 'cia', 'dan', 'eva', 'fia'] });
  });

  it('so it is in a later round', () => {
    const own = about(from('anna@nordic.example'), { reviewers: ['anna', 'bo', 'cia'] });
    expect(askedOf(three, own)).toMatchObject({ approvals: 3, reviewers: ['bo', 'cia', 'dan', 'eva', 'fia'] });
  });

  it('nobody is, when all have a stake in it', () => {
    const all = about({ organisation: 'Nordregio', ...from('bo@nordic.example') });
    const lonely = { ...three, institutions: [{ ...lead, moderators: [], deputy: lead.moderators[1] }, regional] };
    expect(askedFirst(lonely, all).reviewers).toEqual([]);
  });
});

describe('who is asked about a later round', () => {
  const later = (...reviewers: string[]) => about({ themes: ['housing'] }, { reviewers });

  it('is whoever was asked before', () => {
    expect(askedOf(settings, later('eva', 'fia')).reviewers).toEqual(['eva', 'fia']);
  });

  it('is nobody who has left or has a stake in it; others are added where too few are left', () => {
    expect(askedOf(settings, later('gone', 'eva')).reviewers).toEqual(['eva', 'dan']);
    const own = about({ themes: ['housing'], ...from('eva@nordic.example') }, { reviewers: ['dan', 'eva'] });
    expect(askedOf(settings, own).reviewers).toEqual(['dan', 'fia']);
  });
});

describe('who breaks a tie', () => {
  const torn = (...voters: string[]) => {
    const current = aCase('in-review', { reviewers: voters });
    const at = current.createdAt;
    const disagreed = voters.map((by) => ({
      decision: 'approve' as const,
      by,
      institution: 'nordregio',
      round: 1,
      at,
    }));
    return { ...current, question: current.question && { ...current.question, disagreed } };
  };

  it('is whoever at the lead institution has not voted, its deputy too', () => {
    expect(askedOf(settings, torn('dan', 'eva'))).toEqual({ approvals: 1, reviewers: ['anna', 'bo', 'cia'] });
    expect(askedOf(settings, torn('anna', 'bo')).reviewers).toEqual(['cia']);
  });

  it('can be nobody', () => {
    expect(askedOf(settings, torn('anna', 'bo', 'cia')).reviewers).toEqual([]);
  });
});

describe('a seat', () => {
  it('belongs to moderators and deputies, and to nobody who has left', () => {
    expect(seatOf(settings, 'eva')).toMatchObject({ moderator: { id: 'eva' }, institution: { id: 'nordregio' } });
    expect(seatOf(settings, 'cia')?.institution.id).toBe('nordic_welfare_centre');
    expect(seatOf(settings, 'gone')).toBeUndefined();
  });
});
