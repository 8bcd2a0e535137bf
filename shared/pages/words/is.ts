import type { Words } from './words.ts';

/* The pages in Icelandic. One export for each page, so that a function carries only the words of its own pages. */

export const frame: Words['frame'] = {
  reference: 'Tilvísun',
  skip: 'Fara beint í meginefni',
  menu: 'Aðalvalmynd',
  language: 'Tungumál',
  readInitiatives: 'Lesa um verkefni',
  sendIn: 'Segja frá verkefni',
  footer:
    'Norræna velferðarmiðstöðin rekur þjónustuna í samvinnu við Nordregio. Hún er hluti af samstarfi Norrænu ráðherranefndarinnar um aðlögun flóttafólks og innflytjenda.',
};

export const form: Words['form'] = {
  required: 'Verður að fylla út',
  optional: 'Valfrjálst',
  between: (min, max) => `${min} til ${max} stafir.`,
  upTo: (max) => `Að hámarki ${max} stafir.`,
  choose: (max) => `Veldu að minnsta kosti eitt og ekki fleiri en ${max}.`,
  chooseAny: 'Veldu eins mörg og þú þarft.',
  chooseOne: 'Veldu …',
  dateFormat: 'Ár, mánuður og dagur, til dæmis 2025-09-30.',
  people: 'Fólk sem verkefnið er ætlað',
  audiences: 'Aðrir sem geta nýtt sér reynslu ykkar',
  leaveEmpty: 'Skildu þennan reit eftir auðan',
  errorTitle: (title) => `Villa: ${title}`,
  errorHeading: 'Líttu aftur á þessa reiti',
  nothingSent: 'Ekkert hefur verið sent enn. Allt sem þú skrifaðir er hér áfram.',
  notStored: 'Þetta var ekki vistað',
  notSentTwice: 'Ekki sent í annað sinn',
  stillHere: 'Allt sem þú skrifaðir er hér áfram.',
  next: 'Þegar þú hefur sent eyðublaðið færðu tölvupóst með tengli þar sem þú staðfestir netfangið þitt. Síðan les starfsmaður norrænnar stofnunar það sem þú skrifaðir og þú færð svar frá okkur í tölvupósti.',
  privacy:
    'Við notum nafn þitt og netfang til að vinna úr því sem þú sendir inn. Lesendur sjá þau aðeins ef þú samþykkir það hér að ofan. Með tenglinum í tölvupósti okkar getur þú alltaf fylgst með stöðunni.',
  send: 'Senda inn',
  sentBefore:
    'Þú hefur þegar sent þetta eyðublað einu sinni. Ef þetta er eitthvað nýtt skaltu ýta aftur á „Senda inn“.',
};

export const revise: Words['revise'] = {
  title: 'Breyttu innsendingunni',
  asked: (institution) => `Innsendingin þín hefur verið lesin og óskað er eftir breytingum. Ósk frá: ${institution}.`,
  noComment: 'Engin athugasemd fylgdi. Farðu vinsamlegast aftur yfir textann.',
  until: (by) => `Sendu breytingarnar í síðasta lagi ${by}.`,
  send: 'Senda breytingarnar',
  sentTitle: 'Takk fyrir, við höfum móttekið breytingarnar',
  sentText: 'Við biðjum sama fólk að lesa innsendinguna þína aftur. Svarið kemur í tölvupósti.',
  overtakenTitle: 'Það sem þú skrifaðir',
  overtaken:
    'Við höfum þegar móttekið breytingarnar þínar og því var þessi síðari útgáfa ekki vistuð. Afritaðu það sem þú þarft úr reitunum hér fyrir neðan.',
  toStatus: 'Sjá hvernig málið stendur',
  tooLate:
    'Fresturinn er liðinn og því var þetta ekki vistað. Ýttu á hnappinn neðst til að senda það inn sem nýja innsendingu.',
  closedTitle: 'Það er of seint að breyta þessari innsendingu',
  closedText:
    'Breytingarnar þínar bárust ekki í tæka tíð og því er málinu lokið. Þér er velkomið að senda það sem þú skrifaðir inn aftur.',
};

