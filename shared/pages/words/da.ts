import type { Words } from './words.ts';

/* The pages in Danish. One export for each page, so that a function carries only the words of its own pages. */

export const frame: Words['frame'] = {
  reference: 'Reference',
  skip: 'Gå til hovedindholdet',
  menu: 'Hovedmenu',
  language: 'Sprog',
  readInitiatives: 'Læs initiativer',
  sendIn: 'Del et initiativ',
  footer:
    'Nordens Velfærdscenter driver tjenesten sammen med Nordregio som en del af Nordisk Ministerråds samarbejde om integration af flygtninge og indvandrere.',
};

export const form: Words['form'] = {
  required: 'Skal udfyldes',
  optional: 'Valgfrit',
  between: (min, max) => `${min} til ${max} tegn.`,
  upTo: (max) => `Højst ${max} tegn.`,
  choose: (max) => `Vælg mindst én og højst ${max}.`,
  chooseAny: 'Vælg så mange, du har brug for.',
  chooseOne: 'Vælg …',
  dateFormat: 'År, måned og dag, for eksempel 2025-09-30.',
  people: 'Mennesker, som initiativet er til for',
  audiences: 'Andre, der kan bruge jeres erfaringer',
  leaveEmpty: 'Lad dette felt stå tomt',
  errorTitle: (title) => `Fejl: ${title}`,
  errorHeading: 'Se venligst på disse felter igen',
  nothingSent: 'Der er ikke sendt noget endnu. Alt, hvad du har skrevet, er her stadig.',
  notStored: 'Dette er ikke gemt',
  notSentTwice: 'Ikke sendt en gang til',
  stillHere: 'Alt, hvad du har skrevet, er her stadig.',
  next: 'Når du har sendt formularen, får du en mail med et link, hvor du bekræfter din adresse. Derefter læser en medarbejder ved en nordisk institution det, du har skrevet, og du hører fra os på mail.',
  privacy:
    'Vi bruger dit navn og din adresse til at behandle det, du sender ind. Læserne ser dem kun, hvis du har sagt ja til det ovenfor. Via linket i vores mail kan du altid følge, hvor din indsendelse befinder sig.',
  send: 'Send ind',
  sentBefore: 'Du har allerede sendt denne formular én gang. Er dette noget nyt, så tryk på ”Send ind” en gang til.',
};

export const revise: Words['revise'] = {
  title: 'Ret din indsendelse',
  asked: (institution) => `${institution} har læst din indsendelse og beder om ændringer.`,
  noComment: 'De har ikke skrevet en kommentar. Gå venligst din tekst igennem en gang til.',
  until: (by) => `Send dine ændringer senest den ${by}.`,
  send: 'Send ændringerne',
  sentTitle: 'Tak, vi har modtaget dine ændringer',
  sentText: 'Vi beder de samme personer om at læse din indsendelse igen. Du får svar på mail.',
  overtakenTitle: 'Det, du har skrevet',
  overtaken:
    'Vi har allerede modtaget dine ændringer, så denne version er ikke gemt. Kopiér det, du har brug for, fra felterne herunder.',
  toStatus: 'Se, hvor din indsendelse befinder sig',
  tooLate:
    'Fristen er udløbet, så dette er ikke gemt. Tryk på knappen nederst for at sende det ind som en ny indsendelse.',
  closedTitle: 'Det er for sent at ændre denne indsendelse',
  closedText:
    'Vi fik ikke dine ændringer i tide, så sagen er lukket. Du er velkommen til at sende det, du har skrevet, ind igen.',
};

