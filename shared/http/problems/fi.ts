import type { FieldErrorTexts, NamedField, ProblemTexts } from './words.ts';

const agree = 'Rastita viimeinen ruutu. Tarvitsemme suostumuksesi ennen julkaisemista.';

function missing({ name, kind }: NamedField): string {
  switch (kind) {
    case 'agreement':
      return agree;
    case 'codes':
      return `Valitse kohdasta ${name} vähintään yksi vaihtoehto.`;
    case 'code':
      return `Valitse vaihtoehto kohdasta ${name}.`;
    default:
      return `Täytä kenttä ${name}.`;
  }
}

export const notFields = 'Lähetä kentät yhtenä JSON-objektina.';

export const fieldErrors: FieldErrorTexts = {
  required: missing,
  'wrong-type': ({ name, kind }) =>
    kind === 'amount'
      ? `Kirjoita kenttään ${name} luku, esimerkiksi 25000.`
      : `Tarkista kenttä ${name}. Lähetetty arvo ei ole oikeaa tyyppiä.`,
  'too-short': ({ name, min }) => `Kirjoita kenttään ${name} vähintään ${min} merkkiä.`,
  'too-long': ({ name, max }) => `Lyhennä kentän ${name} teksti enintään ${max} merkkiin.`,
  'unknown-code': ({ name }) => `Valitse jokin vaihtoehdoista, jotka on lueteltu kohdassa ${name}.`,
  'unknown-field': ({ name }) => `Jätä pois kenttä ${name}. Lomakkeella ei ole sellaista.`,
  'too-few': ({ name, min }) => `Valitse kohdasta ${name} vähintään ${min} vaihtoehtoa.`,
  'too-many': ({ name, max }) => `Valitse kohdasta ${name} enintään ${max} vaihtoehtoa.`,
  'listed-twice': ({ name }) => `Mainitse kohdassa ${name} kukin vaihtoehto vain kerran.`,
  'line-break': ({ name }) => `Kirjoita kentän ${name} teksti yhdelle riville.`,
  'control-character': ({ name }) =>
    `Kirjoita kentän ${name} teksti uudelleen liittämättä sitä leikepöydältä. Siinä on näkymättömiä ohjausmerkkejä.`,
  'not-a-date': ({ name }) =>
    `Anna kohdassa ${name} olemassa oleva päivämäärä muodossa vuosi-kuukausi-päivä: 2026-03-31.`,
  'before-start': ({ name }) => `Valitse kohtaan ${name} päivä, joka ei ole ennen alkamispäivää.`,
  'not-an-email': ({ name }) => `Kirjoita kenttään ${name} yksi sähköpostiosoite, esimerkiksi nimi@example.org.`,
  'not-a-url': ({ name }) => `Kirjoita kenttään ${name} täydellinen verkko-osoite, jonka alussa on https://.`,
  'not-a-currency': ({ name }) => `Anna kohdassa ${name} kolme isoa kirjainta, esimerkiksi EUR tai SEK.`,
  'out-of-range': ({ name, max }) => `Anna kohdassa ${name} luku väliltä 0–${max}.`,
  'must-agree': () => agree,
};

export const problems: ProblemTexts = {
  'malformed-body': {
    title: 'Emme pystyneet lukemaan lähetystä',
    detail:
      'Sisältö ei ole siinä muodossa, joka sille on ilmoitettu, tai se ei ole UTF-8-koodattu. Mitään ei ole tallennettu.',
  },
  'unsupported-media-type': {
    title: 'Emme ota vastaan tätä muotoa',
    detail:
      'Lähetä JSON-muodossa, verkkolomakkeena tai multipart-lomaketietoina ja ilmoita muoto Content-Type-otsakkeessa.',
  },
  'body-too-large': {
    title: 'Lähetys on liian suuri',
    detail: 'Otamme vastaan enintään 256 kt. Lyhennä tekstejä ja lähetä uudelleen. Mitään ei ole tallennettu.',
  },
  'invalid-fields': {
    title: 'Osa tiedoista pitää tarkistaa',
    detail: 'Korjaa mainitut kentät ja lähetä uudelleen. Mitään ei ole vielä tallennettu.',
  },
  'invalid-parameter': {
    title: 'Osoitteessa on virhe',
    detail: 'Emme tunne jonkin parametrin arvoa. Korjaa se tai jätä se pois.',
  },
  'unknown-form': {
    title: 'Tällaista lomaketta ei ole',
    detail: 'Tarkista osoite tai aloita etusivulta.',
  },
  'not-found': { title: 'Täällä ei ole mitään', detail: 'Tarkista osoite tai aloita etusivulta.' },
  'method-not-allowed': {
    title: 'Tämä ei onnistu tässä osoitteessa',
    detail: 'Osoite on olemassa, mutta se ei hyväksy tätä metodia. Allow-otsake kertoo, mitkä se hyväksyy.',
  },
  'idempotency-key-reused': {
    title: 'Avain on jo käytetty',
    detail: 'Samalla avaimella on jo lähetetty muuta sisältöä. Käytä uudelle sisällölle uutta avainta.',
  },
  'invalid-idempotency-key': {
    title: 'Avain ei kelpaa',
    detail: 'Idempotency-Key-otsakkeessa on oltava 1–200 näkyvää ASCII-merkkiä.',
  },
  'unknown-link': {
    title: 'Emme tunne tätä linkkiä',
    detail: 'Se on ehkä katkennut. Avaa linkki uudelleen viestistä tai kopioi koko osoite.',
  },
  'link-expired': {
    title: 'Linkki ei ole enää voimassa',
    detail: 'Määräaika on päättynyt, tai linkin tilalle on tullut uudempi. Katso, onko meiltä tullut myöhempi viesti.',
  },
  'already-decided': {
    title: 'Päätös on jo tehty',
    detail: 'Tästä kierroksesta on jo tehty päätös, joten vastaustasi ei ole kirjattu.',
  },
  'stale-content': {
    title: 'Sisältö on muuttunut',
    detail: 'Se ei ole enää sama, jonka luit. Lue se uudelleen ja päätä vasta sitten. Vastaustasi ei ole kirjattu.',
  },
  gone: { title: 'Tätä ei enää ole', detail: 'Tämä on ollut julkaistuna, mutta se on poistettu.' },
  'cross-site': {
    title: 'Tämä lähetettiin toiselta sivustolta',
    detail: 'Avaa itse sivu ja paina painiketta siellä. Mitään ei ole muutettu.',
  },
  'too-many': {
    title: 'Lyhyessä ajassa on lähetetty liian paljon',
    detail: 'Odota hetki ja yritä uudelleen. Mitään ei ole tallennettu.',
  },
  'proof-of-work-required': {
    title: 'Tarvitsemme merkin siitä, ettet ole robotti',
    detail:
      'Juuri nyt lähetetään paljon. Hae tehtävä osoitteesta /v1/challenge, ratkaise se ja lähetä uudelleen. Mitään ei ole tallennettu.',
  },
  unavailable: {
    title: 'Palvelu ei ole juuri nyt käytettävissä',
    detail: 'Yritä uudelleen muutaman minuutin kuluttua.',
  },
  internal: {
    title: 'Meillä tapahtui virhe',
    detail: 'Se ei johdu sinusta. Yritä hetken kuluttua uudelleen.',
  },
};
