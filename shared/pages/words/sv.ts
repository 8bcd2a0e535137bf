import type { Words } from './words.ts';

/* The pages in Swedish. One export for each page, so that a function carries only the words of its own pages. */

export const frame: Words['frame'] = {
  reference: 'Referens',
  skip: 'Gå till huvudinnehållet',
  menu: 'Huvudmeny',
  language: 'Språk',
  readInitiatives: 'Läs initiativ',
  sendIn: 'Dela ett initiativ',
  footer:
    'Nordens välfärdscenter driver tjänsten tillsammans med Nordregio som en del av Nordiska ministerrådets samarbete om integration av flyktingar och invandrare.',
};

export const form: Words['form'] = {
  required: 'Måste fyllas i',
  optional: 'Valfritt',
  between: (min, max) => `${min} till ${max} tecken.`,
  upTo: (max) => `Högst ${max} tecken.`,
  choose: (max) => `Välj minst ett och högst ${max}.`,
  chooseAny: 'Välj så många du behöver.',
  chooseOne: 'Välj …',
  dateFormat: 'År, månad och dag, till exempel 2025-09-30.',
  people: 'Människor som initiativet är till för',
  audiences: 'Andra som kan ha nytta av era erfarenheter',
  leaveEmpty: 'Lämna det här fältet tomt',
  errorTitle: (title) => `Fel: ${title}`,
  errorHeading: 'Titta på de här fälten en gång till',
  nothingSent: 'Inget har skickats ännu. Allt du har skrivit finns kvar här.',
  notStored: 'Det här har inte sparats',
  notSentTwice: 'Inte skickat en gång till',
  stillHere: 'Allt du har skrivit finns kvar här.',
  next: 'När du har skickat formuläret får du ett mejl med en länk där du bekräftar din adress. Sedan läser en medarbetare vid en nordisk institution det du har skrivit, och du hör från oss via mejl.',
  privacy:
    'Vi använder ditt namn och din adress för att behandla det du skickar in. Läsarna ser dem bara om du har sagt ja till det ovan. Via länken i vårt mejl kan du alltid följa hur det går för ditt bidrag.',
  send: 'Skicka in',
  sentBefore:
    'Du har redan skickat in det här formuläret en gång. Om det här är något nytt trycker du på ”Skicka in” en gång till.',
};

export const revise: Words['revise'] = {
  title: 'Ändra ditt bidrag',
  asked: (institution) => `${institution} har läst ditt bidrag och ber om ändringar.`,
  noComment: 'De har inte skrivit någon kommentar. Gå igenom din text en gång till.',
  until: (by) => `Skicka dina ändringar senast den ${by}.`,
  send: 'Skicka ändringarna',
  sentTitle: 'Tack, vi har tagit emot dina ändringar',
  sentText: 'Vi ber samma personer att läsa ditt bidrag igen. Svaret kommer via mejl.',
  overtakenTitle: 'Det du har skrivit',
  overtaken:
    'Vi har redan tagit emot dina ändringar, så den här versionen har inte sparats. Kopiera det du behöver från fälten nedan.',
  toStatus: 'Se hur det går för ditt bidrag',
  tooLate:
    'Tiden för att svara har gått ut, så det här har inte sparats. Tryck på knappen längst ner för att skicka in det som ett nytt bidrag.',
  closedTitle: 'Det är för sent att ändra det här bidraget',
  closedText:
    'Vi fick inte dina ändringar i tid, så ärendet är avslutat. Du är välkommen att skicka in det du har skrivit igen.',
};