export const status: Words['status'] = {
  title: 'Innsendingin þín',
  round: 'Umferð',
  now: 'Staðan núna',
  next: 'Hvað gerist næst?',
  happened: 'Þetta hefur gerst hingað til',
  thanks: 'Takk fyrir, við höfum móttekið innsendinguna þína',
  lookInMail:
    'Líttu í tölvupóstinn þinn: við höfum sent þér tengil þar sem þú staðfestir netfangið þitt. Ef þú finnur ekki póstinn skaltu líta í ruslpóstinn.',
  keepAddress: 'Geymdu vefslóð þessarar síðu: hér getur þú alltaf séð hvernig málið stendur.',
  readPublished: 'Lesa um verkefnið sem var birt',
  written: 'Það sem þú sendir inn',
  reviewedBy: 'Yfirferð',
  reason: 'Ástæða',
  theyWrite: 'Umsjónaraðilar skrifa:',
  delayed:
    'Þetta tekur lengri tíma en það ætti að gera og okkur þykir það leitt. Við höfum fengið að vita af því og skoðum málið. Þú þarft ekki að gera neitt.',
  statuses: {
    received: 'Móttekið',
    'awaiting-confirmation': 'Beðið eftir að þú staðfestir netfangið þitt',
    'in-review': 'Í yfirlestri',
    'changes-requested': 'Beðið eftir breytingum frá þér',
    approved: 'Samþykkt',
    published: 'Birt',
    rejected: 'Ekki samþykkt',
    lapsed: 'Lokað þar sem svar barst ekki í tæka tíð',
    spam: 'Bíður þess að manneskja skoði það',
    withdrawn: 'Dregið til baka',
  },
  nextSteps: {
    received: () =>
      'Innan skamms sendum við þér tölvupóst með tengli þar sem þú staðfestir netfangið þitt. Ef hann berst ekki skaltu líta í ruslpóstinn. Ef hann er ekki heldur þar gæti netfangið verið rangt; sendu þá eyðublaðið aftur.',
    'awaiting-confirmation': (by) =>
      `Opnaðu tengilinn í tölvupósti okkar og ýttu á hnappinn${by ? ` í síðasta lagi ${by}` : ''}. Eftir það verður innsendingin lesin.`,
    'in-review': () =>
      'Norræn stofnun hefur verið beðin að lesa innsendinguna þína. Þú færð tölvupóst um leið og svar liggur fyrir. Ef það dregst lengur en tvær vikur látum við þig vita.',
    'changes-requested': (by) =>
      `Opnaðu tengilinn í tölvupósti okkar, breyttu því sem beðið var um og sendu inn aftur${by ? ` í síðasta lagi ${by}` : ''}.`,
    approved: () => 'Innsendingin verður birt innan skamms. Þú færð tölvupóst þegar því er lokið.',
    published: () => 'Þú þarft ekki að gera meira. Nú geta allir lesið um verkefnið þitt.',
    rejected: () => 'Málinu er lokið. Þér er velkomið að senda inn eitthvað nýtt.',
    lapsed: () => 'Málinu er lokið. Þér er velkomið að senda verkefnið inn aftur.',
    spam: () =>
      'Sjálfvirka skoðunin fann eitthvað óvenjulegt og því lítur manneskja fyrst á það. Ef allt er í lagi færðu tölvupóst með tengli þar sem þú staðfestir netfangið þitt.',
    withdrawn: () => 'Málinu er lokið. Þér er velkomið að senda inn eitthvað nýtt.',
  },
  happenings: {
    received: 'Við móttókum innsendinguna þína',
    held: 'Innsendingin var sett til hliðar svo að manneskja gæti skoðað hana',
    released: 'Manneskja skoðaði hana og hleypti henni áfram',
    'asked-to-confirm': 'Við báðum þig að staðfesta netfangið þitt',
    confirmed: 'Þú staðfestir netfangið þitt',
    'asked-moderators': 'Við báðum norræna stofnun að lesa hana',
    reminded: 'Við sendum áminningu',
    'asked-deputy': 'Við báðum einnig annan aðila að lesa hana',
    'asked-lead': 'Við báðum Norrænu velferðarmiðstöðina að lesa hana',
    approved: 'Hún var samþykkt',
    'changes-requested': 'Óskað var eftir breytingum',
    rejected: 'Hún var ekki samþykkt',
    revised: 'Þú sendir breytingarnar',
    published: 'Hún var birt',
    lapsed: 'Málinu var lokað þar sem svar barst ekki í tæka tíð',
    parked: 'Málið tafðist og við fengum að vita af því',
    resumed: 'Vinnan hélt áfram',
  },
};

export const confirm: Words['confirm'] = {
  title: 'Staðfestu netfangið þitt',
  explain:
    'Ýttu á hnappinn til að staðfesta að netfangið sé þitt og að þú hafir sent þetta inn. Síðan les starfsmaður norrænnar stofnunar innsendinguna.',
  until: (by) => `Staðfestu í síðasta lagi ${by}.`,
  nothingYet: 'Ekkert gerist fyrr en þú ýtir á hnappinn.',
  button: 'Já, staðfesta netfangið mitt',
  confirmedTitle: 'Takk fyrir, netfangið þitt er staðfest',
  confirmedText:
    'Við biðjum nú norræna stofnun að lesa innsendinguna þína. Svarið kemur í tölvupósti. Ef það dregst lengur en tvær vikur látum við þig vita.',
  confirmedBeforeTitle: 'Netfangið þitt hefur þegar verið staðfest',
  tooLateTitle: 'Það er of seint að staðfesta þessa innsendingu',
  tooLateText:
    'Netfangið var ekki staðfest í tæka tíð og því hefur málinu verið lokað. Enginn hefur lesið innsendinguna. Þér er velkomið að senda hana inn aftur.',
  sendAgain: 'Segja frá verkefni',
};

