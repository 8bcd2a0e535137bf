import type { RejectReason } from '#shared/case/case.ts';
import type { InEveryLanguage } from '#shared/i18n/language.ts';

/** What moderators choose from and submitters are told. */
export const rejectReasonLabels: InEveryLanguage<Readonly<Record<RejectReason, string>>> = {
  en: {
    'out-of-scope': 'It does not belong here',
    duplicate: 'It is already here',
    incomplete: 'Too much is missing',
    'not-verifiable': 'It could not be verified',
    'personal-data': 'It contains personal data about others',
    advertising: 'It is advertising',
    other: 'Another reason',
  },
  da: {
    'out-of-scope': 'Det hører ikke til her',
    duplicate: 'Det findes her allerede',
    incomplete: 'Der mangler for meget',
    'not-verifiable': 'Det kunne ikke bekræftes',
    'personal-data': 'Det indeholder personoplysninger om andre',
    advertising: 'Det er reklame',
    other: 'En anden grund',
  },
  nb: {
    'out-of-scope': 'Det hører ikke hjemme her',
    duplicate: 'Det finnes her fra før',
    incomplete: 'Det mangler for mye',
    'not-verifiable': 'Det lot seg ikke bekrefte',
    'personal-data': 'Det inneholder personopplysninger om andre',
    advertising: 'Det er reklame',
    other: 'En annen grunn',
  },
  sv: {
    'out-of-scope': 'Det hör inte hemma här',
    duplicate: 'Det finns redan här',
    incomplete: 'För mycket saknas',
    'not-verifiable': 'Det gick inte att bekräfta',
    'personal-data': 'Det innehåller personuppgifter om andra',
    advertising: 'Det är reklam',
    other: 'En annan orsak',
  },
  fi: {
    'out-of-scope': 'Ei kuulu tähän palveluun',
    duplicate: 'On palvelussa jo ennestään',
    incomplete: 'Tiedoissa on liian suuria puutteita',
    'not-verifiable': 'Tietoja ei voitu vahvistaa',
    'personal-data': 'Sisältää muiden ihmisten henkilötietoja',
    advertising: 'On mainontaa',
    other: 'Muu syy',
  },
  is: {
    'out-of-scope': 'Á ekki heima hér',
    duplicate: 'Er hér nú þegar',
    incomplete: 'Of mikið vantar',
    'not-verifiable': 'Ekki tókst að staðfesta efnið',
    'personal-data': 'Inniheldur persónuupplýsingar um aðra',
    advertising: 'Er auglýsing',
    other: 'Önnur ástæða',
  },
};
