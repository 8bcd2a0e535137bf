import type { InitiativeWords } from './words.ts';

export const fi: InitiativeWords = {
  name: 'Aloite',
  invitation: 'Jaa aloite',
  introduction: `Täällä voit jakaa aloitteen, joka auttaa pakolaisia tai maahanmuuttajia kotoutumaan Pohjoismaissa: hankkeen, toimenpiteen tai toimintatavan, josta muut voivat oppia. Pohjoismaisen laitoksen työntekijä lukee sen ennen julkaisemista.

Aloitteesi sopii tänne, jos

- se koskee pakolaisten tai maahanmuuttajien kotoutumista,
- se toteutetaan ainakin yhdessä Pohjoismaassa taikka Färsaarilla, Grönlannissa tai Ahvenanmaalla,
- osaat kertoa, kuka siitä vastaa ja milloin se alkoi tai alkaa,
- muut voivat oppia siitä. Myös epäonnistumiset kannattaa jakaa.

Kirjoita kokonaisin virkkein, jotta teksti on ymmärrettävä sellaisenaan. ”Katso verkkosivuiltamme” ei riitä; verkko-osoitteille on oma kenttä.

Älä koskaan kirjoita yksittäisistä ihmisistä niin, että joku voisi tunnistaa heidät, edes ilman nimeä. Tekstit eivät saa olla mainontaa.`,
  headings: {
    initiative: 'Aloitteen perustiedot',
    where: 'Missä ja kuka',
    about: 'Mistä on kyse',
    when: 'Milloin',
    learned: 'Tulokset ja opit',
    funding: 'Rahoitus',
    contact: 'Miten me ja muut tavoitamme sinut',
    consent: 'Ennen kuin lähetät',
  },
  fields: {
    title: { label: 'Otsikko', hint: 'Kerro muutamalla sanalla ja ilman verkko-osoitetta, mitä teette.' },
    summary: {
      label: 'Tiivistelmä',
      hint: 'Mitä teette, kenelle ja miksi, kahdella tai kolmella virkkeellä. Tämä luetaan ensimmäisenä.',
    },
    language: { label: 'Tekstien kieli', hint: 'Kirjoita kaikki tekstit samalla kielellä.' },
    description: { label: 'Kuvaus', hint: 'Minkä ongelman kohtasitte, ja miten pyritte ratkaisemaan sen?' },
    website: { label: 'Verkkosivusto', hint: 'Alkaa merkeillä https://' },
    countries: { label: 'Maat', hint: 'Missä aloite toteutetaan?' },
    actorType: { label: 'Organisaation tyyppi' },
    organisation: { label: 'Organisaation nimi' },
    themes: { label: 'Teemat' },
    targetGroups: { label: 'Kohderyhmät' },
    goals: {
      label: 'Pohjoismaisen toimintasuunnitelman 2021–2024 tavoitteet',
      hint: 'Valitse tavoite vain, jos aloite edistää sitä selvästi.',
    },
    phase: { label: 'Missä vaiheessa aloite on' },
    startDate: { label: 'Alkaa' },
    endDate: { label: 'Päättyy', hint: 'Jätä tyhjäksi, jos päättymistä ei ole suunniteltu.' },
    results: { label: 'Tulokset', hint: 'Mikä on muuttunut, ja mistä tiedätte sen?' },
    lessons: { label: 'Opit', hint: 'Mikä toimi, mikä ei, ja mitä tekisitte nyt toisin?' },
    transferability: { label: 'Neuvoja muille', hint: 'Mitä vaaditaan, jotta saman voi tehdä muualla?' },
    funding: { label: 'Rahoitus' },
    'funding.source': { label: 'Rahoittaja' },
    'funding.amount': { label: 'Summa', hint: 'Koko ajalta, numeroina.' },
    'funding.currency': { label: 'Valuutta' },
    contact: { label: 'Yhteystiedot' },
    'contact.name': { label: 'Yhteyshenkilö' },
    'contact.email': {
      label: 'Sähköpostiosoite',
      hint: 'Kirjoitamme sinulle tähän osoitteeseen, kun asia etenee.',
    },
    'contact.role': { label: 'Tehtävä' },
    'contact.public': {
      label: 'Näytä nimeni, tehtäväni ja sähköpostiosoitteeni julkaistun aloitteen yhteydessä',
      hint: 'Silloin muut voivat kirjoittaa suoraan sinulle. Jos et valitse tätä, tiedot näkevät vain lähetyksesi käsittelijät.',
    },
    consent: {
      label:
        'Saan jakaa tämän organisaation puolesta ja hyväksyn, että se julkaistaan kaikkien luettavaksi. Tekstissä ei ole mitään, mistä yksittäisen ihmisen voisi tunnistaa.',
    },
  },
};
