import type { Words } from './words.ts';

/* The pages in Norwegian (bokmål). One export for each page, so that a function carries only the words of its own pages. */

export const frame: Words['frame'] = {
  reference: 'Referanse',
  skip: 'Gå til hovedinnholdet',
  menu: 'Hovedmeny',
  language: 'Språk',
  readInitiatives: 'Les initiativer',
  sendIn: 'Del et initiativ',
  footer:
    'Nordens velferdssenter driver tjenesten sammen med Nordregio som en del av Nordisk ministerråds samarbeid om integrering av flyktninger og innvandrere.',
};

export const form: Words['form'] = {
  required: 'Må fylles ut',
  optional: 'Valgfritt',
  between: (min, max) => `${min} til ${max} tegn.`,
  upTo: (max) => `Høyst ${max} tegn.`,
  choose: (max) => `Velg minst én og høyst ${max}.`,
  chooseAny: 'Velg så mange du trenger.',
  chooseOne: 'Velg …',
  dateFormat: 'År, måned og dag, for eksempel 2025-09-30.',
  people: 'Mennesker som initiativet er til for',
  audiences: 'Andre som kan bruke erfaringene deres',
  leaveEmpty: 'La dette feltet stå tomt',
  errorTitle: (title) => `Feil: ${title}`,
  errorHeading: 'Se på disse feltene en gang til',
  nothingSent: 'Ingenting er sendt ennå. Alt du har skrevet, er her fortsatt.',
  notStored: 'Dette er ikke lagret',
  notSentTwice: 'Ikke sendt en gang til',
  stillHere: 'Alt du har skrevet, er her fortsatt.',
  next: 'Når du har sendt skjemaet, får du en e-post med en lenke der du bekrefter adressen din. Deretter leser en medarbeider ved en nordisk institusjon det du har skrevet, og du hører fra oss på e-post.',
  privacy:
    'Vi bruker navnet og adressen din til å behandle det du sender inn. Leserne ser dem bare hvis du har sagt ja til det over. Via lenken i e-posten fra oss kan du alltid følge med på hvor saken din står.',
  send: 'Send inn',
  sentBefore: 'Du har allerede sendt dette skjemaet én gang. Er dette noe nytt, trykk på «Send inn» en gang til.',
};

export const revise: Words['revise'] = {
  title: 'Endre innsendingen din',
  asked: (institution) => `${institution} har lest innsendingen din og ber om endringer.`,
  noComment: 'De har ikke skrevet noen kommentar. Gå gjennom teksten din en gang til.',
  until: (by) => `Send endringene dine senest ${by}.`,
  send: 'Send endringene',
  sentTitle: 'Takk, vi har mottatt endringene dine',
  sentText: 'Vi ber de samme personene om å lese innsendingen din på nytt. Du får svar på e-post.',
  overtakenTitle: 'Det du har skrevet',
  overtaken:
    'Vi har allerede mottatt endringene dine, så denne versjonen er ikke lagret. Kopier det du trenger fra feltene nedenfor.',
  toStatus: 'Se hvor saken din står',
  tooLate:
    'Fristen er ute, så dette er ikke lagret. Trykk på knappen nederst for å sende det inn som en ny innsending.',
  closedTitle: 'Det er for sent å endre denne innsendingen',
  closedText:
    'Vi fikk ikke endringene dine i tide, så saken er lukket. Du er velkommen til å sende inn det du har skrevet, på nytt.',
};

