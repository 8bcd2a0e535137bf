import type { InitiativeWords } from './words.ts';

export const nb: InitiativeWords = {
  name: 'Initiativ',
  invitation: 'Del et initiativ',
  introduction: `Her kan du dele et initiativ som hjelper flyktninger eller innvandrere med å finne seg til rette i et nordisk land: et prosjekt, et tiltak eller en måte å arbeide på som andre kan lære av. En medarbeider ved en nordisk institusjon leser det før det blir publisert.

Initiativet ditt hører hjemme her hvis

- det handler om integrering av flyktninger eller innvandrere,
- det foregår i minst ett nordisk land eller på Færøyene, Grønland eller Åland,
- du kan si hvem som står bak, og når det begynte eller skal begynne,
- andre kan lære av det. Det som ikke fungerte, er også verdt å dele.

Skriv i hele setninger, slik at teksten kan forstås alene. «Se nettsiden vår» er ikke nok; nettadresser har sitt eget felt.

Skriv aldri om enkeltpersoner på en måte som gjør at noen kan kjenne dem igjen, heller ikke uten navn. Tekstene må ikke være reklame.`,
  headings: {
    initiative: 'Initiativet',
    where: 'Hvor og av hvem',
    about: 'Hva det handler om',
    when: 'Når',
    learned: 'Resultater og erfaringer',
    funding: 'Finansiering',
    contact: 'Slik kan vi og andre nå deg',
    consent: 'Før du sender',
  },
  fields: {
    title: { label: 'Tittel', hint: 'Si med få ord hva dere gjør, uten nettadresse.' },
    summary: {
      label: 'Sammendrag',
      hint: 'Hva dere gjør, for hvem og hvorfor, i to eller tre setninger. Dette er det folk leser først.',
    },
    language: { label: 'Språket i tekstene', hint: 'Skriv alle tekstene på samme språk.' },
    description: { label: 'Beskrivelse', hint: 'Hvilket problem sto dere overfor, og hvordan går dere fram?' },
    website: { label: 'Nettside', hint: 'Begynner med https://' },
    countries: { label: 'Land', hint: 'Hvor foregår initiativet?' },
    actorType: { label: 'Type organisasjon' },
    organisation: { label: 'Navnet på organisasjonen' },
    themes: { label: 'Temaer' },
    targetGroups: { label: 'Målgrupper' },
    goals: {
      label: 'Mål i den nordiske handlingsplanen 2021–2024',
      hint: 'Kryss av for et mål bare hvis initiativet tydelig bidrar til det.',
    },
    phase: { label: 'Hvor langt det har kommet' },
    startDate: { label: 'Start' },
    endDate: { label: 'Slutt', hint: 'La feltet stå tomt hvis det ikke er planlagt noen slutt.' },
    results: { label: 'Resultater', hint: 'Hva har endret seg, og hvordan vet dere det?' },
    lessons: {
      label: 'Erfaringer',
      hint: 'Hva fungerte, hva fungerte ikke, og hva ville dere gjort annerledes i dag?',
    },
    transferability: { label: 'Råd til andre', hint: 'Hva skal til for å gjøre det samme et annet sted?' },
    funding: { label: 'Finansiering' },
    'funding.source': { label: 'Hvem betaler' },
    'funding.amount': { label: 'Beløp', hint: 'For hele perioden, som et tall.' },
    'funding.currency': { label: 'Valuta' },
    contact: { label: 'Kontakt' },
    'contact.name': { label: 'Kontaktperson' },
    'contact.email': { label: 'E-postadresse', hint: 'Hit skriver vi til deg når det skjer noe.' },
    'contact.role': { label: 'Rolle' },
    'contact.public': {
      label: 'Vis navnet, rollen og e-postadressen min sammen med det publiserte initiativet',
      hint: 'Da kan andre skrive direkte til deg. Hvis du ikke krysser av, er det bare de som behandler saken, som ser opplysningene.',
    },
    consent: {
      label:
        'Jeg kan dele dette på vegne av organisasjonen og godtar at det blir publisert, slik at alle kan lese det. Det står ingenting som enkeltpersoner kan kjennes igjen på.',
    },
  },
};