export const status: Words['status'] = {
  title: 'Din indsendelse',
  round: 'Runde',
  now: 'Status lige nu',
  next: 'Hvad sker der nu?',
  happened: 'Det er der sket indtil nu',
  thanks: 'Tak, vi har modtaget din indsendelse',
  lookInMail:
    'Se i din mail: Vi har sendt dig et link, hvor du bekræfter din adresse. Kan du ikke finde mailen, så se i mappen med uønsket post.',
  keepAddress: 'Gem adressen på denne side: Her kan du altid se, hvor din indsendelse befinder sig.',
  readPublished: 'Læs det offentliggjorte initiativ',
  written: 'Det, du har sendt ind',
  reviewedBy: 'Vurderet af',
  reason: 'Begrundelse',
  theyWrite: 'Moderatorerne skriver:',
  delayed:
    'Det tager længere tid, end det burde, og det beklager vi. Vi har fået besked og ser på sagen. Du behøver ikke gøre noget.',
  statuses: {
    received: 'Modtaget',
    'awaiting-confirmation': 'Venter på, at du bekræfter din adresse',
    'in-review': 'Til vurdering',
    'changes-requested': 'Venter på dine ændringer',
    approved: 'Godkendt',
    published: 'Offentliggjort',
    rejected: 'Ikke godkendt',
    lapsed: 'Lukket, fordi der ikke kom svar i tide',
    spam: 'Holdt tilbage til manuel kontrol',
    withdrawn: 'Trukket tilbage',
  },
  nextSteps: {
    received: () =>
      'Om lidt sender vi dig en mail med et link, hvor du bekræfter din adresse. Kommer den ikke, så se i mappen med uønsket post. Er den heller ikke der, er adressen måske skrevet forkert; send så formularen igen.',
    'awaiting-confirmation': (by) =>
      `Åbn linket i vores mail, og tryk på knappen${by ? ` senest den ${by}` : ''}. Derefter bliver din indsendelse læst.`,
    'in-review': () =>
      'En nordisk institution er blevet bedt om at læse din indsendelse. Du får en mail, så snart der er et svar. Går der mere end to uger, skriver vi og fortæller det.',
    'changes-requested': (by) =>
      `Åbn linket i vores mail, ret det, du er blevet bedt om, og send det ind igen${by ? ` senest den ${by}` : ''}.`,
    approved: () => 'Din indsendelse bliver snart offentliggjort. Du får en mail, når det er sket.',
    published: () => 'Du behøver ikke gøre mere. Alle kan nu læse dit initiativ.',
    rejected: () => 'Sagen er lukket. Du er velkommen til at sende noget nyt ind.',
    lapsed: () => 'Sagen er lukket. Du er velkommen til at sende dit initiativ ind igen.',
    spam: () =>
      'Vores automatiske kontrol har fundet noget usædvanligt, så et menneske ser på det først. Er alt i orden, får du en mail med et link, hvor du bekræfter din adresse.',
    withdrawn: () => 'Sagen er lukket. Du er velkommen til at sende noget nyt ind.',
  },
  happenings: {
    received: 'Vi modtog din indsendelse',
    held: 'Indsendelsen blev holdt tilbage til manuel kontrol',
    released: 'Et menneske så på den og lod den gå videre',
    'asked-to-confirm': 'Vi bad dig bekræfte din adresse',
    confirmed: 'Du bekræftede din adresse',
    'asked-moderators': 'Vi bad en nordisk institution om at læse den',
    reminded: 'Vi sendte en påmindelse',
    'asked-deputy': 'Vi bad også en anden om at læse den',
    'asked-lead': 'Vi bad Nordens Velfærdscenter om at læse den',
    approved: 'Den blev godkendt',
    'changes-requested': 'Der blev bedt om ændringer',
    rejected: 'Den blev ikke godkendt',
    revised: 'Du sendte dine ændringer',
    published: 'Den blev offentliggjort',
    lapsed: 'Sagen blev lukket, fordi der ikke kom svar i tide',
    parked: 'Den blev forsinket, og vi fik besked',
    resumed: 'Arbejdet gik videre',
  },
};

export const confirm: Words['confirm'] = {
  title: 'Bekræft din adresse',
  explain:
    'Tryk på knappen for at bekræfte, at adressen er din, og at det er dig, der har sendt dette ind. Derefter bliver det læst af en medarbejder ved en nordisk institution.',
  until: (by) => `Bekræft venligst senest den ${by}.`,
  nothingYet: 'Der sker ikke noget, før du trykker på knappen.',
  button: 'Ja, bekræft min adresse',
  confirmedTitle: 'Tak, din adresse er bekræftet',
  confirmedText:
    'Vi beder nu en nordisk institution om at læse din indsendelse. Du får svar på mail. Går der mere end to uger, skriver vi og fortæller det.',
  confirmedBeforeTitle: 'Din adresse er allerede bekræftet',
  tooLateTitle: 'Det er for sent at bekræfte denne indsendelse',
  tooLateText:
    'Adressen blev ikke bekræftet i tide, og derfor er sagen lukket. Ingen har læst den. Du er velkommen til at sende den ind igen.',
  sendAgain: 'Del et initiativ',
};

