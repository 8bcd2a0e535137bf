import type { Institution, ModerationSettings } from '#shared/moderation/settings.ts';

/**
 * Who moderates what, stage by stage; a person is a line. At each institution at least two, so that no case hangs on one.
 * Links and histories know a person by `id`: it stays when name or address change, and is never given to somebody else.
 * Submitters see and write to an institution's `contact`.
 */

/** The first route that fits a submission wins, and the last fits all. */
const routes: ModerationSettings['routes'] = [
  { themes: ['culture', 'civil_society_participation', 'children_youth'], institution: 'nordic_culture_point' },
  {
    themes: ['rural_regional_development', 'housing', 'labour_market', 'segregation_cohesion'],
    institution: 'nordregio',
  },
  { themes: ['education', 'qualification_recognition'], institution: 'nordforsk' },
  { institution: 'nordic_welfare_centre' },
];

/** Invented people for this machine; the local world keeps all mail. */
export const localModeration = settingsOf([
  {
    id: 'nordic_welfare_centre',
    lead: true,
    contact: 'integration@nordicwelfare.example',
    moderators: [
      { id: 'anna-lindqvist', name: 'Anna Lindqvist', email: 'anna.lindqvist@nordicwelfare.example', language: 'sv' },
      {
        id: 'mikkel-soerensen',
        name: 'Mikkel Sørensen',
        email: 'mikkel.soerensen@nordicwelfare.example',
        language: 'da',
      },
    ],
    deputy: {
      id: 'paivi-korhonen',
      name: 'Päivi Korhonen',
      email: 'paivi.korhonen@nordicwelfare.example',
      language: 'fi',
    },
  },
  {
    id: 'nordregio',
    lead: false,
    contact: 'integration@nordregio.example',
    moderators: [
      { id: 'erik-wallin', name: 'Erik Wallin', email: 'erik.wallin@nordregio.example', language: 'sv' },
      {
        id: 'sigrun-jonsdottir',
        name: 'Sigrún Jónsdóttir',
        email: 'sigrun.jonsdottir@nordregio.example',
        language: 'is',
      },
    ],
    deputy: { id: 'emma-clarke', name: 'Emma Clarke', email: 'emma.clarke@nordregio.example', language: 'en' },
  },
  {
    id: 'nordforsk',
    lead: false,
    contact: 'integration@nordforsk.example',
    moderators: [
      { id: 'ingrid-hauge', name: 'Ingrid Hauge', email: 'ingrid.hauge@nordforsk.example', language: 'nb' },
      { id: 'lars-holm', name: 'Lars Holm', email: 'lars.holm@nordforsk.example', language: 'da' },
    ],
    deputy: { id: 'noora-laine', name: 'Noora Laine', email: 'noora.laine@nordforsk.example', language: 'fi' },
  },
  {
    id: 'nordic_culture_point',
    lead: false,
    contact: 'integration@culturepoint.example',
    moderators: [
      { id: 'aino-makela', name: 'Aino Mäkelä', email: 'aino.makela@culturepoint.example', language: 'fi' },
      { id: 'kari-nygaard', name: 'Kari Nygaard', email: 'kari.nygaard@culturepoint.example', language: 'nb' },
    ],
    deputy: { id: 'maria-ek', name: 'Maria Ek', email: 'maria.ek@culturepoint.example', language: 'sv' },
  },
]);

