import { describe, expect, it } from 'vitest';
import { faultsOf, firstReviewers, institutionFor, reviewersOfStep, seatOf } from '#shared/moderation/routing.ts';
import { ModerationSettings } from '#shared/moderation/settings.ts';
import { content } from '#test/support/cases.ts';
import { settings } from '#test/support/services.ts';

const [lead, regional] = settings.institutions;
if (lead === undefined || regional === undefined) throw new Error('The settings of the tests name two institutions');
const housing = { ...content, themes: ['culture', 'housing'] };
const withRoutes = (...routes: ModerationSettings['routes']) => ({ ...settings, routes });

describe('the institution that moderates', () => {
  it('is the one of the first route that fits', () => {
    expect(institutionFor(settings, 'initiative', housing).id).toBe('nordregio');
    expect(institutionFor(settings, 'initiative', content).id).toBe('nordic_welfare_centre');
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
    expect(institutionFor(routed, 'initiative', content).id).toBe(fits ? 'nordregio' : 'nordic_welfare_centre');
  });

  it('has its moderators asked first, then its deputy, then the lead institution', () => {
    expect(firstReviewers(settings, 'initiative', housing)).toEqual(['dan', 'eva']);
    expect(reviewersOfStep(settings, 'initiative', housing, 'remind')).toEqual([]);
    expect(reviewersOfStep(settings, 'initiative', housing, 'ask-deputy')).toEqual(['fia']);
    expect(reviewersOfStep(settings, 'initiative', housing, 'ask-lead')).toEqual(['anna', 'bo']);
  });

  it('may have no deputy', () => {
    const { deputy: _deputy, ...without } = regional;
    const alone = { ...settings, institutions: [lead, without] };
    expect(reviewersOfStep(alone, 'initiative', housing, 'ask-deputy')).toEqual([]);
  });
});

describe('a seat', () => {
  it('belongs to moderators and deputies, and to nobody who has left', () => {
    expect(seatOf(settings, 'eva')).toMatchObject({ moderator: { id: 'eva' }, institution: { id: 'nordregio' } });
    expect(seatOf(settings, 'cia')?.institution.id).toBe('nordic_welfare_centre');
    expect(seatOf(settings, 'gone')).toBeUndefined();
  });
});

describe('settings are refused', () => {
  const one = lead.moderators.slice(0, 1);
  const everywhere = { institution: 'nordic_welfare_centre' };

  it.each<[string, ModerationSettings, string]>([
    [
      'a route to nowhere',
      withRoutes({ themes: ['housing'], institution: 'atlantis' }, everywhere),
      'Route 1 (to atlantis) leads to an institution that is not defined',
    ],
    [
      'a route without a moderator',
      { ...settings, institutions: [lead, { ...regional, moderators: [] }] },
      'Route 1 (to nordregio) leads to an institution without a moderator',
    ],
    [
      'a single moderator',
      { ...settings, institutions: [{ ...lead, moderators: one }, regional] },
      'Route 2 (to nordic_welfare_centre) leads to a single moderator',
    ],
    [
      'one person listed twice',
      { ...settings, institutions: [{ ...lead, moderators: [...one, ...one] }, regional] },
      'Route 2 (to nordic_welfare_centre) leads to a single moderator',
    ],
    [
      'a last route with conditions',
      withRoutes({ countries: ['SE'], institution: 'nordregio' }),
      'The last route has conditions, so some submissions would find no moderator',
    ],
    ['no route', withRoutes(), 'The last route has conditions, so some submissions would find no moderator'],
    [
      'a form that is misspelt',
      withRoutes({ form: 'initative', institution: 'nordregio' }, { institution: 'nordic_welfare_centre' }),
      'Route 1 (to nordregio) waits for the form initative, which is not offered',
    ],
    [
      'a theme that is misspelt',
      withRoutes({ themes: ['culutre'], institution: 'nordregio' }, { institution: 'nordic_welfare_centre' }),
      'Route 1 (to nordregio) waits for culutre, which is no code of the vocabulary',
    ],
    [
      'no lead',
      { ...settings, institutions: [{ ...lead, lead: false }, regional] },
      'There must be one lead institution, not 0',
    ],
    [
      'two leads',
      { ...settings, institutions: [lead, { ...regional, lead: true }] },
      'There must be one lead institution, not 2',
    ],
    [
      'an id for two people',
      {
        ...settings,
        institutions: [
          lead,
          { ...regional, moderators: regional.moderators.map((person) => ({ ...person, id: 'anna' })) },
        ],
      },
      'Two moderators share the id anna',
    ],
  ])('that name %s', (_what, wrong, fault) => {
    expect(faultsOf(wrong)).toContain(fault);
  });

  it('not when all is well', () => {
    expect(faultsOf(settings)).toEqual([]);
  });

  it('whose people have no address or an id that no link can carry', () => {
    const parse = (change: object) =>
      ModerationSettings.safeParse({
        ...settings,
        institutions: [{ ...lead, moderators: [{ ...lead.moderators[0], ...change }] }],
      }).success;
    expect(parse({})).toBe(true);
    expect(parse({ email: 'nowhere' })).toBe(false);
    expect(parse({ id: 'Anna L' })).toBe(false);
    expect(parse({ language: 'de' })).toBe(false);
  });
});
