import type { FieldErrorTexts, NamedField, ProblemTexts } from './words.ts';

const agree = 'Hakaðu við síðasta reitinn. Við þurfum samþykki þitt áður en nokkuð er birt.';

function missing({ name, kind }: NamedField): string {
  switch (kind) {
    case 'agreement':
      return agree;
    case 'codes':
      return `Veldu að minnsta kosti einn kost undir ${name}.`;
    case 'code':
      return `Veldu kost undir ${name}.`;
    default:
      return `Fylltu út reitinn ${name}.`;
  }
}

export const notFields = 'Sendu alla reitina saman sem einn JSON-hlut.';

export const fieldErrors: FieldErrorTexts = {
  required: missing,
  'wrong-type': ({ name, kind }) =>
    kind === 'amount'
      ? `Skrifaðu tölu í reitinn ${name}, til dæmis 25000.`
      : `Athugaðu reitinn ${name}. Gildið sem var sent er ekki af réttri gerð.`,
  'too-short': ({ name, min }) => `Skrifaðu að minnsta kosti ${min} stafi í reitinn ${name}.`,
  'too-long': ({ name, max }) => `Styttu textann í reitnum ${name} í mest ${max} stafi.`,
  'unknown-code': ({ name }) => `Veldu úr kostunum sem taldir eru upp undir ${name}.`,
  'unknown-field': ({ name }) => `Slepptu reitnum ${name}. Hann er ekki á eyðublaðinu.`,
  'too-few': ({ name, min }) => `Veldu að minnsta kosti ${min} kosti undir ${name}.`,
  'too-many': ({ name, max }) => `Veldu í mesta lagi ${max} kosti undir ${name}.`,
  'listed-twice': ({ name }) => `Nefndu hvern kost undir ${name} aðeins einu sinni.`,
  'line-break': ({ name }) => `Skrifaðu textann í reitnum ${name} í einni línu.`,
  'control-character': ({ name }) =>
    `Skrifaðu textann í reitnum ${name} aftur án þess að líma hann inn. Í honum eru ósýnilegir stýristafir.`,
  'not-a-date': ({ name }) => `Gefðu upp gilda dagsetningu í reitnum ${name} með ári, mánuði og degi: 2026-03-31.`,
  'before-start': ({ name }) => `Veldu dagsetningu í reitnum ${name} sem er ekki á undan upphafsdegi.`,
  'not-an-email': ({ name }) => `Skrifaðu eitt netfang í reitinn ${name}, til dæmis nafn@example.org.`,
  'not-a-url': ({ name }) => `Skrifaðu heila vefslóð sem byrjar á https:// í reitinn ${name}.`,
  'not-a-currency': ({ name }) => `Gefðu upp þrjá hástafi í reitnum ${name}, til dæmis EUR eða ISK.`,
  'out-of-range': ({ name, max }) => `Gefðu upp tölu á bilinu 0 til ${max} í reitnum ${name}.`,
  'must-agree': () => agree,
};

export const problems: ProblemTexts = {
  'malformed-body': {
    title: 'Ekki tókst að lesa það sem var sent',
    detail: 'Efnið er ekki á því sniði sem gefið er upp eða er ekki kóðað sem UTF-8. Ekkert hefur verið vistað.',
  },
  'unsupported-media-type': {
    title: 'Við tökum ekki við þessu sniði',
    detail: 'Sendu JSON, vefeyðublað eða multipart-gögn og tilgreindu sniðið í Content-Type.',
  },
  'body-too-large': {
    title: 'Of mikið var sent í einu',
    detail: 'Við tökum við 256 kB í mesta lagi. Styttu textana og sendu aftur. Ekkert hefur verið vistað.',
  },
  'invalid-fields': {
    title: 'Yfirfara þarf sumar upplýsingar',
    detail: 'Leiðréttu reitina sem nefndir eru og sendu aftur. Ekkert hefur enn verið vistað.',
  },
  'invalid-parameter': {
    title: 'Eitthvað í slóðinni er ekki rétt',
    detail: 'Við þekkjum ekki gildi einnar breytunnar. Leiðréttu það eða slepptu því.',
  },
  'unknown-form': {
    title: 'Þetta eyðublað er ekki til',
    detail: 'Athugaðu slóðina eða byrjaðu á forsíðunni.',
  },
  'not-found': { title: 'Hér er ekkert', detail: 'Athugaðu slóðina eða byrjaðu á forsíðunni.' },
  'method-not-allowed': {
    title: 'Þetta er ekki hægt á þessari slóð',
    detail: 'Slóðin er til en tekur ekki við þessari aðferð. Í Allow kemur fram hverjum hún tekur við.',
  },
  'idempotency-key-reused': {
    title: 'Lykillinn hefur þegar verið notaður',
    detail: 'Sami lykill hefur áður borist með öðru efni. Notaðu nýjan lykil fyrir nýtt efni.',
  },
  'invalid-idempotency-key': {
    title: 'Lykillinn er ekki gildur',
    detail: 'Í Idempotency-Key þurfa að vera 1 til 200 sýnilegir ASCII-stafir.',
  },
  'unknown-link': {
    title: 'Við þekkjum ekki þennan tengil',
    detail: 'Ef til vill vantar á hann. Opnaðu hann aftur úr póstinum eða afritaðu alla slóðina.',
  },
  'link-expired': {
    title: 'Tengillinn gildir ekki lengur',
    detail:
      'Fresturinn er liðinn eða nýrri tengill hefur komið í staðinn. Athugaðu hvort þú hafir fengið nýrri póst frá okkur.',
  },
  'already-decided': {
    title: 'Ákvörðun hefur þegar verið tekin',
    detail: 'Þegar hefur verið tekin ákvörðun um þessa umferð og svarið þitt var því ekki skráð.',
  },
  'stale-content': {
    title: 'Efnið hefur breyst',
    detail:
      'Það er ekki lengur það sama og þú last. Lestu það aftur og taktu síðan ákvörðun. Svarið þitt var ekki skráð.',
  },
  gone: { title: 'Þetta er ekki lengur hér', detail: 'Efnið var birt á sínum tíma en hefur verið dregið til baka.' },
  'cross-site': {
    title: 'Þetta var sent af öðrum vef',
    detail: 'Opnaðu síðuna sjálfa og ýttu á hnappinn þar. Engu hefur verið breytt.',
  },
  'too-many': {
    title: 'Of mikið hefur verið sent á stuttum tíma',
    detail: 'Bíddu aðeins og reyndu aftur. Ekkert hefur verið vistað.',
  },
  'proof-of-work-required': {
    title: 'Við þurfum merki um að þú sért ekki vélmenni',
    detail:
      'Mikið er sent inn núna. Sæktu þraut á /v1/challenge, leystu hana og sendu aftur. Ekkert hefur verið vistað.',
  },
  unavailable: {
    title: 'Þjónustan er ekki tiltæk eins og er',
    detail: 'Reyndu aftur eftir nokkrar mínútur.',
  },
  internal: {
    title: 'Eitthvað fór úrskeiðis hjá okkur',
    detail: 'Þetta er ekki þér að kenna. Reyndu aftur eftir smástund.',
  },
};
