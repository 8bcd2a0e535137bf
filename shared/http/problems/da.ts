import type { FieldErrorTexts, NamedField, ProblemTexts } from './words.ts';

const agree = 'Sæt kryds i det sidste felt. Vi har brug for dit samtykke, før noget bliver offentliggjort.';

function missing({ name, kind }: NamedField): string {
  switch (kind) {
    case 'agreement':
      return agree;
    case 'codes':
      return `Vælg mindst én mulighed under ${name}.`;
    case 'code':
      return `Vælg en mulighed under ${name}.`;
    default:
      return `Udfyld ${name}.`;
  }
}

export const notFields = 'Send felterne samlet som ét JSON-objekt.';

export const fieldErrors: FieldErrorTexts = {
  required: missing,
  'wrong-type': ({ name, kind }) =>
    kind === 'amount'
      ? `Skriv ${name} som et tal, for eksempel 25000.`
      : `Kontrollér ${name}. Det, der blev sendt, er ikke en værdi af den rigtige slags.`,
  'too-short': ({ name, min }) => `Skriv mindst ${min} tegn i ${name}.`,
  'too-long': ({ name, max }) => `Forkort ${name} til højst ${max} tegn.`,
  'unknown-code': ({ name }) => `Vælg mellem mulighederne under ${name}.`,
  'unknown-field': ({ name }) => `Fjern ${name}. Formularen har ikke sådan et felt.`,
  'too-few': ({ name, min }) => `Vælg mindst ${min} muligheder under ${name}.`,
  'too-many': ({ name, max }) => `Vælg højst ${max} muligheder under ${name}.`,
  'listed-twice': ({ name }) => `Angiv kun hver mulighed under ${name} én gang.`,
  'line-break': ({ name }) => `Skriv ${name} på én linje.`,
  'control-character': ({ name }) => `Skriv ${name} igen uden at indsætte. Teksten indeholder usynlige kontroltegn.`,
  'not-a-date': ({ name }) => `Angiv ${name} som en dato, der findes, med år, måned og dag: 2026-03-31.`,
  'before-start': ({ name }) => `Vælg en dato for ${name}, som ikke ligger før startdatoen.`,
  'not-an-email': ({ name }) => `Skriv ${name} som én e-mailadresse, for eksempel navn@example.org.`,
  'not-a-url': ({ name }) => `Skriv ${name} som en fuldstændig webadresse, der begynder med https://.`,
  'not-a-currency': ({ name }) => `Angiv ${name} med tre store bogstaver, for eksempel EUR eller DKK.`,
  'out-of-range': ({ name, max }) => `Angiv ${name} som et tal mellem 0 og ${max}.`,
  'must-agree': () => agree,
};

export const problems: ProblemTexts = {
  'malformed-body': {
    title: 'Vi kunne ikke læse det, der blev sendt',
    detail: 'Indholdet har ikke det format, det angiver, eller er ikke kodet i UTF-8. Intet er gemt.',
  },
  'unsupported-media-type': {
    title: 'Vi modtager ikke dette format',
    detail: 'Send JSON, en webformular eller multipart-formulardata, og angiv hvilket i Content-Type.',
  },
  'body-too-large': {
    title: 'Der blev sendt for meget på én gang',
    detail: 'Vi modtager højst 256 kB. Forkort teksterne, og send igen. Intet er gemt.',
  },
  'invalid-fields': {
    title: 'Nogle oplysninger skal ses efter',
    detail: 'Ret de felter, der er nævnt, og send igen. Intet er gemt endnu.',
  },
  'invalid-parameter': {
    title: 'Noget i adressen passer ikke',
    detail: 'En parameter har en værdi, som vi ikke kender. Ret den, eller udelad den.',
  },
  'unknown-form': {
    title: 'Den formular findes ikke',
    detail: 'Kontrollér adressen, eller begynd på vores forside.',
  },
  'not-found': { title: 'Her er ikke noget', detail: 'Kontrollér adressen, eller begynd på vores forside.' },
  'method-not-allowed': {
    title: 'Det kan ikke lade sig gøre på denne adresse',
    detail: 'Adressen findes, men tager ikke imod den metode. I Allow står, hvilke den tager imod.',
  },
  'idempotency-key-reused': {
    title: 'Nøglen er allerede brugt',
    detail: 'Samme nøgle er tidligere kommet med andet indhold. Brug en ny nøgle til nyt indhold.',
  },
  'invalid-idempotency-key': {
    title: 'Nøglen er ikke gyldig',
    detail: 'Idempotency-Key skal have 1 til 200 synlige ASCII-tegn.',
  },
  'unknown-link': {
    title: 'Vi kender ikke dette link',
    detail: 'Måske er det blevet skåret over. Åbn det fra mailen igen, eller kopiér hele adressen.',
  },
  'link-expired': {
    title: 'Linket gælder ikke længere',
    detail: 'Fristen er udløbet, eller linket er afløst af et nyere. Se efter en senere mail fra os.',
  },
  'already-decided': {
    title: 'Der er allerede truffet en beslutning',
    detail: 'Der er allerede en beslutning om denne runde, så dit svar er ikke registreret.',
  },
  'stale-content': {
    title: 'Indholdet er ændret',
    detail: 'Det er ikke længere det, du læste. Læs det igen, og beslut derefter. Dit svar er ikke registreret.',
  },
  gone: { title: 'Det findes ikke her mere', detail: 'Dette har været offentliggjort, men er trukket tilbage.' },
  'cross-site': {
    title: 'Dette blev sendt fra et andet websted',
    detail: 'Åbn selve siden, og tryk på knappen dér. Intet er ændret.',
  },
  'too-many': {
    title: 'Der er sendt for meget på kort tid',
    detail: 'Vent lidt, og prøv igen. Intet er gemt.',
  },
  'proof-of-work-required': {
    title: 'Vi har brug for et tegn på, at du ikke er en robot',
    detail: 'Der bliver sendt meget lige nu. Hent en opgave på /v1/challenge, løs den, og send igen. Intet er gemt.',
  },
  unavailable: {
    title: 'Tjenesten er ikke tilgængelig lige nu',
    detail: 'Prøv igen om nogle minutter.',
  },
  internal: {
    title: 'Noget gik galt hos os',
    detail: 'Det er ikke din skyld. Prøv igen om lidt.',
  },
};