/** Stage dev. No mail reaches `.example`: replace every line by a person who takes part in the tests. */
export const devModeration = settingsOf([
  {
    id: 'nordic_welfare_centre',
    lead: true,
    contact: 'welfare@dev.moderators.example',
    moderators: [
      { id: 'welfare-1', name: 'To be named', email: 'welfare-1@dev.moderators.example', language: 'sv' },
      { id: 'welfare-2', name: 'To be named', email: 'welfare-2@dev.moderators.example', language: 'da' },
    ],
    deputy: { id: 'welfare-3', name: 'To be named', email: 'welfare-3@dev.moderators.example', language: 'fi' },
  },
  {
    id: 'nordregio',
    lead: false,
    contact: 'nordregio@dev.moderators.example',
    moderators: [
      { id: 'nordregio-1', name: 'To be named', email: 'nordregio-1@dev.moderators.example', language: 'sv' },
      { id: 'nordregio-2', name: 'To be named', email: 'nordregio-2@dev.moderators.example', language: 'is' },
    ],
    deputy: { id: 'nordregio-3', name: 'To be named', email: 'nordregio-3@dev.moderators.example', language: 'en' },
  },
  {
    id: 'nordforsk',
    lead: false,
    contact: 'nordforsk@dev.moderators.example',
    moderators: [
      { id: 'nordforsk-1', name: 'To be named', email: 'nordforsk-1@dev.moderators.example', language: 'nb' },
      { id: 'nordforsk-2', name: 'To be named', email: 'nordforsk-2@dev.moderators.example', language: 'da' },
    ],
    deputy: { id: 'nordforsk-3', name: 'To be named', email: 'nordforsk-3@dev.moderators.example', language: 'fi' },
  },
  {
    id: 'nordic_culture_point',
    lead: false,
    contact: 'culture@dev.moderators.example',
    moderators: [
      { id: 'culture-1', name: 'To be named', email: 'culture-1@dev.moderators.example', language: 'fi' },
      { id: 'culture-2', name: 'To be named', email: 'culture-2@dev.moderators.example', language: 'nb' },
    ],
    deputy: { id: 'culture-3', name: 'To be named', email: 'culture-3@dev.moderators.example', language: 'sv' },
  },
]);

/** Stage prod. No mail reaches `.example`: replace every line by a person who moderates. */
export const prodModeration = settingsOf([
  {
    id: 'nordic_welfare_centre',
    lead: true,
    contact: 'welfare@moderators.example',
    moderators: [
      { id: 'welfare-1', name: 'To be named', email: 'welfare-1@moderators.example', language: 'sv' },
      { id: 'welfare-2', name: 'To be named', email: 'welfare-2@moderators.example', language: 'da' },
    ],
    deputy: { id: 'welfare-3', name: 'To be named', email: 'welfare-3@moderators.example', language: 'fi' },
  },
  {
    id: 'nordregio',
    lead: false,
    contact: 'nordregio@moderators.example',
    moderators: [
      { id: 'nordregio-1', name: 'To be named', email: 'nordregio-1@moderators.example', language: 'sv' },
      { id: 'nordregio-2', name: 'To be named', email: 'nordregio-2@moderators.example', language: 'is' },
    ],
    deputy: { id: 'nordregio-3', name: 'To be named', email: 'nordregio-3@moderators.example', language: 'en' },
  },
  {
    id: 'nordforsk',
    lead: false,
    contact: 'nordforsk@moderators.example',
    moderators: [
      { id: 'nordforsk-1', name: 'To be named', email: 'nordforsk-1@moderators.example', language: 'nb' },
      { id: 'nordforsk-2', name: 'To be named', email: 'nordforsk-2@moderators.example', language: 'da' },
    ],
    deputy: { id: 'nordforsk-3', name: 'To be named', email: 'nordforsk-3@moderators.example', language: 'fi' },
  },
  {
    id: 'nordic_culture_point',
    lead: false,
    contact: 'culture@moderators.example',
    moderators: [
      { id: 'culture-1', name: 'To be named', email: 'culture-1@moderators.example', language: 'fi' },
      { id: 'culture-2', name: 'To be named', email: 'culture-2@moderators.example', language: 'nb' },
    ],
    deputy: { id: 'culture-3', name: 'To be named', email: 'culture-3@moderators.example', language: 'sv' },
  },
]);

function settingsOf(institutions: Institution[]): ModerationSettings {
  return { institutions, routes, undoMinutes: 10 };
}