export const review: Words['review'] = {
  title: 'Lestu og taktu ákvörðun',
  nothingYet: 'Ekkert er ákveðið fyrr en þú ýtir á hnappinn neðst á síðunni.',
  round: (round) => (round === 1 ? 'Fyrsta umferð' : `Umferð ${round}: sendandi hefur gert breytingar`),
  submission: 'Það sem var sent inn',
  leftEmpty: 'Ekki fyllt út',
  suspicions: 'Sjálfvirka skoðunin tók eftir þessu',
  earlier: 'Óskir úr síðustu umferð',
  yourDecision: 'Ákvörðun þín',
  decisions: {
    approve: { label: 'Samþykkja', hint: 'Verkefnið verður birt eins og það er.' },
    'request-changes': {
      label: 'Óska eftir breytingum',
      hint: 'Skrifaðu hér fyrir neðan hverju þarf að breyta. Sendandi fær athugasemd þína og getur breytt textanum. Síðan lest þú hann aftur.',
    },
    reject: { label: 'Hafna', hint: 'Málinu er lokað og sendandi fær að vita hvers vegna.' },
  },
  reason: 'Ástæða höfnunar',
  reasonHint: 'Veldu aðeins ástæðu ef þú hafnar. Ef þú velur „Önnur ástæða“ skaltu útskýra hana í athugasemdinni.',
  submitterReads: 'Tungumál sendanda',
  comment: 'Athugasemd til sendanda',
  commentHint: 'Skrifaðu hverju þú vilt láta breyta eða hvers vegna þú ákveður þetta. Sendandi les það sem þú skrifar.',
  button: 'Senda ákvörðun mína',
  decidedTitle: 'Ákvörðun hefur verið tekin um þessa innsendingu',
  decidedBy: 'Ákvörðun tók',
  decidedAt: 'Ákveðið',
  staleTitle: 'Textinn hefur breyst síðan þú opnaðir síðuna',
  staleText: 'Ákvörðun þín hefur ekki verið skráð. Lestu hvað er breytt og taktu ákvörðun aftur.',
  notRecorded: 'Einhver annar tók ákvörðun á undan þér og því hefur svar þitt ekki verið skráð.',
  yourComment: 'Athugasemd þín',
  before: 'Áður',
  after: 'Nú',
  nothingBefore: 'autt',
};

export const problem: Words['problem'] = {
  onward: 'Halda áfram héðan',
  home: 'Á forsíðu',
};

export const initiatives: Words['initiatives'] = {
  title: 'Verkefni',
  none: 'Engin verkefni hafa verið birt enn.',
  published: 'Birt',
  updated: 'Síðast breytt',
  next: 'Sýna fleiri',
  newest: 'Aftur í nýjustu',
  about: 'Um verkefnið',
  all: 'Öll verkefni',
};

export const home: Words['home'] = {
  lead: 'Hugmyndabanki fyrir alla sem vinna að aðlögun flóttafólks og innflytjenda á Norðurlöndum. Sjáðu hvað aðrir hafa reynt, lærðu af því sem gekk vel og því sem gekk ekki og segðu frá eigin reynslu.',
  readTitle: 'Lestu hvað aðrir gera',
  readText: 'Finndu verkefni, aðgerðir og vinnubrögð frá öllum Norðurlöndum. Víða kemur fram hverjum þú getur skrifað.',
  sendTitle: 'Segðu frá eigin verkefni',
  sendText: 'Vinnur þú hjá ríkisstofnun, sveitarfélagi, félagasamtökum eða ráðuneyti? Segðu öðrum hvað þið hafið lært.',
  howTitle: 'Frá textanum þínum í hugmyndabankann',
  how: [
    'Þú fyllir út eyðublað. Þú þarft engan aðgang.',
    'Þú staðfestir netfangið þitt með tengli sem við sendum þér.',
    'Starfsmaður norrænnar stofnunar les textann og samþykkir hann, óskar eftir breytingum eða útskýrir hvers vegna hann á ekki heima hér.',
    'Verkefnið þitt er birt og þú færð að vita af því í tölvupósti.',
  ],
  whoTitle: 'Hverjir standa að baki?',
  who: 'Norræna velferðarmiðstöðin ber meginábyrgð ásamt Nordregio. Þjónustan er hluti af norrænu samstarfi um aðlögun.',
};

export const flag: Words['flag'] = { yes: 'Já', no: 'Nei' };
