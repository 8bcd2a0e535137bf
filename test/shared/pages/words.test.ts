import { describe, expect, test } from 'vitest';
import { rejectReasonLabels } from '#shared/case/labels/reject-reasons.ts';
import { languages } from '#shared/i18n/language.ts';
import { quoted } from '#shared/i18n/quotation.ts';
import { confirmWords, homeWords, reviewWords, reviseWords, statusWords } from '#shared/pages/words.ts';

describe('what submitters are told', () => {
  test('claims of nobody to be reading, which we cannot know', () => {
    const claimed = [
      confirmWords.en.confirmedText,
      reviseWords.en.sentText,
      statusWords.en.statuses['in-review'],
      statusWords.en.nextSteps['in-review'](undefined),
      statusWords.en.happenings['asked-deputy'],
    ];
    for (const sentence of claimed)
      expect(sentence).not.toMatch(/is now reading|is reading|are now reading|being read/i);
    expect(statusWords.en.happenings['asked-deputy']).toContain('to read it');
  });

  test.each(languages)('says when they hear of us if nobody answers, in %s', (language) => {
    const twoWeeks = {
      en: 'two weeks',
      da: 'to uger',
      nb: 'to uker',
      sv: 'två veckor',
      fi: 'kaksi viikkoa',
      is: 'tvær vikur',
    };
    expect(confirmWords[language].confirmedText).toContain(twoWeeks[language]);
    expect(statusWords[language].nextSteps['in-review'](undefined)).toContain(twoWeeks[language]);
  });

  test('helps who waits for the first mail in vain', () => {
    expect(statusWords.en.nextSteps.received(undefined)).toMatch(/junk folder.*mistyped.*again/);
  });

  test.each(languages)('ends the request for changes as a sentence, whatever follows it, in %s', (language) => {
    expect(reviseWords[language].asked('Nordregio')).toMatch(/Nordregio.*\.$/);
  });
});

describe('what moderators are told', () => {
  test.each(languages)('calls the reason that needs a comment as the list calls it, in %s', (language) => {
    expect(reviewWords[language].reasonHint).toContain(quoted(rejectReasonLabels[language].other, language));
  });

  test.each(languages)('says before the comment that it asks for the changes, in %s', (language) => {
    const { hint } = reviewWords[language].decisions['request-changes'];
    expect(hint.match(/\./g)).toHaveLength(3);
  });
});

test('The front page promises an address only where there may be one', () => {
  expect(homeWords.en.readText).toContain('Many entries name somebody you can write to.');
});
