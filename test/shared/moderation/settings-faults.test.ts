import { describe, expect, it } from 'vitest';
import { ModerationSettings } from '#shared/moderation/settings.ts';
import { faultsOf } from '#shared/moderation/settings-faults.ts';
import { settings } from '#test/support/services.ts';

const [lead, regional] = settings.institutions;
if (lead === undefined || regional === undefined) throw new Error('The settings of the tests name two institutions');
const withRoutes = (...routes: ModerationSettings['routes']) => ({ ...settings, routes });

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
    [
      'two ids for one person, who could approve twice',
      {
        ...settings,
        institutions: [
          lead,
          {
            ...regional,
            moderators: regional.moderators.map((person) => ({ ...person, email: 'Anna@nordic.example' })),
          },
        ],
      },
      'anna and dan are one person',
    ],
    [
      'more approvals than there are people',
      {
        ...settings,
        institutions: [{ ...lead, deputy: undefined }],
        routes: [{ ...everywhere, approvals: 3 }],
      },
      'Route 1 (to nordic_welfare_centre) needs 3 to approve, but 2 can decide',
    ],
    [
      'more approvals than people without a stake in what an institution itself sends in',
      {
        ...settings,
        institutions: [lead, { ...regional, deputy: undefined }],
        routes: [{ ...everywhere, approvals: 3 }],
      },
      'Route 1 (to nordic_welfare_centre) needs 3 to approve, but 2 can decide about what nordic_welfare_centre sends in',
    ],
    [
      'nobody who could decide about the own submissions of the lead institution',
      { ...settings, institutions: [lead], routes: [everywhere] },
      'Route 1 (to nordic_welfare_centre) needs 1 to approve, but 0 can decide about what nordic_welfare_centre sends in',
    ],
    [
      'more approvals than people without a stake in what comes from a domain',
      {
        ...settings,
        institutions: settings.institutions.map((one) => ({ ...one, domains: ['nordic.example'] })),
      },
      'Route 1 (to nordregio) needs 1 to approve, but 0 can decide about what nordic.example sends in',
    ],
    [
      'more approvals than people who do not belong to an organisation',
      {
        ...settings,
        institutions: settings.institutions.map((one) => ({
          ...one,
          moderators: one.moderators.map((person) => ({ ...person, belongsTo: ['Föreningen'] })),
        })),
        routes: [{ ...everywhere, approvals: 3 }],
      },
      'Route 1 (to nordic_welfare_centre) needs 3 to approve, but 2 can decide about what Föreningen sends in',
    ],
    [
      'more approvals than people when one of them sends something in',
      {
        ...settings,
        institutions: [
          { ...lead, deputy: undefined },
          { ...regional, moderators: lead.moderators, deputy: regional.deputy },
        ],
        routes: [{ ...everywhere, approvals: 3 }],
      },
      'Route 1 (to nordic_welfare_centre) needs 3 to approve, but 2 can decide about what anna sends in',
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
