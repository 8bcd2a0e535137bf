import type { MailWords } from './words.ts';

const notYou = 'Hvis du ikke har sendt inn noe, trenger du ikke å gjøre noe.';

export const nb: MailWords = {
  labels: {
    title: 'Tittel',
    reference: 'Referanse',
    form: 'Skjema',
    organisation: 'Organisasjon',
    countries: 'Land',
    themes: 'Temaer',
    institution: 'Din institusjon',
    reviewedBy: 'Vurdert av',
    decision: 'Beslutning',
    reason: 'Begrunnelse',
  },
  pages: {
    confirm: 'Bekreft adressen',
    review: 'Les og beslutt',
    revise: 'Endre og send inn',
    status: 'Følg saken',
    initiative: 'Les på nettstedet',
    form: 'Til skjemaet',
  },
  advice: {
    'out-of-scope':
      'Øverst i skjemaet står det hva som hører hjemme her. Passer det likevel, er du velkommen til å sende det inn på nytt og forklare hvordan.',
    duplicate:
      'Hvis det skiller seg fra det som finnes her fra før, er du velkommen til å sende det inn på nytt og forklare hvordan.',
    incomplete: 'Du er velkommen til å fylle ut det som mangler, og sende det inn på nytt.',
    'not-verifiable':
      'Du er velkommen til å sende det inn på nytt med et nettsted eller en kontakt som kan bekrefte opplysningene.',
    'personal-data':
      'Du er velkommen til å sende det inn på nytt uten opplysninger som gjør at andre kan kjennes igjen.',
    advertising:
      'Du er velkommen til å sende det inn på nytt hvis du beskriver hva dere har gjort og lært, og ikke noe som er til salgs.',
    other: 'Du er velkommen til å endre det og sende det inn på nytt.',
  },

  subjects: {
    confirm: (title) => `Ett steg gjenstår: bekreft ${title}`,
    'confirm-reminder': (title) => `Påminnelse: bekreft ${title}`,
    review: (title) => `Til vurdering: ${title}`,
    revision: (title) => `Endringer til vurdering: ${title}`,
    'review-reminder': (title) => `Påminnelse om vurdering: ${title}`,
    delay: (title) => `Vi trenger mer tid til ${title}`,
    revise: (title) => `Ønske om endringer: ${title}`,
    'revise-reminder': (title) => `Påminnelse om endringer: ${title}`,
    acknowledgement: (title) => `Din beslutning om ${title}`,
    published: (title) => `Publisert: ${title}`,
    rejected: (title) => `Blir ikke publisert: ${title}`,
    lapsed: (title) => `Avsluttet: ${title}`,
  },
  greeting: (name) => (name === undefined ? 'Hei' : `Hei, ${name}`),
  farewell: 'Vennlig hilsen',
  attended: 'Har du spørsmål, kan du bare svare på denne e-posten.',
  unattended: 'Denne e-posten kan ikke besvares.',

  notYou,
  decidesNothing: 'Det avgjør ingenting å åpne siden. Det gjør bare knappene på den.',

  confirm: {
    stored: 'Takk for at du har skrevet til clearingsentralen. Det du har sendt inn, er lagret.',
    oneStepLeft:
      'Det gjenstår ett steg før noen leser det: Bekreft at adressen er din. Åpne siden nedenfor og trykk på knappen der.',
    until: (day) => `Gjør det senest ${day}.`,
    receipt:
      'Ta vare på denne e-posten. Den neste adressen er kvitteringen din og viser alltid hvor langt saken er kommet.',
    otherwise: `${notYou} Uten bekreftelse er det ingen som leser det, og ingenting blir publisert.`,
  },
  confirmReminder: {
    notConfirmed:
      'Vi har mottatt dette med din adresse som avsender, men adressen er ikke bekreftet ennå. Ingen leser det før det er gjort.',
    until: (day) => `Åpne siden nedenfor og trykk på knappen der, senest ${day}. Deretter avslutter vi saken.`,
  },
  review: {
    sentIn: 'Dette er sendt inn til clearingsentralen og venter på en beslutning.',
    revised: 'Dette er omarbeidet etter en tidligere vurdering og venter på en ny beslutning.',
    asDeputy: 'Du blir spurt som stedfortreder, fordi moderatorene ved institusjonen din ikke har svart ennå.',
    asLead:
      'Du blir spurt fordi institusjonen som ble spurt først, ikke har svart, og fordi din institusjon leder clearingsentralen.',
    noticed: (sentences) =>
      `Den automatiske kontrollen merket seg noe. ${sentences} Alt kan likevel være i orden. Det er opp til deg å vurdere.`,
    decide: 'Les og beslutt: godkjenn, be om endringer eller avvis.',
    until: (day) =>
      `Svar gjerne innen noen dager, og senest ${day}. Andre er også blitt spurt, hver med sin egen lenke. Hvis noen kommer deg i forkjøpet, ser du det på siden.`,
    personal:
      'Lenken er din egen, og en beslutning som tas gjennom den, regnes som din. Ikke send denne e-posten videre.',
  },
  reviewReminder: {
    waiting: 'Dette venter fortsatt på en beslutning, og avsenderen venter på svar.',
    until: (day) => `Svar senest ${day}.`,
  },
  delay: {
    sorry: 'Vurderingen av det du har sendt inn, tar lengre tid enn den burde. Det beklager vi.',
    nothingLost: 'Ingenting er gått tapt, og du trenger ikke å gjøre noe.',
    leadAsked:
      'Vi har nå henvendt oss til institusjonen som leder clearingsentralen, slik at noen tar tak i saken din.',
    reminded: 'Vi har nå minnet dem som skal ta stilling, om saken din.',
  },
  revise: {
    thanks: 'Takk for det du har sendt inn. Før det kan publiseres, ber moderatorene deg om å endre noe.',
    theyWrite: 'Moderatorene skriver:',
    noComment:
      'Moderatorene har ikke skrevet noen kommentar. Gå gjennom hele teksten en gang til. Er du i tvil om hva som bør endres, kan du spørre institusjonen som er nevnt ovenfor.',
    everythingIsThere: 'På siden nedenfor finner du alt du har skrevet. Endre det som trengs, og send det inn på nytt.',
    until: (day) =>
      `Gjør det senest ${day}. Har vi ikke hørt fra deg innen da, avslutter vi saken uten å publisere noe.`,
  },
  reviseReminder: {
    waiting: 'Vi venter fortsatt på endringene dine, slik at vi kan gå videre med det du har sendt inn.',
  },
  acknowledgement: {
    received: 'Vi har mottatt beslutningen din.',
    yourComment: 'Kommentaren din:',
    next: {
      approve: 'Det blir nå publisert, og vi gir avsenderen beskjed.',
      'request-changes':
        'Vi sender kommentaren din videre til avsenderen, som nå kan gjøre endringer. Deretter får du det til vurdering igjen.',
      reject: 'Vi gir avsenderen beskjed om begrunnelsen og kommentaren din, hvis du har skrevet en.',
    },
    changesWithoutComment: 'Avsenderen kan nå gjøre endringer. Deretter får du det til vurdering igjen.',
    discretion: 'Avsenderen får vite hvilken institusjon som har bestemt, men ikke hvem.',
    notYours:
      'Hvis det ikke er du som har bestemt dette, har noen andre brukt lenken din. Gi i så fall institusjonen din beskjed med en gang.',
  },
  published: {
    goodNews: 'Gode nyheter: Det du har sendt inn, er godkjent og kan nå leses av alle.',
    thanks: 'Takk for at du deler det, slik at andre slipper å begynne på nytt.',
  },
  rejected: {
    notPublished: 'Takk for det du har sendt inn. Moderatorene har lest det og besluttet å ikke publisere det.',
  },
  lapsed: {
    unconfirmed:
      'Vi har ikke fått bekreftet at adressen er din. Derfor har vi avsluttet saken uten at noen har lest den. Ingenting er publisert.',
    stillWanted: 'Vil du likevel ha det publisert? Da kan du sende det inn på nytt.',
    unrevised:
      'Vi ba deg om endringer, men har ikke fått dem i tide. Derfor har vi avsluttet saken uten å publisere noe.',
    anyTime: 'Du er når som helst velkommen til å sende det inn på nytt.',
    stillThere: 'Du trenger ikke å skrive alt på nytt: På denne siden står fortsatt det du sendte inn.',
  },
};
