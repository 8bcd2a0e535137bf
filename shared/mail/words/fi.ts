import type { MailWords } from './words.ts';

const notYou = 'Jos et ole lähettänyt meille mitään, sinun ei tarvitse tehdä mitään.';

export const fi: MailWords = {
  labels: {
    title: 'Otsikko',
    reference: 'Viite',
    form: 'Lomake',
    organisation: 'Organisaatio',
    countries: 'Maat',
    themes: 'Teemat',
    institution: 'Edustamasi laitos',
    reviewedBy: 'Arvioija',
    decision: 'Päätös',
    reason: 'Syy',
  },
  pages: {
    confirm: 'Vahvista osoite',
    review: 'Lue ja päätä',
    revise: 'Muokkaa ja lähetä',
    status: 'Seuraa käsittelyä',
    initiative: 'Lue verkkosivuilla',
    form: 'Siirry lomakkeelle',
  },
  advice: {
    'out-of-scope':
      'Lomakkeen alussa kerrotaan, mitä palveluun voi lähettää. Jos aihe sopii palveluun sittenkin, voit lähettää tiedot uudelleen ja kertoa, miten.',
    duplicate: 'Jos tiedot eroavat siitä, mitä palvelussa jo on, voit lähettää ne uudelleen ja kertoa, miten.',
    incomplete: 'Voit täydentää tiedot ja lähettää ne uudelleen.',
    'not-verifiable':
      'Voit lähettää tiedot uudelleen ja lisätä verkkosivun tai yhteyshenkilön, jonka avulla ne voi vahvistaa.',
    'personal-data': 'Voit lähettää tiedot uudelleen ilman sellaista, mistä muut ihmiset voi tunnistaa.',
    advertising:
      'Voit lähettää tiedot uudelleen, jos kerrot siitä, mitä olette tehneet ja oppineet, etkä siitä, mitä on myytävänä.',
    other: 'Voit muuttaa tietoja ja lähettää ne uudelleen.',
  },

  subjects: {
    confirm: (title) => `Yksi vaihe jäljellä: vahvista ${title}`,
    'confirm-reminder': (title) => `Muistutus: vahvista ${title}`,
    review: (title) => `Arvioitavaksi: ${title}`,
    revision: (title) => `Muutokset arvioitavaksi: ${title}`,
    'review-reminder': (title) => `Muistutus arvioinnista: ${title}`,
    delay: (title) => `Tarvitsemme lisää aikaa: ${title}`,
    revise: (title) => `Pyydämme muutoksia: ${title}`,
    'revise-reminder': (title) => `Muistutus muutoksista: ${title}`,
    acknowledgement: (title) => `Päätöksesi: ${title}`,
    published: (title) => `Julkaistu: ${title}`,
    rejected: (title) => `Ei julkaista: ${title}`,
    lapsed: (title) => `Käsittely päättynyt: ${title}`,
  },
  greeting: (name) => (name === undefined ? 'Hei' : `Hei ${name}`),
  farewell: 'Ystävällisin terveisin',
  attended: 'Jos sinulla on kysyttävää, voit vastata tähän viestiin.',
  unattended: 'Tähän viestiin ei voi vastata.',

  notYou,
  decidesNothing: 'Sivun avaaminen ei vielä päätä mitään. Päätös syntyy vasta, kun painat sivulla painiketta.',

  confirm: {
    stored: 'Kiitos yhteydenotostasi osaamiskeskukseen. Lähettämäsi tiedot on tallennettu.',
    oneStepLeft:
      'Jäljellä on vielä yksi vaihe, ennen kuin kukaan lukee tiedot: vahvista, että tämä sähköpostiosoite on sinun. Avaa alla oleva sivu ja paina siellä painiketta.',
    until: (day) => `Tee se viimeistään ${day}.`,
    receipt: 'Säilytä tämä viesti. Seuraava osoite on kuittisi, ja siitä näet aina, missä vaiheessa asia on.',
    otherwise: `${notYou} Ilman vahvistusta kukaan ei lue tietoja eikä mitään julkaista.`,
  },
  confirmReminder: {
    notConfirmed:
      'Olemme saaneet alla mainitut tiedot, ja lähettäjäksi on merkitty sinun osoitteesi. Osoitetta ei ole vielä vahvistettu, eikä kukaan lue tietoja ennen sitä.',
    until: (day) =>
      `Avaa alla oleva sivu ja paina siellä painiketta viimeistään ${day}. Sen jälkeen päätämme asian käsittelyn.`,
  },
  review: {
    sentIn: 'Alla mainitut tiedot on lähetetty osaamiskeskukseen, ja ne odottavat päätöstä.',
    revised: 'Alla mainittuja tietoja on muokattu aiemman arvioinnin jälkeen, ja ne odottavat uutta päätöstä.',
    asDeputy: 'Saat tämän viestin varahenkilönä, koska laitoksesi moderaattorit eivät ole vielä vastanneet.',
    asLead:
      'Saat tämän viestin, koska ensin pyydetty laitos ei ole vastannut ja sinun laitoksesi johtaa osaamiskeskusta.',
    noticed: (sentences) =>
      `Automaattinen tarkistus havaitsi jotakin poikkeavaa. ${sentences} Kaikki voi silti olla kunnossa. Arvioi asia itse.`,
    decide: 'Lue tiedot ja päätä: hyväksy, pyydä muutoksia tai hylkää.',
    until: (day) =>
      `Vastaa mielellään muutaman päivän kuluessa ja viimeistään ${day}. Myös muita on pyydetty arvioimaan, ja jokaisella on oma linkki. Jos joku ehtii ennen sinua, näet sen sivulta.`,
    personal:
      'Linkki on henkilökohtainen, ja sen kautta tehty päätös katsotaan sinun tekemäksesi. Älä siis lähetä tätä viestiä eteenpäin.',
  },
  reviewReminder: {
    waiting: 'Alla mainitut tiedot odottavat edelleen päätöstä, ja niiden lähettäjä odottaa vastausta.',
    until: (day) => `Vastaa viimeistään ${day}.`,
  },
  delay: {
    sorry: 'Lähettämiesi tietojen arviointi kestää pidempään kuin pitäisi. Pahoittelemme viivästystä.',
    nothingLost: 'Mitään ei ole kadonnut, eikä sinun tarvitse tehdä mitään.',
    leadAsked: 'Olemme nyt kääntyneet osaamiskeskusta johtavan laitoksen puoleen, jotta asiasi saadaan käsittelyyn.',
    reminded: 'Olemme nyt muistuttaneet niitä, joiden tehtävänä on tehdä päätös asiassasi.',
  },
  revise: {
    thanks:
      'Kiitos lähettämistäsi tiedoista. Ennen kuin ne voidaan julkaista, moderaattorit pyytävät sinulta muutoksia.',
    theyWrite: 'Moderaattorit kirjoittavat:',
    noComment:
      'Moderaattorit eivät kirjoittaneet kommenttia. Käy teksti vielä kokonaan läpi. Jos et ole varma, mitä pitäisi muuttaa, kysy yllä mainitulta laitokselta.',
    everythingIsThere:
      'Alla olevalla sivulla on kaikki, mitä kirjoitit. Muuta tarvittavat kohdat ja lähetä tiedot uudelleen.',
    until: (day) =>
      `Tee se viimeistään ${day}. Jos emme kuule sinusta siihen mennessä, päätämme asian käsittelyn emmekä julkaise tietoja.`,
  },
  reviseReminder: {
    waiting: 'Odotamme edelleen muutoksiasi, jotta voimme jatkaa lähettämiesi tietojen käsittelyä.',
  },
  acknowledgement: {
    received: 'Olemme vastaanottaneet päätöksesi.',
    yourComment: 'Kommenttisi:',
    next: {
      approve: 'Tiedot julkaistaan nyt, ja ilmoitamme siitä lähettäjälle.',
      'request-changes':
        'Välitämme kommenttisi lähettäjälle, joka voi nyt tehdä muutokset. Sen jälkeen saat tiedot uudelleen arvioitavaksi.',
      reject: 'Ilmoitamme lähettäjälle syyn sekä kommenttisi, jos kirjoitit sellaisen.',
    },
    changesWithoutComment: 'Lähettäjä voi nyt tehdä muutokset. Sen jälkeen saat tiedot uudelleen arvioitavaksi.',
    discretion: 'Lähettäjä saa tietää, mikä laitos päätöksen teki, mutta ei sitä, kuka sen teki.',
    notYours:
      'Jos et ole itse tehnyt tätä päätöstä, joku muu on käyttänyt linkkiäsi. Ilmoita siitä silloin heti laitoksellesi.',
  },
  published: {
    goodNews: 'Hyviä uutisia: lähettämäsi tiedot on hyväksytty, ja ne ovat nyt kaikkien luettavissa.',
    thanks: 'Kiitos, että jaat kokemuksesi. Näin muiden ei tarvitse aloittaa alusta.',
  },
  rejected: {
    notPublished:
      'Kiitos lähettämistäsi tiedoista. Moderaattorit ovat lukeneet ne ja päättäneet, ettei niitä julkaista.',
  },
  lapsed: {
    unconfirmed:
      'Emme ole saaneet vahvistusta siitä, että tämä sähköpostiosoite on sinun. Siksi päätimme asian käsittelyn, eikä kukaan ole lukenut tietoja. Mitään ei ole julkaistu.',
    stillWanted: 'Haluatko silti, että tiedot julkaistaan? Lähetä ne silloin uudelleen.',
    unrevised:
      'Pyysimme sinulta muutoksia, mutta emme saaneet niitä ajoissa. Siksi päätimme asian käsittelyn, eikä tietoja julkaista.',
    anyTime: 'Voit lähettää tiedot uudelleen milloin tahansa.',
    stillThere: 'Sinun ei tarvitse kirjoittaa kaikkea uudelleen: tällä sivulla on yhä se, minkä lähetit.',
  },
};
