import type { MailWords } from './words.ts';

const notYou = 'Ef þú sendir okkur ekkert þarftu ekki að gera neitt.';

export const is: MailWords = {
  labels: {
    title: 'Heiti',
    reference: 'Tilvísun',
    form: 'Eyðublað',
    organisation: 'Stofnun eða samtök',
    countries: 'Lönd',
    themes: 'Efnisflokkar',
    institution: 'Stofnunin þín',
    reviewedBy: 'Yfirferð',
    decision: 'Ákvörðun',
    reason: 'Ástæða',
  },
  pages: {
    confirm: 'Staðfesta netfangið',
    review: 'Lesa og ákveða',
    revise: 'Breyta og senda inn',
    status: 'Fylgjast með málinu',
    initiative: 'Lesa á vefnum',
    form: 'Opna eyðublaðið',
  },
  advice: {
    'out-of-scope':
      'Efst á eyðublaðinu segir hvaða efni á heima hér. Ef þitt efni á samt erindi hingað er þér velkomið að senda það aftur og útskýra hvernig.',
    duplicate: 'Ef þitt efni er frábrugðið því sem þegar er hér er þér velkomið að senda það aftur og útskýra hvernig.',
    incomplete: 'Þér er velkomið að bæta við því sem vantar og senda efnið aftur.',
    'not-verifiable': 'Þér er velkomið að senda efnið aftur með vefsíðu eða tengilið sem getur staðfest það.',
    'personal-data': 'Þér er velkomið að senda efnið aftur án upplýsinga sem hægt er að þekkja annað fólk af.',
    advertising:
      'Þér er velkomið að senda efnið aftur ef þú lýsir því sem þið hafið gert og lært en ekki einhverju sem er til sölu.',
    other: 'Þér er velkomið að breyta efninu og senda það aftur.',
  },

  subjects: {
    confirm: (title) => `Eitt skref eftir: staðfestu ${title}`,
    'confirm-reminder': (title) => `Áminning: staðfestu ${title}`,
    review: (title) => `Til yfirferðar: ${title}`,
    revision: (title) => `Breytingar til yfirferðar: ${title}`,
    'review-reminder': (title) => `Áminning um yfirferð: ${title}`,
    delay: (title) => `Við þurfum lengri tíma: ${title}`,
    revise: (title) => `Óskað er eftir breytingum: ${title}`,
    'revise-reminder': (title) => `Áminning um breytingar: ${title}`,
    acknowledgement: (title) => `Ákvörðun þín: ${title}`,
    published: (title) => `Birt: ${title}`,
    rejected: (title) => `Verður ekki birt: ${title}`,
    lapsed: (title) => `Máli lokað: ${title}`,
  },
  greeting: (name) => (name === undefined ? 'Góðan dag.' : `Góðan dag, ${name}.`),
  farewell: 'Með góðri kveðju',
  attended: 'Ef spurningar vakna geturðu svarað þessum pósti.',
  unattended: 'Ekki er hægt að svara þessum pósti.',

  notYou,
  decidesNothing: 'Engin ákvörðun felst í því að opna síðuna. Hún er ekki tekin fyrr en þú ýtir á hnapp þar.',

  confirm: {
    stored: 'Takk fyrir að hafa samband við upplýsingamiðstöðina. Efnið sem þú sendir inn hefur verið vistað.',
    oneStepLeft:
      'Aðeins eitt skref er eftir áður en efnið verður lesið: staðfestu að þetta netfang sé þitt. Opnaðu síðuna hér fyrir neðan og ýttu á hnappinn þar.',
    until: (day) => `Gerðu það í síðasta lagi ${day}.`,
    receipt: 'Geymdu þennan póst. Næsta slóð er kvittunin þín og sýnir alltaf hvar málið er statt.',
    otherwise: `${notYou} Án staðfestingar les enginn efnið og ekkert verður birt.`,
  },
  confirmReminder: {
    notConfirmed:
      'Okkur barst þetta efni með þínu netfangi en netfangið hefur ekki enn verið staðfest. Enginn les efnið fyrr en það hefur verið gert.',
    until: (day) =>
      `Opnaðu síðuna hér fyrir neðan og ýttu á hnappinn þar, í síðasta lagi ${day}. Eftir það lokum við málinu.`,
  },
  review: {
    sentIn: 'Þetta efni var sent inn til upplýsingamiðstöðvarinnar og bíður ákvörðunar.',
    revised: 'Þessu efni hefur verið breytt eftir fyrri yfirferð og það bíður nýrrar ákvörðunar.',
    asDeputy: 'Leitað er til þín sem staðgengils þar sem umsjónaraðilar hjá stofnun þinni hafa ekki enn svarað.',
    asLead:
      'Leitað er til þín þar sem stofnunin sem fyrst var leitað til hefur ekki svarað og stofnun þín er í forsvari fyrir upplýsingamiðstöðina.',
    noticed: (sentences) =>
      `Sjálfvirk skimun tók eftir fráviki. ${sentences} Allt getur þó verið í lagi. Það er þitt að meta.`,
    decide: 'Lestu efnið og taktu ákvörðun: samþykktu það, óskaðu eftir breytingum eða hafnaðu því.',
    until: (day) =>
      `Gott væri að fá svar innan fárra daga og í síðasta lagi ${day}. Leitað hefur verið til fleiri og hver og einn fær sinn eigin tengil. Ef einhver verður á undan þér sést það á síðunni.`,
    personal:
      'Tengillinn er aðeins ætlaður þér og ákvörðun sem tekin er með honum telst vera þín. Ekki áframsenda þennan póst.',
  },
  reviewReminder: {
    waiting: 'Þetta efni bíður enn ákvörðunar og sendandinn bíður svars.',
    until: (day) => `Svaraðu í síðasta lagi ${day}.`,
  },
  delay: {
    sorry:
      'Yfirferð á efninu sem þú sendir inn tekur lengri tíma en hún ætti að gera. Við biðjumst velvirðingar á því.',
    nothingLost: 'Ekkert hefur glatast og þú þarft ekkert að gera.',
    leadAsked:
      'Við höfum nú leitað til stofnunarinnar sem er í forsvari fyrir upplýsingamiðstöðina svo að málið þitt verði tekið fyrir.',
    reminded: 'Við höfum nú ítrekað málið við þá sem eiga að taka ákvörðun.',
  },
  revise: {
    thanks: 'Takk fyrir efnið sem þú sendir inn. Áður en hægt er að birta það óska umsjónaraðilar eftir breytingum.',
    theyWrite: 'Umsjónaraðilar skrifa:',
    noComment:
      'Umsjónaraðilar skrifuðu enga athugasemd. Farðu aftur yfir textann í heild. Ef þú ert í vafa um hverju þarf að breyta skaltu spyrja stofnunina sem nefnd er hér að ofan.',
    everythingIsThere:
      'Á síðunni hér fyrir neðan er allt sem þú skrifaðir. Breyttu því sem þarf og sendu efnið inn aftur.',
    until: (day) =>
      `Gerðu það í síðasta lagi ${day}. Ef við höfum þá ekki heyrt frá þér lokum við málinu án þess að birta efnið.`,
  },
  reviseReminder: {
    waiting: 'Við bíðum enn eftir breytingunum þínum svo að hægt sé að halda áfram með efnið sem þú sendir inn.',
  },
  acknowledgement: {
    received: 'Við höfum móttekið ákvörðun þína.',
    yourComment: 'Athugasemd þín:',
    next: {
      approve: 'Efnið verður nú birt og við látum sendandann vita.',
      'request-changes':
        'Við komum athugasemd þinni til sendandans, sem getur nú gert breytingar. Síðan færðu efnið aftur til yfirferðar.',
      reject: 'Við greinum sendandanum frá ástæðunni og athugasemd þinni ef þú skrifaðir hana.',
    },
    changesWithoutComment: 'Sendandinn getur nú gert breytingar. Síðan færðu efnið aftur til yfirferðar.',
    discretion: 'Sendandinn fær að vita hvaða stofnun tók ákvörðunina en ekki hver gerði það.',
    notYours:
      'Ef þú tókst ekki þessa ákvörðun hefur einhver annar notað tengilinn þinn. Láttu stofnun þína þá vita tafarlaust.',
  },
  published: {
    goodNews: 'Góðar fréttir: efnið sem þú sendir inn hefur verið samþykkt og er nú öllum aðgengilegt.',
    thanks: 'Takk fyrir að deila reynslu þinni svo að aðrir þurfi ekki að byrja frá grunni.',
  },
  rejected: {
    notPublished: 'Takk fyrir efnið sem þú sendir inn. Umsjónaraðilar hafa lesið það og ákveðið að birta það ekki.',
  },
  lapsed: {
    unconfirmed:
      'Við höfum ekki fengið staðfestingu á því að þetta netfang sé þitt. Þess vegna höfum við lokað málinu án þess að nokkur hafi lesið efnið. Ekkert hefur verið birt.',
    stillWanted: 'Viltu samt fá efnið birt? Sendu það þá inn aftur.',
    unrevised:
      'Við báðum þig um breytingar en fengum þær ekki í tæka tíð. Þess vegna höfum við lokað málinu án þess að birta efnið.',
    anyTime: 'Þér er velkomið að senda efnið inn aftur hvenær sem er.',
    stillThere: 'Þú þarft ekki að skrifa allt upp á nýtt: á þessari síðu er enn það sem þú sendir inn.',
  },
};
