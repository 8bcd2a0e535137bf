import type { InEveryLanguage } from './language.ts';

/** What the service calls itself. The word for a clearing centre follows the programme's own texts in each language. */
export const serviceName: InEveryLanguage<string> = {
  en: 'Nordic Clearing Centre on Integration',
  da: 'Den nordiske clearingcentral for integration',
  nb: 'Nordisk clearingsentral for integrering',
  sv: 'Nordiska clearingcentralen för integration',
  fi: 'Pohjoismainen kotoutumisen osaamiskeskus',
  is: 'Norræn upplýsingamiðstöð um aðlögun',
};
