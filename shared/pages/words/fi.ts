import type { Words } from './words.ts';

/* The pages in Finnish. One export for each page, so that a function carries only the words of its own pages. */

export const frame: Words['frame'] = {
  reference: 'Viite',
  skip: 'Siirry pääsisältöön',
  menu: 'Päävalikko',
  language: 'Kieli',
  readInitiatives: 'Lue aloitteita',
  sendIn: 'Jaa aloite',
  footer:
    'Palvelua ylläpitää Pohjoismainen hyvinvointikeskus yhdessä Nordregion kanssa. Se on osa Pohjoismaiden ministerineuvoston yhteistyötä pakolaisten ja maahanmuuttajien kotoutumisen edistämiseksi.',
};

export const form: Words['form'] = {
  required: 'Pakollinen',
  optional: 'Vapaaehtoinen',
  between: (min, max) => `${min}–${max} merkkiä.`,
  upTo: (max) => `Enintään ${max} merkkiä.`,
  choose: (max) => `Valitse vähintään yksi ja enintään ${max}.`,
  chooseAny: 'Valitse niin monta kuin tarvitset.',
  chooseOne: 'Valitse …',
  dateFormat: 'Vuosi, kuukausi ja päivä, esimerkiksi 2025-09-30.',
  people: 'Ihmiset, joita varten aloite on',
  audiences: 'Muut, jotka voivat hyödyntää kokemuksianne',
  leaveEmpty: 'Jätä tämä kenttä tyhjäksi',
  errorTitle: (title) => `Virhe: ${title}`,
  errorHeading: 'Tarkista vielä nämä kentät',
  nothingSent: 'Mitään ei ole vielä lähetetty. Kaikki kirjoittamasi on yhä tallella.',
  notStored: 'Tätä ei tallennettu',
  notSentTwice: 'Ei lähetetty toista kertaa',
  stillHere: 'Kaikki kirjoittamasi on yhä tallella.',
  next: 'Kun olet lähettänyt lomakkeen, saat sähköpostiisi linkin, jolla vahvistat osoitteesi. Sen jälkeen pohjoismaisen laitoksen työntekijä lukee tekstisi, ja saat meiltä vastauksen sähköpostitse.',
  privacy:
    'Käytämme nimeäsi ja osoitettasi lähetyksesi käsittelyyn. Ne näkyvät lukijoille vain, jos olet antanut siihen luvan yllä. Sähköpostissamme olevasta linkistä näet aina, missä vaiheessa lähetyksesi on.',
  send: 'Lähetä',
  sentBefore: 'Olet jo lähettänyt tämän lomakkeen kerran. Jos tämä on uusi asia, paina Lähetä-painiketta uudelleen.',
};

export const revise: Words['revise'] = {
  title: 'Muuta lähetystäsi',
  asked: (institution) => `Lähetyksesi on luettu, ja siihen pyydetään muutoksia. Pyytäjä: ${institution}.`,
  noComment: 'Pyynnössä ei ole kommenttia. Käy teksti vielä kerran läpi.',
  until: (by) => `Lähetä muutokset viimeistään ${by}.`,
  send: 'Lähetä muutokset',
  sentTitle: 'Kiitos, olemme saaneet muutoksesi',
  sentText: 'Pyydämme samoja henkilöitä lukemaan lähetyksesi uudelleen. Saat vastauksen sähköpostitse.',
  overtakenTitle: 'Mitä kirjoitit',
  overtaken:
    'Olemme jo saaneet muutoksesi, joten tätä toista versiota ei tallennettu. Kopioi tarvitsemasi alla olevista kentistä.',
  toStatus: 'Katso, missä vaiheessa lähetyksesi on',
  tooLate:
    'Määräaika on päättynyt, joten tätä ei tallennettu. Voit lähettää tiedot uutena lähetyksenä sivun lopussa olevasta painikkeesta.',
  closedTitle: 'Tätä lähetystä ei voi enää muuttaa',
  closedText:
    'Emme saaneet muutoksiasi ajoissa, joten asian käsittely on päättynyt. Voit vapaasti lähettää tekstisi uudelleen.',
};

