import type { FieldErrorTexts, NamedField, ProblemTexts } from './words.ts';

const agree = 'Kryssa i den sista rutan. Vi behöver ditt samtycke innan något publiceras.';

function missing({ name, kind }: NamedField): string {
  switch (kind) {
    case 'agreement':
      return agree;
    case 'codes':
      return `Välj minst ett alternativ under ${name}.`;
    case 'code':
      return `Välj ett alternativ under ${name}.`;
    default:
      return `Fyll i ${name}.`;
  }
}

export const notFields = 'Skicka alla fält tillsammans som ett JSON-objekt.';

export const fieldErrors: FieldErrorTexts = {
  required: missing,
  'wrong-type': ({ name, kind }) =>
    kind === 'amount'
      ? `Skriv ${name} som ett tal, till exempel 25000.`
      : `Kontrollera ${name}. Det som skickades är inte ett värde av rätt slag.`,
  'too-short': ({ name, min }) => `Skriv minst ${min} tecken i ${name}.`,
  'too-long': ({ name, max }) => `Korta ner ${name} till högst ${max} tecken.`,
  'unknown-code': ({ name }) => `Välj bland alternativen under ${name}.`,
  'unknown-field': ({ name }) => `Ta bort ${name}. Formuläret har inget sådant fält.`,
  'too-few': ({ name, min }) => `Välj minst ${min} alternativ under ${name}.`,
  'too-many': ({ name, max }) => `Välj högst ${max} alternativ under ${name}.`,
  'listed-twice': ({ name }) => `Ange varje alternativ under ${name} bara en gång.`,
  'line-break': ({ name }) => `Skriv ${name} på en enda rad.`,
  'control-character': ({ name }) =>
    `Skriv in ${name} på nytt utan att klistra in. Texten innehåller osynliga styrtecken.`,
  'not-a-date': ({ name }) => `Ange ${name} som ett datum som finns, med år, månad och dag: 2026-03-31.`,
  'before-start': ({ name }) => `Välj ett datum för ${name} som inte ligger före startdatumet.`,
  'not-an-email': ({ name }) => `Skriv ${name} som en enda e-postadress, till exempel namn@example.org.`,
  'not-a-url': ({ name }) => `Skriv ${name} som en fullständig webbadress som börjar med https://.`,
  'not-a-currency': ({ name }) => `Ange ${name} med tre stora bokstäver, till exempel EUR eller SEK.`,
  'out-of-range': ({ name, max }) => `Ange ${name} som ett tal mellan 0 och ${max}.`,
  'must-agree': () => agree,
};

export const problems: ProblemTexts = {
  'malformed-body': {
    title: 'Vi kunde inte läsa det som skickades',
    detail: 'Innehållet har inte det format som det uppges ha, eller är inte kodat i UTF-8. Inget har sparats.',
  },
  'unsupported-media-type': {
    title: 'Vi tar inte emot det här formatet',
    detail: 'Skicka JSON, ett webbformulär eller multipart-formulärdata och ange vilket i Content-Type.',
  },
  'body-too-large': {
    title: 'Det var för mycket på en gång',
    detail: 'Vi tar emot högst 256 kB. Korta ner texterna och skicka igen. Inget har sparats.',
  },
  'invalid-fields': {
    title: 'Några uppgifter behöver ses över',
    detail: 'Rätta de fält som nämns och skicka igen. Inget har sparats än.',
  },
  'invalid-parameter': {
    title: 'Något i adressen stämmer inte',
    detail: 'En parameter har ett värde som vi inte känner till. Rätta den eller ta bort den.',
  },
  'unknown-form': {
    title: 'Det finns inget sådant formulär',
    detail: 'Kontrollera adressen eller börja från vår startsida.',
  },
  'not-found': { title: 'Här finns ingenting', detail: 'Kontrollera adressen eller börja från vår startsida.' },
  'method-not-allowed': {
    title: 'Det här går inte att göra på den här adressen',
    detail: 'Adressen finns men tar inte emot den metoden. I Allow står vilka den tar emot.',
  },
  'idempotency-key-reused': {
    title: 'Nyckeln har redan använts',
    detail: 'Samma nyckel har kommit tidigare med annat innehåll. Använd en ny nyckel för nytt innehåll.',
  },
  'invalid-idempotency-key': {
    title: 'Nyckeln är inte giltig',
    detail: 'Idempotency-Key ska ha 1 till 200 synliga ASCII-tecken.',
  },
  'unknown-link': {
    title: 'Vi känner inte till den här länken',
    detail: 'Den kan ha blivit avklippt. Öppna den från mejlet igen eller kopiera hela adressen.',
  },
  'link-expired': {
    title: 'Länken gäller inte längre',
    detail: 'Tiden har gått ut eller så har länken ersatts av en nyare. Titta efter ett senare mejl från oss.',
  },
  'already-decided': {
    title: 'Beslutet är redan fattat',
    detail: 'Det finns redan ett beslut om den här omgången, så ditt svar har inte registrerats.',
  },
  'stale-content': {
    title: 'Innehållet har ändrats',
    detail: 'Det är inte längre det som du läste. Läs igen och besluta sedan. Ditt svar har inte registrerats.',
  },
  gone: { title: 'Det finns inte kvar här', detail: 'Det här har varit publicerat men har dragits tillbaka.' },
  'cross-site': {
    title: 'Det här skickades från en annan webbplats',
    detail: 'Öppna själva sidan och tryck på knappen där. Inget har ändrats.',
  },
  'too-many': {
    title: 'För mycket har skickats på kort tid',
    detail: 'Vänta en stund och försök igen. Inget har sparats.',
  },
  'proof-of-work-required': {
    title: 'Vi behöver ett tecken på att du inte är en robot',
    detail: 'Just nu skickas mycket. Hämta en uppgift på /v1/challenge, lös den och skicka igen. Inget har sparats.',
  },
  unavailable: {
    title: 'Tjänsten är inte tillgänglig just nu',
    detail: 'Försök igen om några minuter.',
  },
  internal: {
    title: 'Något gick fel hos oss',
    detail: 'Det är inte ditt fel. Försök igen om en stund.',
  },
};
