import { describe, expect, test } from 'vitest';
import { publicHappenings } from '#shared/case/audit.ts';
import { rejectReasons } from '#shared/case/decision.ts';
import { statuses } from '#shared/case/status.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import { initiative as form } from '#shared/forms/initiative/initiative.ts';
import { languages } from '#shared/i18n/language.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import { renderConfirmPage } from '#shared/pages/confirm-page.tsx';
import { idOf } from '#shared/pages/form-fields.ts';
import { valuesOfContent } from '#shared/pages/form-values.ts';
import { renderRevisePage } from '#shared/pages/revise-page.tsx';
import { renderStatusPage } from '#shared/pages/status-page.tsx';
import { reviseTexts } from '#shared/pages/texts/revise.ts';
import { statusTexts } from '#shared/pages/texts/status.ts';
import { answerBy, content, formProps, secret, status } from './example-pages.ts';
import { tagsOf } from './markup.ts';

const { progress } = status;

describe('the status page', () => {
  test('is the receipt until the address is confirmed', () => {
    const html = renderStatusPage({ ...status, language: 'en' });
    expect(html).toContain('Thank you, we have received your submission</h1>');
    expect(html).toContain(progress.reference);
    expect(html).toContain(`by ${lastDay(answerBy('confirm'), 'en')}`);
    expect(html).toContain('<time datetime="2025-03-03T12:05:00.000Z">3 March 2025 at 13:05, Stockholm time</time>');
  });

  test.each(languages)('says in %s when the address took no mail, and leads to the form', (language) => {
    const texts = statusTexts.in(language);
    const now = { ...progress, status: 'awaiting-confirmation' } as const;
    const refused = renderStatusPage({ ...status, language, progress: now, addressRefused: true });
    const said = [texts.addressRefused, texts.sendAgain];
    for (const sentence of said) expect(refused).toContain(sentence);
    expect(refused).not.toContain(texts.lookInMail);
    expect(refused).toMatch(/<main.*href="\/forms\/initiative".*<\/main>/s);
    const taken = renderStatusPage({ ...status, language, progress: now, addressRefused: false });
    const confirmed = { ...progress, status: 'in-review' } as const;
    const later = renderStatusPage({ ...status, language, progress: confirmed, addressRefused: true });
    for (const sentence of said) for (const html of [taken, later]) expect(html).not.toContain(sentence);
  });

  test('promises no mail while the case is held', () => {
    const next = { what: 'operator', by: null } as const;
    const html = renderStatusPage({ ...status, language: 'en', progress: { ...progress, status: 'spam', next } });
    expect(html).toContain('Held for a check by hand');
    expect(html).not.toContain('check your e-mail');
  });

  test('says that a parked case is late, and nothing of why', () => {
    const next = { what: 'operator', by: null } as const;
    const html = renderStatusPage({ ...status, language: 'en', progress: { ...progress, status: 'in-review', next } });
    expect(html).toContain('taking longer than it should');
  });

  test.each(languages)('has a sentence for each status and each fact in %s', (language) => {
    for (const each of statuses) {
      const timeline = publicHappenings.map((what) => ({ at: '2025-03-03T12:05:00.000Z', what }));
      const html = renderStatusPage({ ...status, language, progress: { ...progress, status: each, timeline } });
      expect(html.match(/<li><time[^>]*>[^<]+<\/time><span>[^<]{5,}<\/span><\/li>/g)).toHaveLength(
        publicHappenings.length,
      );
    }
  });

  test('shows all that was sent in, below where it stands', () => {
    const html = renderStatusPage({ ...status, language: 'en' });
    expect(html).toMatch(/class="timeline".*>What you sent in<\/h2>.*Chefen måste avsätta tid\./s);
  });

  test.each([
    ['received', false],
    ['confirmed', true],
  ] as const)('shows who is to be written to once the address is confirmed: %s', (what, isShown) => {
    const timeline = [{ at: '2025-03-03T12:05:00.000Z', what }];
    const html = renderStatusPage({ ...status, language: 'en', progress: { ...progress, timeline } });
    expect(html.includes(content.contact.email)).toBe(isShown);
  });

  test('marks the title with its own language and links what is published', () => {
    const html = renderStatusPage({
      ...status,
      language: 'fi',
      progress: { ...progress, initiative: { id: '0195', url: 'https://clearing.example/initiatives/0195' } },
    });
    expect(html).toContain('<p class="lead" lang="sv">');
    expect(html).toContain('href="/initiatives/0195"');
    expect(renderStatusPage({ ...status, language: 'fi' })).not.toContain('href="/initiatives/0195"');
  });
});

