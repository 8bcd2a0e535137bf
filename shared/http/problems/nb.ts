import type { FieldErrorTexts, NamedField, ProblemTexts } from './words.ts';

const agree = 'Kryss av i den siste ruten. Vi trenger samtykket ditt før noe blir publisert.';

function missing({ name, kind }: NamedField): string {
  switch (kind) {
    case 'agreement':
      return agree;
    case 'codes':
      return `Velg minst ett alternativ under ${name}.`;
    case 'code':
      return `Velg et alternativ under ${name}.`;
    default:
      return `Fyll ut ${name}.`;
  }
}

export const notFields = 'Send feltene samlet som ett JSON-objekt.';

export const fieldErrors: FieldErrorTexts = {
  required: missing,
  'wrong-type': ({ name, kind }) =>
    kind === 'amount'
      ? `Skriv ${name} som et tall, for eksempel 25000.`
      : `Kontroller ${name}. Det som ble sendt, er ikke en verdi av riktig slag.`,
  'too-short': ({ name, min }) => `Skriv minst ${min} tegn i ${name}.`,
  'too-long': ({ name, max }) => `Kort ned ${name} til høyst ${max} tegn.`,
  'unknown-code': ({ name }) => `Velg blant alternativene under ${name}.`,
  'unknown-field': ({ name }) => `Fjern ${name}. Skjemaet har ikke et slikt felt.`,
  'too-few': ({ name, min }) => `Velg minst ${min} alternativer under ${name}.`,
  'too-many': ({ name, max }) => `Velg høyst ${max} alternativer under ${name}.`,
  'listed-twice': ({ name }) => `Oppgi hvert alternativ under ${name} bare én gang.`,
  'line-break': ({ name }) => `Skriv ${name} på én linje.`,
  'control-character': ({ name }) => `Skriv ${name} på nytt uten å lime inn. Teksten inneholder usynlige kontrolltegn.`,
  'not-a-date': ({ name }) => `Oppgi ${name} som en dato som finnes, med år, måned og dag: 2026-03-31.`,
  'before-start': ({ name }) => `Velg en dato for ${name} som ikke er før startdatoen.`,
  'not-an-email': ({ name }) => `Skriv ${name} som én e-postadresse, for eksempel navn@example.org.`,
  'not-a-url': ({ name }) => `Skriv ${name} som en fullstendig nettadresse som begynner med https://.`,
  'not-a-currency': ({ name }) => `Oppgi ${name} med tre store bokstaver, for eksempel EUR eller NOK.`,
  'out-of-range': ({ name, max }) => `Oppgi ${name} som et tall mellom 0 og ${max}.`,
  'must-agree': () => agree,
};

export const problems: ProblemTexts = {
  'malformed-body': {
    title: 'Vi kunne ikke lese det som ble sendt',
    detail: 'Innholdet har ikke det formatet det oppgir, eller er ikke kodet i UTF-8. Ingenting er lagret.',
  },
  'unsupported-media-type': {
    title: 'Vi tar ikke imot dette formatet',
    detail: 'Send JSON, et nettskjema eller multipart-skjemadata, og oppgi hvilket i Content-Type.',
  },
  'body-too-large': {
    title: 'Det var for mye på én gang',
    detail: 'Vi tar imot høyst 256 kB. Kort ned tekstene og send på nytt. Ingenting er lagret.',
  },
  'invalid-fields': {
    title: 'Noen opplysninger må ses over',
    detail: 'Rett feltene som er nevnt, og send på nytt. Ingenting er lagret ennå.',
  },
  'invalid-parameter': {
    title: 'Noe i adressen stemmer ikke',
    detail: 'En parameter har en verdi som vi ikke kjenner. Rett den eller utelat den.',
  },
  'unknown-form': {
    title: 'Det finnes ikke noe slikt skjema',
    detail: 'Kontroller adressen, eller begynn på forsiden vår.',
  },
  'not-found': { title: 'Her er det ingenting', detail: 'Kontroller adressen, eller begynn på forsiden vår.' },
  'method-not-allowed': {
    title: 'Dette går ikke an på denne adressen',
    detail: 'Adressen finnes, men tar ikke imot denne metoden. I Allow står det hvilke den tar imot.',
  },
  'idempotency-key-reused': {
    title: 'Nøkkelen er allerede brukt',
    detail: 'Samme nøkkel har tidligere kommet med annet innhold. Bruk en ny nøkkel til nytt innhold.',
  },
  'invalid-idempotency-key': {
    title: 'Nøkkelen er ikke gyldig',
    detail: 'Idempotency-Key må ha 1 til 200 synlige ASCII-tegn.',
  },
  'unknown-link': {
    title: 'Vi kjenner ikke denne lenken',
    detail: 'Kanskje er den blitt kuttet av. Åpne den fra e-posten igjen, eller kopier hele adressen.',
  },
  'link-expired': {
    title: 'Lenken gjelder ikke lenger',
    detail: 'Fristen er ute, eller lenken er erstattet av en nyere. Se etter en senere e-post fra oss.',
  },
  'already-decided': {
    title: 'Beslutningen er allerede tatt',
    detail: 'Det er allerede tatt en beslutning om denne runden, så svaret ditt er ikke registrert.',
  },
  'stale-content': {
    title: 'Innholdet er endret',
    detail: 'Det er ikke lenger det du leste. Les det på nytt og beslutt deretter. Svaret ditt er ikke registrert.',
  },
  gone: { title: 'Det finnes ikke her lenger', detail: 'Dette har vært publisert, men er trukket tilbake.' },
  'cross-site': {
    title: 'Dette ble sendt fra et annet nettsted',
    detail: 'Åpne selve siden og trykk på knappen der. Ingenting er endret.',
  },
  'too-many': {
    title: 'Det er sendt for mye på kort tid',
    detail: 'Vent litt og prøv igjen. Ingenting er lagret.',
  },
  'proof-of-work-required': {
    title: 'Vi trenger et tegn på at du ikke er en robot',
    detail:
      'Det sendes mye akkurat nå. Hent en oppgave på /v1/challenge, løs den og send på nytt. Ingenting er lagret.',
  },
  unavailable: {
    title: 'Tjenesten er ikke tilgjengelig akkurat nå',
    detail: 'Prøv igjen om noen minutter.',
  },
  internal: {
    title: 'Noe gikk galt hos oss',
    detail: 'Det er ikke din feil. Prøv igjen om litt.',
  },
};