export const review: Words['review'] = {
  title: 'Læs og beslut',
  nothingYet: 'Der er ikke besluttet noget, før du trykker på knappen nederst på siden.',
  round: (round) => (round === 1 ? 'Første runde' : `Runde ${round}: afsenderen har sendt ændringer`),
  submission: 'Det indsendte',
  leftEmpty: 'Ikke udfyldt',
  suspicions: 'Den automatiske kontrol har bemærket',
  earlier: 'Det blev der bedt om i forrige runde',
  yourDecision: 'Din beslutning',
  decisions: {
    approve: { label: 'Godkend', hint: 'Initiativet bliver offentliggjort, som det er.' },
    'request-changes': {
      label: 'Bed om ændringer',
      hint: 'Skriv nedenfor, hvad der skal ændres. Afsenderen får din kommentar og kan rette teksten. Derefter læser du den igen.',
    },
    reject: { label: 'Afvis', hint: 'Sagen lukkes, og afsenderen får at vide hvorfor.' },
  },
  reason: 'Begrundelse for at afvise',
  reasonHint: 'Skal kun vælges, når du afviser. Vælger du ”En anden grund”, så skriv hvilken i kommentaren.',
  submitterReads: 'Afsenderen læser',
  comment: 'Kommentar til afsenderen',
  commentHint:
    'Skriv, hvad du gerne vil have ændret, eller hvorfor du beslutter, som du gør. Afsenderen læser dine ord.',
  button: 'Send min beslutning',
  decidedTitle: 'Der er truffet beslutning om denne indsendelse',
  decidedBy: 'Besluttet af',
  decidedAt: 'Besluttet',
  staleTitle: 'Teksten er ændret, siden du åbnede siden',
  staleText: 'Din beslutning er ikke registreret. Læs venligst, hvad der er anderledes, og tag stilling igen.',
  notRecorded: 'En anden nåede at beslutte før dig, så dit svar er ikke registreret.',
  yourComment: 'Din kommentar',
  before: 'Før',
  after: 'Nu',
  nothingBefore: 'tomt',
};

export const problem: Words['problem'] = {
  onward: 'Gå videre herfra',
  home: 'Til forsiden',
};

export const initiatives: Words['initiatives'] = {
  title: 'Initiativer',
  none: 'Der er endnu ikke offentliggjort nogen initiativer.',
  published: 'Offentliggjort',
  updated: 'Senest ændret',
  next: 'Vis flere',
  newest: 'Tilbage til de nyeste',
  about: 'Om initiativet',
  all: 'Alle initiativer',
};

export const home: Words['home'] = {
  lead: 'En idébank for alle, der arbejder med integration af flygtninge og indvandrere i Norden. Se, hvad andre har prøvet, lær af det, der virkede, og det, der ikke gjorde, og del jeres egne erfaringer.',
  readTitle: 'Læs, hvad andre gør',
  readText: 'Find projekter, tiltag og arbejdsmåder fra hele Norden. Mange steder står der, hvem du kan skrive til.',
  sendTitle: 'Del jeres eget initiativ',
  sendText:
    'Kommer du fra en myndighed, en kommune, en frivillig organisation eller et ministerium? Fortæl andre, hvad I har lært.',
  howTitle: 'Fra din tekst til idébanken',
  how: [
    'Du udfylder en formular. Du behøver ikke oprette en konto.',
    'Du bekræfter din mailadresse med et link, som vi sender dig.',
    'En medarbejder ved en nordisk institution læser din tekst og godkender den, beder om ændringer eller forklarer, hvorfor den ikke passer ind.',
    'Dit initiativ bliver offentliggjort, og du får besked på mail.',
  ],
  whoTitle: 'Hvem står bag?',
  who: 'Nordens Velfærdscenter har hovedansvaret sammen med Nordregio. Tjenesten er en del af det nordiske samarbejde om integration.',
};

export const flag: Words['flag'] = { yes: 'Ja', no: 'Nej' };
