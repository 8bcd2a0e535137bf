import type { MailWords } from './words.ts';

const notYou = 'Hvis du ikke har sendt noget ind, behøver du ikke gøre noget.';

export const da: MailWords = {
  labels: {
    title: 'Titel',
    reference: 'Reference',
    form: 'Formular',
    organisation: 'Organisation',
    countries: 'Lande',
    themes: 'Temaer',
    institution: 'Din institution',
    reviewedBy: 'Vurderet af',
    decision: 'Beslutning',
    reason: 'Begrundelse',
  },
  pages: {
    confirm: 'Bekræft adressen',
    review: 'Læs og beslut',
    revise: 'Ret og send ind',
    status: 'Følg sagen',
    initiative: 'Læs på hjemmesiden',
    form: 'Til formularen',
  },
  advice: {
    'out-of-scope':
      'Øverst i formularen står, hvad der hører til her. Passer det alligevel, er du velkommen til at sende det ind igen og forklare hvordan.',
    duplicate:
      'Hvis det adskiller sig fra det, der findes her i forvejen, er du velkommen til at sende det ind igen og forklare hvordan.',
    incomplete: 'Du er velkommen til at udfylde det, der mangler, og sende det ind igen.',
    'not-verifiable':
      'Du er velkommen til at sende det ind igen med en hjemmeside eller en kontakt, der kan bekræfte oplysningerne.',
    'personal-data': 'Du er velkommen til at sende det ind igen uden oplysninger, som gør, at andre kan genkendes.',
    advertising:
      'Du er velkommen til at sende det ind igen, hvis du beskriver, hvad I har gjort og lært, og ikke noget, der er til salg.',
    other: 'Du er velkommen til at ændre det og sende det ind igen.',
  },

  subjects: {
    confirm: (title) => `Ét trin tilbage: bekræft ${title}`,
    'confirm-reminder': (title) => `Påmindelse: bekræft ${title}`,
    review: (title) => `Til vurdering: ${title}`,
    revision: (title) => `Ændringer til vurdering: ${title}`,
    'review-reminder': (title) => `Påmindelse om vurdering: ${title}`,
    delay: (title) => `Vi har brug for mere tid til ${title}`,
    revise: (title) => `Ønske om ændringer: ${title}`,
    'revise-reminder': (title) => `Påmindelse om ændringer: ${title}`,
    acknowledgement: (title) => `Din beslutning om ${title}`,
    published: (title) => `Offentliggjort: ${title}`,
    rejected: (title) => `Bliver ikke offentliggjort: ${title}`,
    lapsed: (title) => `Afsluttet: ${title}`,
  },
  greeting: (name) => (name === undefined ? 'Hej' : `Hej ${name}`),
  farewell: 'Med venlig hilsen',
  attended: 'Har du spørgsmål, kan du bare svare på denne mail.',
  unattended: 'Denne mail kan ikke besvares.',

  notYou,
  decidesNothing: 'Det afgør ingenting at åbne siden. Det gør kun knapperne på den.',

  confirm: {
    stored: 'Tak, fordi du har skrevet til clearingcentralen. Det, du har sendt ind, er gemt.',
    oneStepLeft:
      'Der mangler kun ét trin, før nogen læser det: Bekræft, at adressen er din. Åbn siden herunder, og tryk på knappen dér.',
    until: (day) => `Gør det senest den ${day}.`,
    receipt: 'Gem denne mail. Den næste adresse er din kvittering og viser altid, hvor langt sagen er.',
    otherwise: `${notYou} Uden bekræftelse er der ingen, der læser det, og intet bliver offentliggjort.`,
  },
  confirmReminder: {
    notConfirmed:
      'Vi har modtaget dette med din adresse som afsender, men adressen er endnu ikke bekræftet. Ingen læser det, før det er sket.',
    until: (day) => `Åbn siden herunder, og tryk på knappen dér, senest den ${day}. Derefter afslutter vi sagen.`,
  },
  review: {
    sentIn: 'Dette er sendt ind til clearingcentralen og venter på en beslutning.',
    revised: 'Dette er omarbejdet efter en tidligere vurdering og venter på en ny beslutning.',
    asDeputy: 'Du bliver spurgt som stedfortræder, fordi moderatorerne i din institution endnu ikke har svaret.',
    asLead:
      'Du bliver spurgt, fordi den institution, der blev spurgt først, ikke har svaret, og fordi din institution leder clearingcentralen.',
    noticed: (sentences) =>
      `Den automatiske kontrol har bemærket noget. ${sentences} Alt kan stadig være i orden. Det er op til dig at vurdere.`,
    decide: 'Læs og beslut: Godkend, bed om ændringer, eller afvis.',
    until: (day) =>
      `Svar gerne inden for nogle dage og senest den ${day}. Andre er også blevet spurgt, hver med sit eget link. Hvis nogen kommer dig i forkøbet, kan du se det på siden.`,
    personal:
      'Linket er dit eget, og en beslutning, der bliver truffet gennem det, tæller som din. Send derfor ikke denne mail videre.',
  },
  reviewReminder: {
    waiting: 'Dette venter stadig på en beslutning, og afsenderen venter på svar.',
    until: (day) => `Svar senest den ${day}.`,
  },
  delay: {
    sorry: 'Vurderingen af det, du har sendt ind, tager længere tid, end den burde. Det beklager vi.',
    nothingLost: 'Intet er gået tabt, og du behøver ikke gøre noget.',
    leadAsked: 'Vi har nu henvendt os til den institution, der leder clearingcentralen, så nogen tager sig af din sag.',
    reminded: 'Vi har nu mindet dem, der skal tage stilling, om din sag.',
  },
  revise: {
    thanks: 'Tak for det, du har sendt ind. Før det kan offentliggøres, beder moderatorerne dig om at ændre noget.',
    theyWrite: 'Moderatorerne skriver:',
    noComment:
      'Moderatorerne har ikke skrevet nogen kommentar. Gå hele teksten igennem en gang til. Er du i tvivl om, hvad der skal ændres, så spørg den institution, der er nævnt ovenfor.',
    everythingIsThere: 'På siden herunder finder du alt det, du har skrevet. Ret det nødvendige, og send det ind igen.',
    until: (day) =>
      `Gør det senest den ${day}. Har vi ikke hørt fra dig inden da, afslutter vi sagen uden at offentliggøre noget.`,
  },
  reviseReminder: {
    waiting: 'Vi venter stadig på dine ændringer, så vi kan gå videre med det, du har sendt ind.',
  },
  acknowledgement: {
    received: 'Vi har modtaget din beslutning.',
    yourComment: 'Din kommentar:',
    next: {
      approve: 'Det bliver nu offentliggjort, og vi giver afsenderen besked.',
      'request-changes':
        'Vi sender din kommentar videre til afsenderen, som nu kan foretage ændringer. Derefter får du det til vurdering igen.',
      reject: 'Vi giver afsenderen besked om begrundelsen og din kommentar, hvis du har skrevet en.',
    },
    changesWithoutComment: 'Afsenderen kan nu foretage ændringer. Derefter får du det til vurdering igen.',
    discretion: 'Afsenderen får at vide, hvilken institution der har besluttet, men ikke hvem.',
    notYours:
      'Hvis det ikke er dig, der har besluttet, har en anden brugt dit link. Giv i så fald straks din institution besked.',
  },
  published: {
    goodNews: 'Godt nyt: Det, du har sendt ind, er godkendt og kan nu læses af alle.',
    thanks: 'Tak, fordi du deler det, så andre ikke behøver begynde forfra.',
  },
  rejected: {
    notPublished: 'Tak for det, du har sendt ind. Moderatorerne har læst det og besluttet ikke at offentliggøre det.',
  },
  lapsed: {
    unconfirmed:
      'Vi har ikke fået bekræftet, at adressen er din. Derfor har vi afsluttet sagen, uden at nogen har læst den. Intet er offentliggjort.',
    stillWanted: 'Vil du stadig gerne have det offentliggjort? Så send det ind igen.',
    unrevised:
      'Vi bad dig om ændringer, men har ikke modtaget dem i tide. Derfor har vi afsluttet sagen uden at offentliggøre noget.',
    anyTime: 'Du er altid velkommen til at sende det ind igen.',
    stillThere: 'Du behøver ikke skrive det hele igen: På denne side står stadig det, du sendte ind.',
  },
};
