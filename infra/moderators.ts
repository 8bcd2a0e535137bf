import type { Language } from '#shared/i18n/language.ts';
import type { ModerationSettings, Moderator } from '#shared/moderation/settings.ts';

/**
 * Who moderates what. Change people here; at each institution at least two, so that no case hangs on one person.
 * The first route that fits a submission wins, and the last fits all (README, "How to add a moderator").
 */
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
export const localModeration: ModerationSettings = {
  institutions: [
    {
      id: 'nordic_welfare_centre',
      lead: true,
      moderators: [
        person('anna-lindqvist', 'Anna Lindqvist', 'nordicwelfare.example', 'sv'),
        person('mikkel-soerensen', 'Mikkel Sørensen', 'nordicwelfare.example', 'da'),
      ],
      deputy: person('paivi-korhonen', 'Päivi Korhonen', 'nordicwelfare.example', 'fi'),
    },
    {
      id: 'nordregio',
      lead: false,
      moderators: [
        person('erik-wallin', 'Erik Wallin', 'nordregio.example', 'sv'),
        person('sigrun-jonsdottir', 'Sigrún Jónsdóttir', 'nordregio.example', 'is'),
      ],
      deputy: person('emma-clarke', 'Emma Clarke', 'nordregio.example', 'en'),
    },
    {
      id: 'nordforsk',
      lead: false,
      moderators: [
        person('ingrid-hauge', 'Ingrid Hauge', 'nordforsk.example', 'nb'),
        person('lars-holm', 'Lars Holm', 'nordforsk.example', 'da'),
      ],
      deputy: person('noora-laine', 'Noora Laine', 'nordforsk.example', 'fi'),
    },
    {
      id: 'nordic_culture_point',
      lead: false,
      moderators: [
        person('aino-makela', 'Aino Mäkelä', 'culturepoint.example', 'fi'),
        person('kari-nygaard', 'Kari Nygaard', 'culturepoint.example', 'nb'),
      ],
      deputy: person('maria-ek', 'Maria Ek', 'culturepoint.example', 'sv'),
    },
  ],
  routes,
};

/** Stands in for the people of a stage that has not named them yet. No mail reaches these addresses. */
export function placeholderModeration(domain: string): ModerationSettings {
  const institutions = localModeration.institutions.map(({ id, lead }) => {
    const seat = (which: string) => person(`${id.replaceAll('_', '-')}-${which}`, `${which}, ${id}`, domain, 'en');
    return { id, lead, moderators: [seat('first-moderator'), seat('second-moderator')], deputy: seat('deputy') };
  });
  return { institutions, routes };
}

function person(id: string, name: string, domain: string, language: Language): Moderator {
  return { id, name, email: `${id.replaceAll('-', '.')}@${domain}`, language };
}
