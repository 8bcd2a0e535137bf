import { describe, expect, it } from 'vitest';
import { checkSettings, placeholdersIn, stageNames, stageSettings } from '#infra/stages.ts';

const settings = stageSettings('local');
const { institutions, routes } = settings.moderation;

it.each(stageNames)('has settings for %s that can be used', (stage) => {
  expect(stageSettings(stage).moderation.institutions.length).toBeGreaterThan(1);
});

describe('settings are refused at synth', () => {
  it.each([
    [
      'a route to an institution without a moderator',
      {
        moderation: {
          undoMinutes: 10,
          routes,
          institutions: institutions.map((one) => (one.id === 'nordregio' ? { ...one, moderators: [] } : one)),
        },
      },
      /stage prod.*Route \d \(to nordregio\)/s,
    ],
    [
      'a route to an institution that is not defined',
      { moderation: { undoMinutes: 10, institutions, routes: [{ institution: 'somebody_else' }] } },
      /Route 1 \(to somebody_else\)/,
    ],
    [
      'no route for the rest',
      { moderation: { undoMinutes: 10, institutions, routes: routes.slice(0, -1) } },
      /last route/,
    ],
    ['origins for a form that is not offered', { allowedOrigins: { initative: [] } }, /initative/],
    [
      'a sender on another domain',
      { mail: { ...settings.mail, address: 'no-reply@elsewhere.example' } },
      /mail\.address/,
    ],
    ['an origin with a slash at the end', { origin: 'https://clearing.example/' }, /origin is no origin/],
    [
      'an origin with a path that may post',
      { allowedOrigins: { initiative: ['https://www.example', 'https://www.example/ideas'] } },
      /allowedOrigins\.initiative\.1 is no origin/,
    ],
    [
      'an address with a name',
      { mail: { ...settings.mail, address: 'Us <us@clearing-centre.example>' } },
      /mail\.address/,
    ],
    [
      'an institution that nobody can ask',
      { moderation: { undoMinutes: 10, routes, institutions: institutions.map(({ contact: _, ...one }) => one) } },
      /moderation\.institutions\.0\.contact is missing or wrong/,
    ],
    ['a misspelt name', { operatorMail: 'operator@clearing-centre.example' }, /operatorMail/],
    ['no address for alarms', { operatorEmail: undefined }, /operatorEmail/],
    ['a runbook that no alarm can link to', { runbook: 'infra/RUNBOOK.md' }, /runbook is missing or wrong/],
  ])('with %s, which is named', (_, change, named) => {
    expect(() => checkSettings('prod', { ...settings, ...change })).toThrow(named);
  });
});

it('finds the addresses that a new installation has to replace', () => {
  const real = { ...settings, operatorEmail: 'operator@nordicwelfare.org' };
  expect(placeholdersIn(settings)).toContain(settings.operatorEmail);
  expect(placeholdersIn(real)).not.toContain(real.operatorEmail);
  const { contact, moderators, deputy } = institutions[0] ?? {};
  for (const address of [contact, moderators?.[0]?.email, deputy?.email])
    expect(placeholdersIn(settings)).toContain(address);
});

it('asks at least two people about each submission, in their own languages on this machine', () => {
  expect(institutions.filter(({ moderators }) => moderators.length < 2)).toEqual([]);
  expect(
    new Set(institutions.flatMap(({ moderators }) => moderators.map(({ language }) => language))).size,
  ).toBeGreaterThan(3);
});