export const status: Words['status'] = {
  title: 'Innsendingen din',
  round: 'Runde',
  now: 'Status akkurat nå',
  next: 'Hva skjer videre?',
  happened: 'Dette har skjedd så langt',
  thanks: 'Takk, vi har mottatt innsendingen din',
  lookInMail:
    'Se i e-posten din: Vi har sendt deg en lenke der du bekrefter adressen din. Finner du den ikke, kan du se i mappen for søppelpost.',
  keepAddress: 'Ta vare på adressen til denne siden: Her kan du alltid se hvor saken din står.',
  readPublished: 'Les det publiserte initiativet',
  written: 'Det du har sendt inn',
  reviewedBy: 'Vurdert av',
  reason: 'Begrunnelse',
  theyWrite: 'Moderatorene skriver:',
  delayed:
    'Dette tar lengre tid enn det burde, og det beklager vi. Vi har fått beskjed og ser på saken. Du trenger ikke å gjøre noe.',
  statuses: {
    received: 'Mottatt',
    'awaiting-confirmation': 'Venter på at du bekrefter adressen din',
    'in-review': 'Til vurdering',
    'changes-requested': 'Venter på endringene dine',
    approved: 'Godkjent',
    published: 'Publisert',
    rejected: 'Ikke godkjent',
    lapsed: 'Lukket fordi det ikke kom svar i tide',
    spam: 'Holdt tilbake for manuell kontroll',
    withdrawn: 'Trukket tilbake',
  },
  nextSteps: {
    received: () =>
      'Om litt sender vi deg en e-post med en lenke der du bekrefter adressen din. Kommer den ikke, kan du se i mappen for søppelpost. Er den ikke der heller, kan adressen være feilskrevet; send da skjemaet på nytt.',
    'awaiting-confirmation': (by) =>
      `Åpne lenken i e-posten fra oss, og trykk på knappen${by ? ` senest ${by}` : ''}. Deretter blir innsendingen din lest.`,
    'in-review': () =>
      'En nordisk institusjon er bedt om å lese innsendingen din. Du får en e-post så snart det finnes et svar. Tar det mer enn to uker, skriver vi og sier fra.',
    'changes-requested': (by) =>
      `Åpne lenken i e-posten fra oss, endre det du er bedt om, og send inn på nytt${by ? ` senest ${by}` : ''}.`,
    approved: () => 'Innsendingen din blir snart publisert. Du får en e-post når det er gjort.',
    published: () => 'Du trenger ikke å gjøre noe mer. Alle kan nå lese initiativet ditt.',
    rejected: () => 'Saken er lukket. Du er velkommen til å sende inn noe nytt.',
    lapsed: () => 'Saken er lukket. Du er velkommen til å sende inn initiativet ditt på nytt.',
    spam: () =>
      'Den automatiske kontrollen vår fant noe uvanlig, så et menneske ser på det først. Er alt i orden, får du en e-post med en lenke der du bekrefter adressen din.',
    withdrawn: () => 'Saken er lukket. Du er velkommen til å sende inn noe nytt.',
  },
  happenings: {
    received: 'Vi mottok innsendingen din',
    held: 'Innsendingen ble holdt tilbake for manuell kontroll',
    released: 'Et menneske så på den og slapp den gjennom',
    'asked-to-confirm': 'Vi ba deg bekrefte adressen din',
    confirmed: 'Du bekreftet adressen din',
    'asked-moderators': 'Vi ba en nordisk institusjon om å lese den',
    reminded: 'Vi sendte en påminnelse',
    'asked-deputy': 'Vi ba også en annen om å lese den',
    'asked-lead': 'Vi ba Nordens velferdssenter om å lese den',
    approved: 'Den ble godkjent',
    'changes-requested': 'Det ble bedt om endringer',
    rejected: 'Den ble ikke godkjent',
    revised: 'Du sendte endringene dine',
    published: 'Den ble publisert',
    lapsed: 'Saken ble lukket fordi det ikke kom svar i tide',
    parked: 'Den ble forsinket, og vi fikk beskjed',
    resumed: 'Arbeidet gikk videre',
  },
};

export const confirm: Words['confirm'] = {
  title: 'Bekreft adressen din',
  explain:
    'Trykk på knappen for å bekrefte at adressen er din, og at det er du som har sendt inn dette. Deretter blir det lest av en medarbeider ved en nordisk institusjon.',
  until: (by) => `Bekreft senest ${by}.`,
  nothingYet: 'Ingenting skjer før du trykker på knappen.',
  button: 'Ja, bekreft adressen min',
  confirmedTitle: 'Takk, adressen din er bekreftet',
  confirmedText:
    'Vi ber nå en nordisk institusjon om å lese innsendingen din. Du får svar på e-post. Tar det mer enn to uker, skriver vi og sier fra.',
  confirmedBeforeTitle: 'Adressen din er allerede bekreftet',
  tooLateTitle: 'Det er for sent å bekrefte denne innsendingen',
  tooLateText:
    'Adressen ble ikke bekreftet i tide, og derfor er saken lukket. Ingen har lest den. Du er velkommen til å sende den inn på nytt.',
  sendAgain: 'Del et initiativ',
};