export const status: Words['status'] = {
  title: 'Lähetyksesi',
  round: 'Kierros',
  now: 'Tilanne nyt',
  next: 'Mitä tapahtuu seuraavaksi?',
  happened: 'Mitä tähän mennessä on tapahtunut',
  thanks: 'Kiitos, olemme saaneet lähetyksesi',
  lookInMail:
    'Katso sähköpostiasi: olemme lähettäneet linkin, jolla vahvistat osoitteesi. Jos et löydä viestiä, katso myös roskapostista.',
  keepAddress: 'Ota tämän sivun osoite talteen: täältä näet aina, missä vaiheessa lähetyksesi on.',
  readPublished: 'Lue julkaistu aloite',
  written: 'Lähettämäsi tiedot',
  reviewedBy: 'Arvioija',
  reason: 'Syy',
  theyWrite: 'Moderaattorit kirjoittavat:',
  delayed:
    'Tämä kestää pidempään kuin pitäisi, ja pahoittelemme sitä. Olemme saaneet asiasta tiedon ja selvitämme sitä. Sinun ei tarvitse tehdä mitään.',
  statuses: {
    received: 'Vastaanotettu',
    'awaiting-confirmation': 'Odottaa, että vahvistat osoitteesi',
    'in-review': 'Arvioitavana',
    'changes-requested': 'Odottaa muutoksiasi',
    approved: 'Hyväksytty',
    published: 'Julkaistu',
    rejected: 'Ei hyväksytty',
    lapsed: 'Suljettu, koska vastausta ei tullut ajoissa',
    spam: 'Odottaa ihmisen tekemää tarkistusta',
    withdrawn: 'Peruttu',
  },
  nextSteps: {
    received: () =>
      'Lähetämme sinulle pian sähköpostilla linkin, jolla vahvistat osoitteesi. Jos viestiä ei tule, katso roskapostista. Jos sitä ei ole sielläkään, osoitteessa voi olla virhe; lähetä silloin lomake uudelleen.',
    'awaiting-confirmation': (by) =>
      `Avaa sähköpostissamme oleva linkki ja paina painiketta${by ? ` viimeistään ${by}` : ''}. Sen jälkeen lähetyksesi luetaan.`,
    'in-review': () =>
      'Pohjoismaista laitosta on pyydetty lukemaan lähetyksesi. Saat sähköpostin heti, kun vastaus on valmis. Jos siihen menee yli kaksi viikkoa, kerromme siitä sinulle.',
    'changes-requested': (by) =>
      `Avaa sähköpostissamme oleva linkki, tee pyydetyt muutokset ja lähetä lomake uudelleen${by ? ` viimeistään ${by}` : ''}.`,
    approved: () => 'Lähetyksesi julkaistaan pian. Saat sähköpostin, kun se on tehty.',
    published: () => 'Sinun ei tarvitse tehdä enää mitään. Aloitteesi on nyt kaikkien luettavissa.',
    rejected: () => 'Asian käsittely on päättynyt. Voit vapaasti lähettää uuden aloitteen.',
    lapsed: () => 'Asian käsittely on päättynyt. Voit vapaasti lähettää aloitteesi uudelleen.',
    spam: () =>
      'Automaattinen tarkistuksemme huomasi jotakin epätavallista, joten ihminen katsoo lähetyksen ensin. Jos kaikki on kunnossa, saat sähköpostilla linkin, jolla vahvistat osoitteesi.',
    withdrawn: () => 'Asian käsittely on päättynyt. Voit vapaasti lähettää uuden aloitteen.',
  },
  happenings: {
    received: 'Saimme lähetyksesi',
    held: 'Lähetys jäi odottamaan ihmisen tekemää tarkistusta',
    released: 'Ihminen tarkisti lähetyksen ja päästi sen eteenpäin',
    'asked-to-confirm': 'Pyysimme sinua vahvistamaan osoitteesi',
    confirmed: 'Vahvistit osoitteesi',
    'asked-moderators': 'Pyysimme pohjoismaista laitosta lukemaan lähetyksen',
    reminded: 'Lähetimme muistutuksen',
    'asked-deputy': 'Pyysimme myös toista henkilöä lukemaan lähetyksen',
    'asked-lead': 'Pyysimme Pohjoismaista hyvinvointikeskusta lukemaan lähetyksen',
    approved: 'Lähetys hyväksyttiin',
    'changes-requested': 'Lähetykseen pyydettiin muutoksia',
    rejected: 'Lähetystä ei hyväksytty',
    revised: 'Lähetit muutokset',
    published: 'Aloite julkaistiin',
    lapsed: 'Käsittely päättyi, koska vastausta ei tullut ajoissa',
    parked: 'Käsittely viivästyi, ja saimme siitä tiedon',
    resumed: 'Käsittely jatkui',
  },
};

export const confirm: Words['confirm'] = {
  title: 'Vahvista osoitteesi',
  explain:
    'Painamalla painiketta vahvistat, että osoite on sinun ja että olet itse lähettänyt tämän. Sen jälkeen pohjoismaisen laitoksen työntekijä lukee lähetyksesi.',
  until: (by) => `Vahvista osoite viimeistään ${by}.`,
  nothingYet: 'Mitään ei tapahdu ennen kuin painat painiketta.',
  button: 'Kyllä, vahvista osoitteeni',
  confirmedTitle: 'Kiitos, osoitteesi on vahvistettu',
  confirmedText:
    'Pyydämme nyt pohjoismaista laitosta lukemaan lähetyksesi. Saat vastauksen sähköpostitse. Jos siihen menee yli kaksi viikkoa, kerromme siitä sinulle.',
  confirmedBeforeTitle: 'Osoitteesi on jo vahvistettu',
  tooLateTitle: 'Tätä lähetystä ei voi enää vahvistaa',
  tooLateText:
    'Osoitetta ei vahvistettu ajoissa, joten asian käsittely on päättynyt. Kukaan ei ole lukenut lähetystä. Voit vapaasti lähettää sen uudelleen.',
  sendAgain: 'Jaa aloite',
};

