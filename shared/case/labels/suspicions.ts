import type { Suspicion } from '#shared/case/screening.ts';
import type { InEveryLanguage } from '#shared/i18n/language.ts';

/** What moderators are told that screening noticed, in whole sentences. */
export const suspicionSentences: InEveryLanguage<Readonly<Record<Suspicion, string>>> = {
  en: {
    honeypot: 'A field that people cannot see was filled in.',
    'too-fast': 'The form was sent within seconds of the page being opened.',
    'link-farm': 'The text contains unusually many links.',
    'link-in-title': 'The title contains a web address.',
    repetition: 'One text repeats the same words over and over.',
    'disposable-sender': 'The sender uses a throwaway address.',
  },
  da: {
    honeypot: 'Et felt, som mennesker ikke kan se, var udfyldt.',
    'too-fast': 'Formularen blev sendt få sekunder efter, at siden blev åbnet.',
    'link-farm': 'Teksten indeholder usædvanligt mange links.',
    'link-in-title': 'Titlen indeholder en webadresse.',
    repetition: 'En tekst gentager de samme ord igen og igen.',
    'disposable-sender': 'Afsenderen bruger en midlertidig engangsadresse.',
  },
  nb: {
    honeypot: 'Et felt som mennesker ikke ser, var fylt ut.',
    'too-fast': 'Skjemaet ble sendt inn få sekunder etter at siden ble åpnet.',
    'link-farm': 'Teksten inneholder uvanlig mange lenker.',
    'link-in-title': 'Tittelen inneholder en nettadresse.',
    repetition: 'En tekst gjentar de samme ordene om og om igjen.',
    'disposable-sender': 'Avsenderen bruker en midlertidig engangsadresse.',
  },
  sv: {
    honeypot: 'Ett fält som människor inte ser var ifyllt.',
    'too-fast': 'Formuläret skickades in bara några sekunder efter att sidan hade öppnats.',
    'link-farm': 'Texten innehåller ovanligt många länkar.',
    'link-in-title': 'Titeln innehåller en webbadress.',
    repetition: 'En text upprepar samma ord gång på gång.',
    'disposable-sender': 'Avsändaren använder en tillfällig engångsadress.',
  },
  fi: {
    honeypot: 'Kenttä, jota ihmiset eivät näe, oli täytetty.',
    'too-fast': 'Lomake lähetettiin muutaman sekunnin kuluttua sivun avaamisesta.',
    'link-farm': 'Tekstissä on poikkeuksellisen paljon linkkejä.',
    'link-in-title': 'Otsikossa on verkko-osoite.',
    repetition: 'Tekstissä toistuvat samat sanat kerta toisensa jälkeen.',
    'disposable-sender': 'Lähettäjä käyttää kertakäyttöistä sähköpostiosoitetta.',
  },
  is: {
    honeypot: 'Fyllt var út í reit sem fólk sér ekki.',
    'too-fast': 'Eyðublaðið var sent inn fáeinum sekúndum eftir að síðan var opnuð.',
    'link-farm': 'Óvenju margir tenglar eru í textanum.',
    'link-in-title': 'Vefslóð er í heitinu.',
    repetition: 'Sömu orðin eru endurtekin hvað eftir annað.',
    'disposable-sender': 'Sendandinn notar einnota netfang.',
  },
};