export const review: Words['review'] = {
  title: 'Les og beslutt',
  nothingYet: 'Ingenting er besluttet før du trykker på knappen nederst på siden.',
  round: (round) => (round === 1 ? 'Første runde' : `Runde ${round}: avsenderen har sendt endringer`),
  submission: 'Det som er sendt inn',
  leftEmpty: 'Ikke fylt ut',
  suspicions: 'Den automatiske kontrollen har lagt merke til',
  earlier: 'Dette ble det bedt om i forrige runde',
  yourDecision: 'Din beslutning',
  decisions: {
    approve: { label: 'Godkjenn', hint: 'Initiativet blir publisert slik det er.' },
    'request-changes': {
      label: 'Be om endringer',
      hint: 'Skriv nedenfor hva som bør endres. Avsenderen får kommentaren din og kan endre teksten. Deretter leser du den på nytt.',
    },
    reject: { label: 'Avvis', hint: 'Saken lukkes, og avsenderen får vite hvorfor.' },
  },
  reason: 'Begrunnelse for å avvise',
  reasonHint: 'Må bare velges når du avviser. Velger du «En annen grunn», skriv hvilken i kommentaren.',
  submitterReads: 'Avsenderen leser',
  comment: 'Kommentar til avsenderen',
  commentHint:
    'Skriv hva du gjerne vil ha endret, eller hvorfor du beslutter slik du gjør. Avsenderen leser det du skriver.',
  button: 'Send beslutningen min',
  decidedTitle: 'Det er tatt en beslutning om denne innsendingen',
  decidedBy: 'Besluttet av',
  decidedAt: 'Besluttet',
  staleTitle: 'Teksten er endret siden du åpnet siden',
  staleText: 'Beslutningen din er ikke registrert. Les hva som er annerledes, og ta stilling på nytt.',
  notRecorded: 'Noen andre rakk å beslutte før deg, så svaret ditt er ikke registrert.',
  yourComment: 'Kommentaren din',
  before: 'Før',
  after: 'Nå',
  nothingBefore: 'tomt',
};

export const problem: Words['problem'] = {
  onward: 'Gå videre herfra',
  home: 'Til forsiden',
};

export const initiatives: Words['initiatives'] = {
  title: 'Initiativer',
  none: 'Ingen initiativer er publisert ennå.',
  published: 'Publisert',
  updated: 'Sist endret',
  next: 'Vis flere',
  newest: 'Tilbake til de nyeste',
  about: 'Om initiativet',
  all: 'Alle initiativer',
};

export const home: Words['home'] = {
  lead: 'En idébank for alle som arbeider med integrering av flyktninger og innvandrere i Norden. Se hva andre har prøvd, lær av det som virket og det som ikke gjorde det, og del deres egne erfaringer.',
  readTitle: 'Les hva andre gjør',
  readText: 'Finn prosjekter, tiltak og arbeidsmåter fra hele Norden. Mange steder står det hvem du kan skrive til.',
  sendTitle: 'Del deres eget initiativ',
  sendText:
    'Kommer du fra en myndighet, en kommune, en frivillig organisasjon eller et departement? Fortell andre hva dere har lært.',
  howTitle: 'Fra teksten din til idébanken',
  how: [
    'Du fyller ut et skjema. Du trenger ingen brukerkonto.',
    'Du bekrefter e-postadressen din med en lenke som vi sender deg.',
    'En medarbeider ved en nordisk institusjon leser teksten din og godkjenner den, ber om endringer eller forklarer hvorfor den ikke passer inn.',
    'Initiativet ditt blir publisert, og du får beskjed på e-post.',
  ],
  whoTitle: 'Hvem står bak?',
  who: 'Nordens velferdssenter har hovedansvaret sammen med Nordregio. Tjenesten er en del av det nordiske samarbeidet om integrering.',
};

export const flag: Words['flag'] = { yes: 'Ja', no: 'Nei' };