export const status: Words['status'] = {
  title: 'Ditt bidrag',
  round: 'Omgång',
  now: 'Läget just nu',
  next: 'Vad händer nu?',
  happened: 'Det här har hänt hittills',
  thanks: 'Tack, vi har tagit emot ditt bidrag',
  lookInMail:
    'Titta i din e-post: vi har skickat en länk där du bekräftar din adress. Om du inte hittar mejlet kan det ligga i skräpposten.',
  keepAddress: 'Spara adressen till den här sidan: här kan du alltid se hur det går för ditt bidrag.',
  readPublished: 'Läs det publicerade initiativet',
  written: 'Det du skickade in',
  reviewedBy: 'Granskat av',
  reason: 'Orsak',
  theyWrite: 'Moderatorerna skriver:',
  delayed:
    'Det här tar längre tid än det borde, och det beklagar vi. Vi har fått veta det och ser över saken. Du behöver inte göra något.',
  statuses: {
    received: 'Mottaget',
    'awaiting-confirmation': 'Väntar på att du bekräftar din adress',
    'in-review': 'Under granskning',
    'changes-requested': 'Väntar på dina ändringar',
    approved: 'Godkänt',
    published: 'Publicerat',
    rejected: 'Inte godkänt',
    lapsed: 'Avslutat eftersom det inte kom något svar i tid',
    spam: 'Väntar på att kontrolleras av en människa',
    withdrawn: 'Tillbakadraget',
  },
  nextSteps: {
    received: () =>
      'Om en liten stund mejlar vi en länk där du bekräftar din adress. Kommer den inte kan den ligga i skräpposten. Finns den inte där heller kan adressen ha blivit fel; skicka då formuläret igen.',
    'awaiting-confirmation': (by) =>
      `Öppna länken i vårt mejl och tryck på knappen${by ? ` senast den ${by}` : ''}. Därefter läses ditt bidrag.`,
    'in-review': () =>
      'En nordisk institution har blivit ombedd att läsa ditt bidrag. Du får ett mejl så snart det finns ett svar. Dröjer det mer än två veckor skriver vi och berättar det.',
    'changes-requested': (by) =>
      `Öppna länken i vårt mejl, ändra det du har blivit ombedd att ändra och skicka in igen${by ? ` senast den ${by}` : ''}.`,
    approved: () => 'Ditt bidrag publiceras inom kort. Du får ett mejl när det är klart.',
    published: () => 'Du behöver inte göra något mer. Nu kan alla läsa ditt initiativ.',
    rejected: () => 'Ärendet är avslutat. Du är välkommen att skicka in något nytt.',
    lapsed: () => 'Ärendet är avslutat. Du är välkommen att skicka in ditt initiativ igen.',
    spam: () =>
      'Vår automatiska kontroll hittade något ovanligt, så en människa tittar på det först. Om allt är i sin ordning får du ett mejl med en länk där du bekräftar din adress.',
    withdrawn: () => 'Ärendet är avslutat. Du är välkommen att skicka in något nytt.',
  },
  happenings: {
    received: 'Vi tog emot ditt bidrag',
    held: 'Bidraget lades åt sidan för att kontrolleras av en människa',
    released: 'En människa kontrollerade det och släppte igenom det',
    'asked-to-confirm': 'Vi bad dig bekräfta din adress',
    confirmed: 'Du bekräftade din adress',
    'asked-moderators': 'Vi bad en nordisk institution att läsa det',
    reminded: 'Vi skickade en påminnelse',
    'asked-deputy': 'Vi bad även en annan person att läsa det',
    'asked-lead': 'Vi bad Nordens välfärdscenter att läsa det',
    approved: 'Det godkändes',
    'changes-requested': 'Ändringar begärdes',
    rejected: 'Det godkändes inte',
    revised: 'Du skickade dina ändringar',
    published: 'Det publicerades',
    lapsed: 'Ärendet avslutades eftersom det inte kom något svar i tid',
    parked: 'Det blev försenat, och vi fick veta det',
    resumed: 'Arbetet gick vidare',
  },
};

export const confirm: Words['confirm'] = {
  title: 'Bekräfta din adress',
  explain:
    'Tryck på knappen för att bekräfta att adressen är din och att det är du som har skickat in bidraget. Sedan läses det av en medarbetare vid en nordisk institution.',
  until: (by) => `Bekräfta senast den ${by}.`,
  nothingYet: 'Inget händer förrän du trycker på knappen.',
  button: 'Ja, bekräfta min adress',
  confirmedTitle: 'Tack, din adress är bekräftad',
  confirmedText:
    'Vi ber nu en nordisk institution att läsa ditt bidrag. Svaret kommer via mejl. Dröjer det mer än två veckor skriver vi och berättar det.',
  confirmedBeforeTitle: 'Din adress är redan bekräftad',
  tooLateTitle: 'Det är för sent att bekräfta det här bidraget',
  tooLateText:
    'Adressen bekräftades inte i tid, och därför är ärendet avslutat. Ingen har läst det. Du är välkommen att skicka in det igen.',
  sendAgain: 'Dela ett initiativ',
};

