import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { initiativeTexts } from '#shared/forms/initiative/texts/initiative.ts';
import { type Language, languages } from '#shared/i18n/language.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import { entriesTexts } from '#shared/pages/texts/entries.ts';
import { formTexts } from '#shared/pages/texts/form.ts';
import { statusTexts } from '#shared/pages/texts/status.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';

interface Avoided {
  readonly word: RegExp;
  readonly why: string;
  /** Forms in which it could come, and words that only look like it. */
  readonly found: readonly string[];
  readonly passed?: readonly string[];
}

/** Words that mislead the people whom the texts are for. */
const avoided: Record<Language, readonly Avoided[]> = {
  sv: [
    { word: /bidrag/i, why: 'is grant money', found: ['Ditt bidrag', 'Bidraget', 'bidragen'], passed: ['det bidrar'] },
    { word: /mejl|epost/i, why: 'e-post is said throughout', found: ['mejladress', 'vi mejlar'], passed: ['e-post'] },
    { word: /\bsäg\b/i, why: 'people write here', found: ['Säg med några få ord'], passed: ['sägs'] },
    { word: /^(var|vad|vem|hur)\b[^.?]*$/i, why: 'is half a sentence', found: ['Var och av vem'], passed: ['Varför?'] },
  ],
  da: [
    { word: /\bsig\b med/i, why: 'people write here', found: ['Sig med få ord'], passed: ['sætter sig'] },
    { word: /\bse venligst\b/i, why: 'is stiff', found: ['Se venligst på disse felter'] },
    {
      word: /^(hvor|hvad|hvem)\b[^.?]*$/i,
      why: 'is half a sentence',
      found: ['Hvor langt det er'],
      passed: ['Hvornår'],
    },
  ],
  nb: [
    { word: /\bsi\b med/i, why: 'people write here', found: ['Si med få ord'] },
    { word: /kjennes igjen på/i, why: 'is clumsy', found: ['som enkeltpersoner kan kjennes igjen på'] },
    { word: /^(hvor|hva|hvem)\b[^.?]*$/i, why: 'is half a sentence', found: ['Hvem betaler'] },
  ],
  fi: [
    {
      word: /\baloit(e\b|ett[ae](?!an)|tee|tei)/i,
      why: 'is a motion or an initiative of citizens',
      found: ['Aloite', 'aloitteen', 'aloitteesi', 'aloitetta', 'aloitteita', 'Aloitteet'],
      passed: ['aloita', 'aloittaa', 'aloitetaan', 'aloitti'],
    },
    {
      word: /lähety/i,
      why: 'is a parcel or a broadcast',
      found: ['Lähetys', 'lähetyksesi', 'lähetystä', 'lähetyksenä'],
      passed: ['lähetti', 'lähetettyä', 'lähettäjä'],
    },
    {
      word: /\blaito[sk]/i,
      why: 'is a plant or an asylum',
      found: ['laitos', 'laitoksen', 'laitosta'],
      passed: ['tutkimuslaitos'],
    },
    { word: /hlbt/i, why: 'is dated', found: ['Hlbti-ihmiset'] },
    { word: /\bkerro muutamalla sanalla/i, why: 'people write here', found: ['Kerro muutamalla sanalla'] },
  ],
  is: [
    { word: /upplýsingamiðstöð/i, why: 'is not what the programme says', found: ['upplýsingamiðstöðvarinnar'] },
    { word: /\bsegðu í fáum orðum/i, why: 'people write here', found: ['Segðu í fáum orðum'] },
  ],
  en: [
    { word: /\bsomebody at a/i, why: 'a moderator is meant', found: ['Somebody at a Nordic institution'] },
    { word: /\bhow far it has come/i, why: 'is translated', found: ['How far it has come'] },
    { word: /\bsingle person/i, why: 'individuals are meant', found: ['single persons'] },
    { word: /\bsay in a few words/i, why: 'people write here', found: ['Say in a few words'] },
  ],
};

const shared = join(import.meta.dirname, '..', '..', '..', 'shared');

/** Everything that people may read in a language, by the file that says it. */
function textsIn(language: Language): { file: string; said: string }[] {
  const files = readdirSync(shared, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => basename(file) === `${language}.json`)
    .flatMap((file) => stringsOf(JSON.parse(readFileSync(join(shared, file), 'utf8'))).map((said) => ({ file, said })));
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

describe.each(languages)('the texts in %s', (language) => {
  test('mislead with no word that means something else to their readers', () => {
    const texts = textsIn(language);
    expect(texts.length).toBeGreaterThan(400);
    const found = avoided[language].flatMap(({ word, why }) =>
      texts.filter(({ said }) => word.test(said)).map(({ file, said }) => `${file}: “${said}” ${why}`),
    );
    expect(found).toEqual([]);
  });

  test.each(avoided[language])('would be found out with $word', ({ word, found, passed = [] }) => {
    for (const form of found) expect(form).toMatch(word);
    for (const form of passed) expect(form).not.toMatch(word);
  });

  test('says what the service is', () => {
    expect(serviceTexts.in(language).purpose).toMatch(/id[eé]|hugmynda/i);
  });

  test('asks for place and organisation, status and funding in nouns', () => {
    const { headings, fields } = initiativeTexts.in(language);
    for (const name of [headings['where'], fields['phase']?.label, fields['funding.source']?.label]) {
      expect(name).not.toMatch(/[?.]/);
      expect(name?.split(' ').length).toBeLessThan(5);
    }
  });
});

test('Initiatives and what was sent in are called what their readers call them', () => {
  expect(statusTexts.in('sv').title).toBe('Ditt initiativ');
  expect(entriesTexts.in('fi').title).toBe('Hankkeet');
  expect(statusTexts.in('fi').title).toBe('Ehdotuksesi');
  expect(labelOf('targetGroups', 'lgbti', 'fi')).toBe('Sateenkaari-ihmiset');
  expect(labelOf('actorTypes', 'nordic_institution', 'fi')).toBe('Pohjoismainen organisaatio');
  expect(serviceTexts.in('is').name).toContain('miðstöð upplýsingamiðlunar');
});

test('A person who made mistakes is told so', () => {
  expect(formTexts.in('sv').errorHeading).toBe('Det finns fel i formuläret');
  expect(formTexts.in('da').errorHeading).toBe('Ret disse felter');
});

test('A hint of a title asks to write', () => {
  const hintIn = (language: Language) => initiativeTexts.in(language).fields['title']?.hint;
  expect(hintIn('sv')).toMatch(/^Beskriv kort vad ni gör/);
  expect(hintIn('da')).toMatch(/^Beskriv kort, hvad I gør/);
  expect(hintIn('nb')).toMatch(/^Beskriv kort hva dere gjør/);
  expect(hintIn('en')).toMatch(/^Describe briefly what you do/);
});
