import type { InitiativeWords } from './words.ts';

export const sv: InitiativeWords = {
  name: 'Initiativ',
  invitation: 'Dela ett initiativ',
  introduction: `Här kan du dela ett initiativ som hjälper flyktingar eller invandrare att finna sig till rätta i ett nordiskt land: ett projekt, en insats eller ett arbetssätt som andra kan lära av. En medarbetare vid en nordisk institution läser det innan det publiceras.

Ditt initiativ hör hemma här om

- det handlar om integration av flyktingar eller invandrare,
- det äger rum i minst ett nordiskt land eller på Färöarna, Grönland eller Åland,
- du kan säga vem som står bakom det och när det började eller ska börja,
- andra kan lära av det. Också det som inte fungerade är värt att dela.

Skriv i hela meningar, så att texten går att förstå för sig själv. ”Se vår webbplats” räcker inte; webbadresser har ett eget fält.

Skriv aldrig om enskilda personer så att någon kan känna igen dem, inte heller utan namn. Texterna får inte vara reklam.`,
  headings: {
    initiative: 'Initiativet',
    where: 'Var och av vem',
    about: 'Vad det handlar om',
    when: 'När',
    learned: 'Resultat och lärdomar',
    funding: 'Finansiering',
    contact: 'Så når vi och andra dig',
    consent: 'Innan du skickar',
  },
  fields: {
    title: { label: 'Titel', hint: 'Säg med några få ord vad ni gör, utan webbadress.' },
    summary: {
      label: 'Sammanfattning',
      hint: 'Vad ni gör, för vem och varför, i två eller tre meningar. Det är det som läses först.',
    },
    language: { label: 'Texternas språk', hint: 'Skriv alla texter på samma språk.' },
    description: { label: 'Beskrivning', hint: 'Vilket problem mötte ni, och hur tar ni er an det?' },
    website: { label: 'Webbplats', hint: 'Börjar med https://' },
    countries: { label: 'Länder', hint: 'Var äger initiativet rum?' },
    actorType: { label: 'Typ av organisation' },
    organisation: { label: 'Organisationens namn' },
    themes: { label: 'Teman' },
    targetGroups: { label: 'Målgrupper' },
    goals: {
      label: 'Mål i den nordiska handlingsplanen 2021–2024',
      hint: 'Kryssa för ett mål bara om initiativet tydligt bidrar till det.',
    },
    phase: { label: 'Hur långt det har kommit' },
    startDate: { label: 'Start' },
    endDate: { label: 'Slut', hint: 'Lämna tomt om inget slut är planerat.' },
    results: { label: 'Resultat', hint: 'Vad har förändrats, och hur vet ni det?' },
    lessons: {
      label: 'Lärdomar',
      hint: 'Vad fungerade, vad fungerade inte, och vad skulle ni göra annorlunda i dag?',
    },
    transferability: { label: 'Råd till andra', hint: 'Vad krävs för att göra samma sak någon annanstans?' },
    funding: { label: 'Finansiering' },
    'funding.source': { label: 'Vem som betalar' },
    'funding.amount': { label: 'Belopp', hint: 'För hela perioden, som ett tal.' },
    'funding.currency': { label: 'Valuta' },
    contact: { label: 'Kontakt' },
    'contact.name': { label: 'Kontaktperson' },
    'contact.email': { label: 'Mejladress', hint: 'Hit skriver vi till dig när något händer.' },
    'contact.role': { label: 'Roll' },
    'contact.public': {
      label: 'Visa mitt namn, min roll och min mejladress tillsammans med det publicerade initiativet',
      hint: 'Då kan andra skriva direkt till dig. Om du inte kryssar i rutan ser bara de som behandlar ditt bidrag uppgifterna.',
    },
    consent: {
      label:
        'Jag får dela det här för organisationens räkning och går med på att det publiceras så att alla kan läsa det. Det innehåller inget som gör att enskilda personer kan kännas igen.',
    },
  },
};