describe('the status page of an answered case', () => {
  const ended = { ...progress, status: 'rejected', next: { what: 'none', by: null } } as const;
  const answered = { ...status, language: 'en', progress: ended } as const;
  const rejected = { decision: 'reject', institution: 'nordregio' } as const;
  const decision = { ...rejected, reason: 'duplicate', comment: 'We have it <already>.' } as const;

  test('says who decided and why, and introduces their words', () => {
    const html = renderStatusPage({ ...answered, decision });
    expect(html).toContain('<p>Reviewed by: Nordregio</p><p>Reason: It is already here</p>');
    expect(html).toMatch(/<p>The moderators write:<\/p><blockquote.*We have it &lt;already>\./);
  });

  test('leaves out the reason that says nothing, and words that nobody wrote', () => {
    const html = renderStatusPage({ ...answered, decision: { ...rejected, reason: 'other' } });
    expect(html).not.toContain('Another reason');
    expect(html).not.toContain('The moderators write');
  });

  test('quotes everybody who decided, and nobody who said something else', () => {
    const vote = {
      decision: 'approve',
      by: 'anna',
      institution: 'nordregio',
      round: 1,
      at: '2025-03-03T12:05:00.000Z',
    } as const;
    const votes = [
      { ...vote, comment: 'Good.' },
      { ...vote, comment: 'Very good.' },
      { ...vote, decision: 'reject' as const, comment: 'Bad.' },
    ];
    const approved = { ...rejected, decision: 'approve' as const, comment: 'Very good.', votes };
    const html = renderStatusPage({ ...answered, progress: { ...ended, status: 'approved' }, decision: approved });
    expect(html.match(/<div class="written">[^<]*good\./gi)).toHaveLength(2);
    expect(html).not.toContain('Bad.');
  });

  test.each(rejectReasons)('says what can be done when it is rejected as %s', (reason) => {
    const html = renderStatusPage({ ...answered, decision: { ...decision, reason } });
    expect(html).toContain(`<p>${caseTexts.in('en').advice[reason]}</p>`);
  });

  test.each(['lapsed', 'rejected'] as const)(
    'offers to send it in again, with all that was sent, when it is %s',
    (status) => {
      expectSendsAgain(renderStatusPage({ ...answered, decision, progress: { ...ended, status } }));
    },
  );

  test('links to no form while it is open', () => {
    expect(renderStatusPage({ ...status, language: 'en' })).not.toMatch(/<main.*href="\/forms\/.*<\/main>/s);
  });

  test('thanks for changes as long as they wait for their answer', () => {
    const thanks = (now: Partial<typeof progress>) =>
      renderStatusPage({ ...answered, progress: { ...ended, ...now } }).includes(
        `${reviseTexts.in('en').sentTitle}</h1>`,
      );
    expect(thanks({ status: 'in-review', round: 2 })).toBe(true);
    expect(thanks({ status: 'in-review', round: 1 })).toBe(false);
    expect(thanks({ status: 'published', round: 2 })).toBe(false);
  });
});

describe('the confirm page', () => {
  const path = `/confirm/${secret}`;
  const props = {
    language: 'en',
    path,
    form: { ...form, id: 'activity' },
    reference: 'CC-1',
    content: { ...content, title: '<b>Title</b>', language: 'nn' },
    status: 'in-review',
  } as const;

  test('offers one button that posts to itself', () => {
    const html = renderConfirmPage({ ...props, state: 'to-confirm' });
    expect(tagsOf(html, 'form')).toEqual([{ method: 'post', action: path }]);
    expect(tagsOf(html, 'button')).toHaveLength(1);
    expect(html).toContain('<p class="lead" lang="nn">&lt;b>Title&lt;/b></p>');
  });

  test('says where the case stands today when it was confirmed before', () => {
    const html = renderConfirmPage({ ...props, state: 'confirmed-before', status: 'published' });
    expect(html).toContain(statusTexts.in('en').nextSteps.published);
  });

  test('offers who is too late to send it in again, with all that was sent', () => {
    expectSendsAgain(renderConfirmPage({ ...props, form, content, state: 'too-late' }));
  });

  test.each(['confirmed', 'confirmed-before'] as const)('offers no button when %s', (state) => {
    expect(tagsOf(renderConfirmPage({ ...props, state }), 'form')).toEqual([]);
  });
});

describe('the revise page', () => {
  const { key: _key, shown: _shown, ...again } = formProps;
  const open = { ...again, language: 'en', state: 'open', reference: 'CC-1' } as const;
  const requested = {
    institution: 'Nordregio',
    comment: 'First.\n<i>Second.</i>',
    answerBy: answerBy('revise'),
  };

  test('quotes what is asked for, by whom and until when', () => {
    const html = renderRevisePage({ ...open, requested });
    expect(html).toContain('Nordregio has read your submission');
    expect(html).toContain('First.\n&lt;i>Second.&lt;/i>');
    expect(html).toContain(`by ${lastDay(requested.answerBy, 'en')}`);
  });

  test('posts no key and no time, which nobody reads there', () => {
    const posted = tagsOf(renderRevisePage({ ...open, requested }), 'input').map(({ name }) => name);
    expect(posted).toContain('_lang');
    expect(posted).not.toEqual(expect.arrayContaining([expect.stringMatching(/^_(key|shown)$/)]));
  });

  test('leads from the top to what is asked for about a field, which is read out with the field', () => {
    const paths = ['title', 'themes', 'phase', 'contact.public'];
    const comments = paths.map((path) => ({ pointer: `/${path.replace('.', '/')}`, comment: `About ${path}.` }));
    const html = renderRevisePage({ ...open, requested: { ...requested, comment: undefined, comments } });
    expect(html).not.toContain('did not write a comment');
    for (const path of paths) {
      const id = `${idOf(path)}-asked`;
      expect(html.indexOf(`href="#${id}"`)).toBeLessThan(html.indexOf(`id="${id}"`));
      expect(html).toMatch(new RegExp(`id="${id}">.*About ${path}\\..*aria-describedby="${id}[ "]`, 's'));
    }
    const gone = [{ pointer: '/gone', comment: 'About what is not there.' }];
    expect(renderRevisePage({ ...open, requested: { ...requested, comments: gone } })).not.toContain('#field-gone');
  });

  test('says so when nothing was written', () => {
    const { comment: _comment, ...silent } = requested;
    expect(renderRevisePage({ ...open, requested: silent })).toContain('did not write a comment');
  });

  test('has nothing to press when other changes were quicker, and leads to where the case stands', () => {
    const html = renderRevisePage({ ...open, state: 'overtaken', statusUrl: '/status/abc' });
    const main = /<main.*<\/main>/s.exec(html)?.[0] ?? '';
    expect(tagsOf(main, 'button')).toEqual([]);
    expect(main).toContain('href="/status/abc"');
    expect(main).not.toContain('asks for changes');
  });

  test('shows what was sent in when it is too late, and offers to send it in again', () => {
    const html = renderRevisePage({ language: 'en', path: '/', state: 'too-late', reference: 'CC-1', form, content });
    expect(html).toMatch(/<main.*<\/form>.*Chefen måste avsätta tid\..*<\/main>/s);
    expectSendsAgain(html);
  });

  test('shows no form once the changes are sent', () => {
    expect(tagsOf(renderRevisePage({ language: 'en', path: '/', state: 'sent', reference: 'CC-1' }), 'form')).toEqual(
      [],
    );
  });
});

/** One button, which posts all that was sent in to the page of the form, and nothing that would send it. */
function expectSendsAgain(html: string): void {
  const forms = html.match(/<form.*?<\/form>/gs) ?? [];
  expect(forms).toHaveLength(1);
  const [shown = ''] = forms;
  expect(tagsOf(shown, 'form')[0]).toMatchObject({ method: 'post', action: '/forms/initiative' });
  expect(shown).toMatch(/<button[^>]*>Send this in again<\/button>/);
  const posted = tagsOf(shown, 'input').filter(({ name }) => name !== '_lang');
  const sent = [...valuesOfContent(content)].flatMap(([name, values]) => values.map((value) => ({ name, value })));
  expect(sent.length).toBeGreaterThan(10);
  expect(posted).toEqual(sent.map((field) => ({ type: 'hidden', ...field })));
}