export const review: Words['review'] = {
  title: 'Läs och besluta',
  nothingYet: 'Inget är beslutat förrän du trycker på knappen längst ner på sidan.',
  round: (round) => (round === 1 ? 'Första omgången' : `Omgång ${round}: avsändaren har skickat ändringar`),
  submission: 'Det som har skickats in',
  leftEmpty: 'Inte ifyllt',
  suspicions: 'Den automatiska kontrollen har lagt märke till',
  earlier: 'Det här begärdes i förra omgången',
  yourDecision: 'Ditt beslut',
  decisions: {
    approve: { label: 'Godkänn', hint: 'Initiativet publiceras som det är.' },
    'request-changes': {
      label: 'Be om ändringar',
      hint: 'Skriv nedan vad som behöver ändras. Avsändaren får din kommentar och kan ändra texten. Sedan läser du den igen.',
    },
    reject: { label: 'Avslå', hint: 'Ärendet avslutas och avsändaren får veta varför.' },
  },
  reason: 'Skäl för att avslå',
  reasonHint: 'Behöver bara väljas om du avslår. Väljer du ”En annan orsak” skriver du vilken i kommentaren.',
  submitterReads: 'Avsändaren läser',
  comment: 'Kommentar till avsändaren',
  commentHint: 'Skriv vad du vill se ändrat, eller varför du beslutar som du gör. Avsändaren läser det du skriver.',
  button: 'Skicka mitt beslut',
  decidedTitle: 'Beslut har fattats om det här bidraget',
  decidedBy: 'Beslutat av',
  decidedAt: 'Beslutat',
  staleTitle: 'Texten har ändrats sedan du öppnade sidan',
  staleText: 'Ditt beslut har inte registrerats. Läs vad som är annorlunda och ta ställning igen.',
  notRecorded: 'Någon annan hann besluta före dig, så ditt svar har inte registrerats.',
  yourComment: 'Din kommentar',
  before: 'Före',
  after: 'Nu',
  nothingBefore: 'tomt',
};

export const problem: Words['problem'] = {
  onward: 'Gå vidare härifrån',
  home: 'Till startsidan',
};

export const initiatives: Words['initiatives'] = {
  title: 'Initiativ',
  none: 'Inga initiativ har publicerats ännu.',
  published: 'Publicerat',
  updated: 'Senast ändrat',
  next: 'Visa fler',
  newest: 'Tillbaka till de nyaste',
  about: 'Om initiativet',
  all: 'Alla initiativ',
};

export const home: Words['home'] = {
  lead: 'En idébank för alla som arbetar med integration av flyktingar och invandrare i Norden. Se vad andra har prövat, lär av det som fungerade och det som inte gjorde det, och dela era egna erfarenheter.',
  readTitle: 'Läs vad andra gör',
  readText:
    'Hitta projekt, insatser och arbetssätt från hela Norden. På många ställen står det vem du kan skriva till.',
  sendTitle: 'Dela ert eget initiativ',
  sendText:
    'Kommer du från en myndighet, en kommun, en frivilligorganisation eller ett departement? Berätta för andra vad ni har lärt er.',
  howTitle: 'Från din text till idébanken',
  how: [
    'Du fyller i ett formulär. Du behöver inget konto.',
    'Du bekräftar din mejladress med en länk som vi skickar till dig.',
    'En medarbetare vid en nordisk institution läser din text och godkänner den, ber om ändringar eller förklarar varför den inte passar in.',
    'Ditt initiativ publiceras, och du får veta det via mejl.',
  ],
  whoTitle: 'Vilka står bakom?',
  who: 'Nordens välfärdscenter har huvudansvaret, tillsammans med Nordregio. Tjänsten är en del av det nordiska samarbetet om integration.',
};

export const flag: Words['flag'] = { yes: 'Ja', no: 'Nej' };
