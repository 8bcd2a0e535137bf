import type { MailWords } from './words.ts';

const notYou = 'Om du inte har skickat in något behöver du inte göra något.';

export const sv: MailWords = {
  labels: {
    title: 'Titel',
    reference: 'Referens',
    form: 'Formulär',
    organisation: 'Organisation',
    countries: 'Länder',
    themes: 'Teman',
    institution: 'Din institution',
    reviewedBy: 'Granskat av',
    decision: 'Beslut',
    reason: 'Orsak',
  },
  pages: {
    confirm: 'Bekräfta adressen',
    review: 'Läs och besluta',
    revise: 'Ändra och skicka in',
    status: 'Följ ärendet',
    initiative: 'Läs på webbplatsen',
    form: 'Till formuläret',
  },
  advice: {
    'out-of-scope':
      'Överst i formuläret står vad som hör hemma här. Passar det ändå är du välkommen att skicka in det igen och förklara hur.',
    duplicate: 'Skiljer det sig från det som redan finns här är du välkommen att skicka in det igen och förklara hur.',
    incomplete: 'Du är välkommen att komplettera och skicka in det igen.',
    'not-verifiable':
      'Du är välkommen att skicka in det igen med en webbplats eller en kontakt som kan bekräfta uppgifterna.',
    'personal-data': 'Du är välkommen att skicka in det igen utan uppgifter som gör att andra kan kännas igen.',
    advertising:
      'Du är välkommen att skicka in det igen om du beskriver vad ni har gjort och lärt er, och inte något som är till salu.',
    other: 'Du är välkommen att ändra det och skicka in det igen.',
  },

  subjects: {
    confirm: (title) => `Ett steg kvar: bekräfta ${title}`,
    'confirm-reminder': (title) => `Påminnelse: bekräfta ${title}`,
    review: (title) => `Granska: ${title}`,
    revision: (title) => `Granska ändringarna: ${title}`,
    'review-reminder': (title) => `Påminnelse om granskning: ${title}`,
    delay: (title) => `Vi behöver mer tid för ${title}`,
    revise: (title) => `Ändringar behövs: ${title}`,
    'revise-reminder': (title) => `Påminnelse om ändringar: ${title}`,
    acknowledgement: (title) => `Ditt beslut om ${title}`,
    published: (title) => `Publicerat: ${title}`,
    rejected: (title) => `Publiceras inte: ${title}`,
    lapsed: (title) => `Avslutat: ${title}`,
  },
  greeting: (name) => (name === undefined ? 'Hej!' : `Hej ${name}!`),
  farewell: 'Vänliga hälsningar',
  attended: 'Har du frågor är det bara att svara på det här mejlet.',
  unattended: 'Det går inte att svara på det här mejlet.',

  notYou,
  decidesNothing: 'Att öppna sidan avgör ingenting. Det gör bara knapparna där.',

  confirm: {
    stored: 'Tack för att du har hört av dig till clearingcentralen. Det du skickade in är sparat.',
    oneStepLeft:
      'Ett steg återstår innan någon läser det: bekräfta att adressen är din. Öppna sidan nedan och tryck på knappen där.',
    until: (day) => `Gör det senast den ${day}.`,
    receipt: 'Spara det här mejlet. Nästa adress är ditt kvitto och visar alltid hur långt ärendet har kommit.',
    otherwise: `${notYou} Utan bekräftelse är det ingen som läser det, och inget publiceras.`,
  },
  confirmReminder: {
    notConfirmed:
      'Vi har fått in det här med din adress som avsändare, men adressen är ännu inte bekräftad. Ingen läser det förrän det är gjort.',
    until: (day) => `Öppna sidan nedan och tryck på knappen där, senast den ${day}. Därefter avslutar vi ärendet.`,
  },
  review: {
    sentIn: 'Det här har skickats in till clearingcentralen och väntar på beslut.',
    revised: 'Det här har omarbetats efter en tidigare granskning och väntar på ett nytt beslut.',
    asDeputy: 'Du får frågan som ersättare, eftersom moderatorerna vid din institution inte har svarat än.',
    asLead:
      'Du får frågan eftersom den institution som tillfrågades först inte har svarat och din institution leder clearingcentralen.',
    noticed: (sentences) =>
      `Den automatiska kontrollen reagerade. ${sentences} Allt kan ändå vara i sin ordning. Det är upp till dig att bedöma.`,
    decide: 'Läs och besluta: godkänn, be om ändringar eller avslå.',
    until: (day) =>
      `Svara gärna inom några dagar, dock senast den ${day}. Fler har fått frågan, var och en med sin egen länk. Om någon hinner före dig syns det på sidan.`,
    personal:
      'Länken är din egen, och ett beslut som fattas genom den räknas som ditt. Skicka därför inte det här mejlet vidare.',
  },
  reviewReminder: {
    waiting: 'Det här väntar fortfarande på beslut, och avsändaren väntar på besked.',
    until: (day) => `Svara senast den ${day}.`,
  },
  delay: {
    sorry: 'Granskningen av det du skickade in tar längre tid än den borde. Det beklagar vi.',
    nothingLost: 'Inget har gått förlorat, och du behöver inte göra något.',
    leadAsked:
      'Vi har nu vänt oss till den institution som leder clearingcentralen, så att någon tar sig an ditt ärende.',
    reminded: 'Vi har nu påmint dem som ska ta ställning till ditt ärende.',
  },
  revise: {
    thanks: 'Tack för det du skickade in. Innan det kan publiceras ber moderatorerna dig att ändra något.',
    theyWrite: 'Moderatorerna skriver:',
    noComment:
      'Moderatorerna har inte skrivit någon kommentar. Gå igenom hela texten en gång till. Är du osäker på vad som behöver ändras kan du fråga den institution som nämns ovan.',
    everythingIsThere: 'På sidan nedan finns allt du har skrivit. Ändra det som behövs och skicka in det igen.',
    until: (day) =>
      `Gör det senast den ${day}. Om vi inte har hört från dig då avslutar vi ärendet utan att publicera något.`,
  },
  reviseReminder: {
    waiting: 'Vi väntar fortfarande på dina ändringar, så att vi kan gå vidare med det du skickade in.',
  },
  acknowledgement: {
    received: 'Vi har tagit emot ditt beslut.',
    yourComment: 'Din kommentar:',
    next: {
      approve: 'Det publiceras nu, och vi meddelar avsändaren.',
      'request-changes':
        'Vi skickar din kommentar vidare till avsändaren, som nu kan göra ändringar. Sedan får du granska på nytt.',
      reject: 'Vi meddelar avsändaren orsaken och din kommentar, om du har skrivit någon.',
    },
    changesWithoutComment: 'Avsändaren kan nu göra ändringar. Sedan får du granska på nytt.',
    discretion: 'Avsändaren får veta vilken institution som har beslutat, men inte vem.',
    notYours:
      'Om det inte är du som har beslutat har någon annan använt din länk. Meddela i så fall genast din institution.',
  },
  published: {
    goodNews: 'Goda nyheter: det du skickade in har godkänts och kan nu läsas av alla.',
    thanks: 'Tack för att du delar med dig, så att andra slipper börja från början.',
  },
  rejected: {
    notPublished: 'Tack för det du skickade in. Moderatorerna har läst det och beslutat att inte publicera det.',
  },
  lapsed: {
    unconfirmed:
      'Vi har inte fått någon bekräftelse på att adressen är din. Därför har vi avslutat ärendet utan att någon har läst det. Inget har publicerats.',
    stillWanted: 'Vill du ändå att det publiceras? Skicka då in det igen.',
    unrevised:
      'Vi bad dig om ändringar men har inte fått dem i tid. Därför har vi avslutat ärendet utan att publicera något.',
    anyTime: 'Du är välkommen att skicka in det igen när du vill.',
    stillThere: 'Du behöver inte skriva allt på nytt: på den här sidan finns det du skickade in kvar.',
  },
};
