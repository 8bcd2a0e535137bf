import type { InEveryLanguage, Language } from '#shared/i18n/language.ts';

/** The names of content languages as they stand inside the notice: inflected, so no label can be glued in (vocabulary notes). */
const namesInNotice: InEveryLanguage<Readonly<Record<string, string>>> = {
  en: {
    da: 'Danish',
    nb: 'Norwegian (Bokmål)',
    nn: 'Norwegian (Nynorsk)',
    sv: 'Swedish',
    fi: 'Finnish',
    is: 'Icelandic',
    fo: 'Faroese',
    kl: 'Greenlandic',
    se: 'Northern Sami',
    en: 'English',
  },
  da: {
    da: 'dansk',
    nb: 'norsk (bokmål)',
    nn: 'norsk (nynorsk)',
    sv: 'svensk',
    fi: 'finsk',
    is: 'islandsk',
    fo: 'færøsk',
    kl: 'grønlandsk',
    se: 'nordsamisk',
    en: 'engelsk',
  },
  nb: {
    da: 'dansk',
    nb: 'norsk (bokmål)',
    nn: 'norsk (nynorsk)',
    sv: 'svensk',
    fi: 'finsk',
    is: 'islandsk',
    fo: 'færøysk',
    kl: 'grønlandsk',
    se: 'nordsamisk',
    en: 'engelsk',
  },
  sv: {
    da: 'danska',
    nb: 'norska (bokmål)',
    nn: 'norska (nynorska)',
    sv: 'svenska',
    fi: 'finska',
    is: 'isländska',
    fo: 'färöiska',
    kl: 'grönländska',
    se: 'nordsamiska',
    en: 'engelska',
  },
  fi: {
    da: 'tanskaksi',
    nb: 'norjaksi (bokmål)',
    nn: 'norjaksi (nynorsk)',
    sv: 'ruotsiksi',
    fi: 'suomeksi',
    is: 'islanniksi',
    fo: 'fääriksi',
    kl: 'grönlanniksi',
    se: 'pohjoissaameksi',
    en: 'englanniksi',
  },
  is: {
    da: 'dönsku',
    nb: 'norsku (bókmáli)',
    nn: 'norsku (nýnorsku)',
    sv: 'sænsku',
    fi: 'finnsku',
    is: 'íslensku',
    fo: 'færeysku',
    kl: 'grænlensku',
    se: 'norðursamísku',
    en: 'ensku',
  },
};

const notices: InEveryLanguage<(shown: string) => string> = {
  en: (shown) => `This content is not available in the language you chose, so we show it in ${shown}.`,
  da: (shown) => `Indholdet findes ikke på det sprog, du har valgt, så vi viser det på ${shown}.`,
  nb: (shown) => `Innholdet finnes ikke på språket du har valgt, så vi viser det på ${shown}.`,
  sv: (shown) => `Innehållet finns inte på det språk du har valt, så vi visar det på ${shown}.`,
  fi: (shown) => `Sisältöä ei ole saatavilla valitsemallasi kielellä, joten näytämme sen ${shown}.`,
  is: (shown) => `Efnið er ekki til á tungumálinu sem þú valdir og því birtum við það á ${shown}.`,
};

/** Tells a reader that a text is shown in another language than theirs. `shown` is a content language code such as `nn`. */
export function fallbackNotice(language: Language, shown: string): string {
  return notices[language](namesInNotice[language][shown] ?? shown);
}
