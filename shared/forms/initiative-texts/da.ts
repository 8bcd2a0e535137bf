import type { InitiativeWords } from './words.ts';

export const da: InitiativeWords = {
  name: 'Initiativ',
  invitation: 'Del et initiativ',
  introduction: `Her kan du dele et initiativ, der hjælper flygtninge eller indvandrere med at finde sig til rette i et nordisk land: et projekt, et tiltag eller en måde at arbejde på, som andre kan lære af. En medarbejder ved en nordisk institution læser det, før det bliver offentliggjort.

Dit initiativ hører til her, hvis

- det handler om integration af flygtninge eller indvandrere,
- det foregår i mindst ét nordisk land eller på Færøerne, i Grønland eller på Åland,
- du kan sige, hvem der står bag, og hvornår det begyndte eller skal begynde,
- andre kan lære af det. Det, der ikke lykkedes, er også værd at dele.

Skriv i hele sætninger, så teksten kan forstås alene. ”Se vores hjemmeside” er ikke nok; webadresser har deres eget felt.

Skriv aldrig om enkelte personer på en måde, så nogen kan kende dem igen, heller ikke uden navn. Teksterne må ikke være reklame.`,
  headings: {
    initiative: 'Initiativet',
    where: 'Hvor og af hvem',
    about: 'Hvad det handler om',
    when: 'Hvornår',
    learned: 'Resultater og erfaringer',
    funding: 'Finansiering',
    contact: 'Sådan kan vi og andre få fat i dig',
    consent: 'Før du sender',
  },
  fields: {
    title: { label: 'Titel', hint: 'Sig med få ord, hvad I gør, uden webadresse.' },
    summary: {
      label: 'Resumé',
      hint: 'Hvad I gør, for hvem og hvorfor, i to eller tre sætninger. Det er det, folk læser først.',
    },
    language: { label: 'Teksternes sprog', hint: 'Skriv alle tekster på samme sprog.' },
    description: { label: 'Beskrivelse', hint: 'Hvilket problem stod I over for, og hvordan griber I det an?' },
    website: { label: 'Hjemmeside', hint: 'Begynder med https://' },
    countries: { label: 'Lande', hint: 'Hvor foregår initiativet?' },
    actorType: { label: 'Type af organisation' },
    organisation: { label: 'Organisationens navn' },
    themes: { label: 'Temaer' },
    targetGroups: { label: 'Målgrupper' },
    goals: {
      label: 'Mål i den nordiske handlingsplan 2021–2024',
      hint: 'Sæt kun kryds ved et mål, hvis initiativet tydeligt bidrager til det.',
    },
    phase: { label: 'Hvor langt det er' },
    startDate: { label: 'Start' },
    endDate: { label: 'Slut', hint: 'Lad feltet stå tomt, hvis der ikke er planlagt en afslutning.' },
    results: { label: 'Resultater', hint: 'Hvad har ændret sig, og hvordan ved I det?' },
    lessons: { label: 'Erfaringer', hint: 'Hvad virkede, hvad virkede ikke, og hvad ville I gøre anderledes i dag?' },
    transferability: { label: 'Råd til andre', hint: 'Hvad skal der til for at gøre det samme et andet sted?' },
    funding: { label: 'Finansiering' },
    'funding.source': { label: 'Hvem betaler' },
    'funding.amount': { label: 'Beløb', hint: 'For hele perioden, som et tal.' },
    'funding.currency': { label: 'Valuta' },
    contact: { label: 'Kontakt' },
    'contact.name': { label: 'Kontaktperson' },
    'contact.email': { label: 'Mailadresse', hint: 'Her skriver vi til dig, når der sker noget.' },
    'contact.role': { label: 'Rolle' },
    'contact.public': {
      label: 'Vis mit navn, min rolle og min mailadresse sammen med det offentliggjorte initiativ',
      hint: 'Så kan andre skrive direkte til dig. Hvis du ikke sætter kryds, er det kun dem, der behandler din indsendelse, der kan se oplysningerne.',
    },
    consent: {
      label:
        'Jeg må dele dette på organisationens vegne og er indforstået med, at det bliver offentliggjort, så alle kan læse det. Der står intet, som enkelte personer kan genkendes på.',
    },
  },
};