export const review: Words['review'] = {
  title: 'Lue ja päätä',
  nothingYet: 'Mitään ei ole päätetty ennen kuin painat sivun lopussa olevaa painiketta.',
  round: (round) => (round === 1 ? 'Ensimmäinen kierros' : `Kierros ${round}: lähettäjä on tehnyt muutoksia`),
  submission: 'Lähetetty aineisto',
  leftEmpty: 'Tyhjäksi jätetyt kentät',
  suspicions: 'Automaattinen tarkistus huomasi seuraavaa',
  earlier: 'Edellisellä kierroksella pyydettiin',
  yourDecision: 'Päätöksesi',
  decisions: {
    approve: { label: 'Hyväksy', hint: 'Aloite julkaistaan sellaisenaan.' },
    'request-changes': {
      label: 'Pyydä muutoksia',
      hint: 'Kirjoita alle, mitä pitäisi muuttaa. Lähettäjä saa kommenttisi ja voi muuttaa tekstiä. Sen jälkeen luet sen uudelleen.',
    },
    reject: { label: 'Hylkää', hint: 'Käsittely päättyy, ja lähettäjälle kerrotaan syy.' },
  },
  reason: 'Hylkäämisen peruste',
  reasonHint: 'Valitse vain, jos hylkäät lähetyksen. Jos valitset ”Muu syy”, kerro se kommentissa.',
  submitterReads: 'Lähettäjän kieli',
  comment: 'Kommentti lähettäjälle',
  commentHint: 'Kerro, mitä toivot muutettavan tai miksi päätät näin. Lähettäjä lukee kirjoittamasi.',
  button: 'Lähetä päätökseni',
  decidedTitle: 'Tästä lähetyksestä on päätetty',
  decidedBy: 'Päättäjä',
  decidedAt: 'Päätetty',
  staleTitle: 'Teksti on muuttunut sen jälkeen, kun avasit sivun',
  staleText: 'Päätöstäsi ei ole kirjattu. Lue, mikä on muuttunut, ja tee päätös uudelleen.',
  notRecorded: 'Joku muu ehti päättää ennen sinua, joten vastaustasi ei ole kirjattu.',
  yourComment: 'Kommenttisi',
  before: 'Ennen',
  after: 'Nyt',
  nothingBefore: 'tyhjä',
};

export const problem: Words['problem'] = {
  onward: 'Jatka tästä',
  home: 'Etusivulle',
};

export const initiatives: Words['initiatives'] = {
  title: 'Aloitteet',
  none: 'Yhtään aloitetta ei ole vielä julkaistu.',
  published: 'Julkaistu',
  updated: 'Viimeksi muutettu',
  next: 'Näytä lisää',
  newest: 'Takaisin uusimpiin',
  about: 'Tietoa aloitteesta',
  all: 'Kaikki aloitteet',
};

export const home: Words['home'] = {
  lead: 'Ideapankki kaikille, jotka työskentelevät pakolaisten ja maahanmuuttajien kotoutumisen parissa Pohjoismaissa. Katso, mitä muut ovat kokeilleet, ota oppia siitä, mikä toimi ja mikä ei, ja jaa omat kokemuksesi.',
  readTitle: 'Lue, mitä muut tekevät',
  readText:
    'Löydä hankkeita, toimenpiteitä ja toimintatapoja kaikkialta Pohjoismaista. Monessa kerrotaan, kenelle voit kirjoittaa.',
  sendTitle: 'Jaa oma aloitteenne',
  sendText: 'Edustatko viranomaista, kuntaa, kansalaisjärjestöä tai ministeriötä? Kerro muille, mitä olette oppineet.',
  howTitle: 'Näin tekstisi päätyy ideapankkiin',
  how: [
    'Täytät lomakkeen. Et tarvitse käyttäjätiliä.',
    'Vahvistat sähköpostiosoitteesi linkillä, jonka lähetämme sinulle.',
    'Pohjoismaisen laitoksen työntekijä lukee tekstisi ja hyväksyy sen, pyytää muutoksia tai kertoo, miksi se ei sovi ideapankkiin.',
    'Aloitteesi julkaistaan, ja saat siitä tiedon sähköpostitse.',
  ],
  whoTitle: 'Kuka on palvelun takana?',
  who: 'Päävastuu on Pohjoismaisella hyvinvointikeskuksella yhdessä Nordregion kanssa. Palvelu on osa pohjoismaista kotoutumisyhteistyötä.',
};

export const flag: Words['flag'] = { yes: 'Kyllä', no: 'Ei' };
