import type { InitiativeWords } from './words.ts';

export const is: InitiativeWords = {
  name: 'Verkefni',
  invitation: 'Segja frá verkefni',
  introduction: `Hér getur þú sagt frá verkefni sem hjálpar flóttafólki eða innflytjendum að koma sér fyrir í norrænu landi: átaki, aðgerð eða vinnubrögðum sem aðrir geta lært af. Starfsmaður norrænnar stofnunar les það áður en það er birt.

Verkefnið þitt á heima hér ef

- það snýst um aðlögun flóttafólks eða innflytjenda,
- það fer fram í að minnsta kosti einu norrænu landi eða í Færeyjum, á Grænlandi eða Álandseyjum,
- þú getur sagt hver stendur að baki því og hvenær það hófst eða hefst,
- aðrir geta lært af því. Það sem gekk ekki er líka þess virði að segja frá.

Skrifaðu í heilum setningum svo að textinn sé skiljanlegur einn og sér. „Sjá vefsíðu okkar“ nægir ekki; vefslóðir eiga sér sérstakan reit.

Skrifaðu aldrei um einstaklinga þannig að einhver geti þekkt þá, ekki heldur án nafns. Textarnir mega ekki vera auglýsing.`,
  headings: {
    initiative: 'Verkefnið',
    where: 'Hvar og hver',
    about: 'Um hvað það snýst',
    when: 'Hvenær',
    learned: 'Árangur og lærdómur',
    funding: 'Fjármögnun',
    contact: 'Hvernig við og aðrir náum í þig',
    consent: 'Áður en þú sendir',
  },
  fields: {
    title: { label: 'Heiti', hint: 'Segðu í fáum orðum hvað þið gerið, án vefslóðar.' },
    summary: {
      label: 'Samantekt',
      hint: 'Hvað þið gerið, fyrir hvern og hvers vegna, í tveimur eða þremur setningum. Þetta les fólk fyrst.',
    },
    language: { label: 'Tungumál textanna', hint: 'Skrifaðu alla textana á sama tungumáli.' },
    description: { label: 'Lýsing', hint: 'Hver var vandinn og hvernig takist þið á við hann?' },
    website: { label: 'Vefsíða', hint: 'Hefst á https://' },
    countries: { label: 'Lönd', hint: 'Hvar fer verkefnið fram?' },
    actorType: { label: 'Tegund stofnunar eða samtaka' },
    organisation: { label: 'Nafn stofnunar eða samtaka' },
    themes: { label: 'Efnisflokkar' },
    targetGroups: { label: 'Markhópar' },
    goals: {
      label: 'Markmið norrænu framkvæmdaáætlunarinnar 2021–2024',
      hint: 'Merktu aðeins við markmið ef verkefnið stuðlar greinilega að því.',
    },
    phase: { label: 'Hversu langt það er komið' },
    startDate: { label: 'Upphaf' },
    endDate: { label: 'Lok', hint: 'Skildu reitinn eftir auðan ef lok eru ekki ákveðin.' },
    results: { label: 'Árangur', hint: 'Hvað hefur breyst og hvernig vitið þið það?' },
    lessons: { label: 'Lærdómur', hint: 'Hvað gekk vel, hvað gekk ekki og hvað mynduð þið gera öðruvísi í dag?' },
    transferability: { label: 'Ráð til annarra', hint: 'Hvað þarf til að gera það sama annars staðar?' },
    funding: { label: 'Fjármögnun' },
    'funding.source': { label: 'Hver greiðir' },
    'funding.amount': { label: 'Upphæð', hint: 'Fyrir allt tímabilið, sem tala.' },
    'funding.currency': { label: 'Gjaldmiðill' },
    contact: { label: 'Tengiliður' },
    'contact.name': { label: 'Tengiliður' },
    'contact.email': { label: 'Netfang', hint: 'Hingað skrifum við þér þegar eitthvað gerist.' },
    'contact.role': { label: 'Hlutverk' },
    'contact.public': {
      label: 'Birta nafn mitt, hlutverk og netfang með verkefninu',
      hint: 'Þá geta aðrir skrifað þér beint. Ef þú merkir ekki við sjá aðeins þau sem vinna úr innsendingunni upplýsingarnar.',
    },
    consent: {
      label:
        'Ég má segja frá þessu fyrir hönd stofnunarinnar eða samtakanna og samþykki að það sé birt svo að allir geti lesið það. Þar er ekkert sem hægt er að þekkja einstaklinga af.',
    },
  },
};
