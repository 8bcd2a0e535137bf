import { describe, expect, test } from 'vitest';
import { whenDue } from '#shared/case/question.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import { languages } from '#shared/i18n/language.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import { renderConfirmPage } from '#shared/pages/confirm-page.tsx';
import { nextStep } from '#shared/pages/next-step.ts';
import { confirmTexts } from '#shared/pages/texts/confirm.ts';
import { homeTexts } from '#shared/pages/texts/home.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { reviseTexts } from '#shared/pages/texts/revise.ts';
import { statusTexts } from '#shared/pages/texts/status.ts';
import { day } from '#test/support/time.ts';
import { confirming } from './example-pages.ts';

describe('what submitters are told', () => {
  test('claims of nobody to be reading, which we cannot know', () => {
    const claimed = [
      confirmTexts.in('en').confirmedText,
      reviseTexts.in('en').sentText,
      statusTexts.in('en').statuses['in-review'],
      statusTexts.in('en').nextSteps['in-review'],
      statusTexts.in('en').happenings['asked-deputy'],
    ];
    for (const sentence of claimed)
      expect(sentence).not.toMatch(/is now reading|is reading|are now reading|being read/i);
    expect(statusTexts.in('en').happenings['asked-deputy']).toContain('to read it');
  });

  test.each(languages)('says when they hear of us if nobody answers, in %s', (language) => {
    const days = whenDue('review', 'ask-lead') / day;
    const promise = statusTexts.in(language).ifLonger({ days });
    expect(promise).toContain(` ${days} `);
    expect(nextStep(language, 'in-review', undefined)).toBe(
      `${statusTexts.in(language).nextSteps['in-review']} ${promise}`,
    );
    const confirmed = renderConfirmPage({ ...confirming, language, state: 'confirmed', status: 'in-review' });
    expect(confirmed).toContain(`${confirmTexts.in(language).confirmedText} ${promise}</p>`);
  });

  test('helps who waits for the first mail in vain', () => {
    expect(statusTexts.in('en').nextSteps.received).toMatch(/junk folder.*mistyped.*again/);
  });

  test.each(languages)('ends the request for changes as a sentence, whatever follows it, in %s', (language) => {
    expect(reviseTexts.in(language).asked({ institution: 'Nordregio' })).toMatch(/Nordregio.*\.$/);
  });
});

describe('what moderators are told', () => {
  test.each(languages)('calls the reason that needs a comment as the list calls it, in %s', (language) => {
    expect(reviewTexts.in(language).reasonHint).toContain(
      serviceTexts.in(language).quoted({ text: caseTexts.in(language).rejectReasons.other }),
    );
  });

  test.each(languages)('says before the comment that it asks for the changes, in %s', (language) => {
    const { hint } = reviewTexts.in(language).decisions['request-changes'];
    expect(hint.match(/\./g)).toHaveLength(3);
  });
});

test('The front page promises an address only where there may be one', () => {
  expect(homeTexts.in('en').readText).toContain('Many entries name somebody you can write to.');
});
