import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/case/case.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import { languages } from '#shared/i18n/language.ts';
import { lastDay } from '#shared/i18n/last-day.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import { compose, linksOf } from '#shared/mail/compose.ts';
import type { MailKind } from '#shared/mail/mail-kind.ts';
import type { MailOrder } from '#shared/mail/order.ts';
import { mailTexts } from '#shared/mail/texts/mails.ts';
import {
  mailKinds,
  nordregio,
  origin,
  reviewer,
  sampleCase,
  sampleOrder,
  statusOf,
  submitterKinds,
  titled,
  withoutComment,
} from './sample-order.ts';

const everyMail = mailKinds.flatMap((kind) => languages.map((language) => ({ kind, language })));

describe.each(everyMail)('the mail $kind in $language', ({ kind, language }) => {
  const order = sampleOrder(kind, language);
  const { subject, text, html } = compose(order);

  it('leaves no gap in its sentences', () => {
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\b(undefined|null|NaN)\b|\[object|\$\{| {2}/);
  });

  it('names the title and the reference', () => {
    expect(text).toContain('Kielikahvila & naapurit');
    expect(html).toContain('Kielikahvila &amp; naapurit');
    expect(text).toContain('7KX4-9QTC');
  });

  it('has each of its links alone on a line of the text, and as a button in the HTML', () => {
    const own: Partial<Record<MailKind, string[]>> = {
      published: [`${origin}/initiatives/${order.case.id}`],
      'revision-rejected': [`${origin}/initiatives/${order.case.id}`],
      'revision-lapsed': [`${origin}/initiatives/${order.case.id}`],
      'still-right': [`${origin}/initiatives/${order.case.id}`],
    };
    const expected = [...Object.values(order.links), ...(own[kind] ?? [])];
    const alone = text.split('\n').filter((line) => /^https?:\/\/\S+$/.test(line));
    expect(alone.toSorted()).toEqual(expected.toSorted());
    expect(text.match(/https?:/g) ?? []).toHaveLength(expected.length);
    for (const url of expected) expect(html).toContain(`<a href="${url}"`);
  });

  it('says its language and title, and fetches nothing', () => {
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toMatch(/<title>.+<\/title>/);
    expect(html).not.toMatch(/<(img|script|link|style|iframe|form|input)\b|src=|url\(|@import/i);
  });

  it('says before the farewell whether anybody reads answers', () => {
    const { attended, unattended } = mailTexts.in(language);
    const last = (of: MailOrder) => compose(of).text.split('\n\n').at(-2);
    expect(last({ ...order, contact: undefined })).toBe(unattended);
    expect(last({ ...order, contact: nordregio.contact })).toBe(attended);
  });

  it('comes from whom its last lines name, and they say what that is, in its own language', () => {
    const { sender } = compose(order);
    const { name, purpose } = serviceTexts.in(language);
    expect(sender).toBe(name);
    expect(text.trimEnd().endsWith(`\n${name}\n${purpose}`)).toBe(true);
  });

  it('is written in its own language', () => {
    const others = languages.filter((other) => other !== language);
    for (const other of others) expect(compose(sampleOrder(kind, other)).text).not.toBe(text);
  });
});

describe('the subject', () => {
  const hostile = [
    'Fika\r\nBcc: victim@example.org',
    'Fika\nContent-Type: text/html\n\n<h1>',
    'Fika\u0000\u0007\u001b[31m',
    'Fika\u0085\u2028\u2029Bcc: victim@example.org',
    '\u202egnp.exe\u202c \u2066x\u2069\u200e\u200f\u061c',
    `\ud800 ${'å'.repeat(140)}`,
    '👩🏽‍🏫'.repeat(30),
    '=?utf-8?q?Bcc=3A_victim=40example.org?=',
  ];

  it.each(hostile)('carries %j as one short line that acts on nothing', (title) => {
    for (const { kind, language } of everyMail) {
      const { subject } = compose(sampleOrder(kind, language, titled(sampleCase(statusOf[kind]), title)));
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      expect(subject.isWellFormed()).toBe(true);
      expect([...subject].length).toBeLessThanOrEqual(150);
    }
  });

  it('takes nothing from others but the title', () => {
    const of = sampleCase('rejected');
    const { subject } = compose(sampleOrder('rejected', 'en', of));
    expect(subject).toBe('Not published: “Kielikahvila & naapurit”');
  });
});

describe('texts of others', () => {
  it.each(mailKinds)('give mail programs nothing to make a link of in the mail %s', (kind) => {
    const lure = 'evil.example https://1.2.3.4/login www.evil.example you@evil.example 1.2.3.4/login';
    const of = titled(sampleCase(statusOf[kind]), lure);
    const content = { ...of.round.content, organisation: `<i>Org</i> ${lure}` };
    const { subject, text, html } = compose(sampleOrder(kind, 'en', { ...of, round: { ...of.round, content } }));
    for (const part of [subject, text, html]) expect(part).not.toMatch(/evil\.example|:\/\/1|1\.2\.3\.4|www\.evil/);
  });

  it.each(mailKinds)('never become markup in the mail %s', (kind) => {
    const attack = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;";
    const of = titled(sampleCase(statusOf[kind]), attack);
    const attacked: Case = {
      ...of,
      round: { ...of.round, content: { ...of.round.content, organisation: attack, language: attack } },
      ...(of.decision && { decision: { ...of.decision, comment: attack } }),
    };
    const { html } = compose({ ...sampleOrder(kind, 'en', attacked) });
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('&amp;amp;');
  });

  it.each(mailKinds)('never stand alone on a line as a link would in the mail %s', (kind) => {
    const trap = 'https://trap.example/confirm/now';
    const of = titled(sampleCase(statusOf[kind]), trap);
    const content = { ...of.round.content, organisation: trap, contact: { ...of.round.content.contact, name: trap } };
    const trapped: Case = {
      ...of,
      round: { ...of.round, content },
      ...(of.decision && { decision: { ...of.decision, comment: `${trap}\n${trap} ${'word '.repeat(20)}${trap}` } }),
    };
    const { text } = compose(sampleOrder(kind, 'en', trapped));
    expect(text).toContain('trap. example/confirm/now');
    expect(text.split('\n').map((line) => line.trim())).not.toContain(trap);
  });
});

describe('mails to the submitter', () => {
  it.each(submitterKinds)('tell in the mail %s nothing of the person who decided', (kind) => {
    const { text, html } = compose(sampleOrder(kind, 'en'));
    for (const part of [text, html]) expect(part).not.toMatch(/maria/i);
  });

  it('name the institution in the language of the mail', () => {
    const { text } = compose(sampleOrder('rejected', 'fi'));
    expect(text).toContain('Arvioija: Pohjoismainen aluekehityksen keskus Nordregio');
  });

  it.each(['revise', 'revise-reminder', 'rejected'] as const)(
    'give in the mail %s the address of the institution, unless there is none any more',
    (kind) => {
      const order = sampleOrder(kind, 'en');
      expect(compose(order).text).toMatch(/^Reviewed by: .*Nordregio, ask@nordregio\.example$/m);
      expect(compose({ ...order, contact: undefined }).text).toMatch(/^Reviewed by: .*Nordregio$/m);
    },
  );

  it.each(['revise', 'revise-reminder'] as const)(
    'quote a comment line by line in the mail %s, or say that there is none',
    (kind) => {
      const of = sampleCase('changes-requested');
      const { text } = compose(sampleOrder(kind, 'en', of));
      expect(text).not.toContain('no comment');
      expect(text).toContain('> Kerro, kuinka moni on osallistunut.\n> Ja mitä opitte?');
      const unexplained = compose(sampleOrder(kind, 'en', withoutComment(of))).text;
      expect(unexplained).not.toMatch(/^>|write:/m);
      expect(unexplained).toMatch(/Reviewed by: .*Nordregio, \S+\n\nThe moderators left no comment\./);
    },
  );

  it('quote what moderators wrote when they approved, and nothing where they wrote nothing', () => {
    const of = sampleCase('published');
    const said = compose(sampleOrder('published', 'en', of)).text;
    expect(said).toMatch(/^Reviewed by: .*Nordregio$/m);
    expect(said).toContain('The moderators write:\n\n> Kerro, kuinka moni on osallistunut.\n> Ja mitä opitte?');
    expect(compose(sampleOrder('published', 'en', withoutComment(of))).text).not.toMatch(/^>|write:/m);
  });

  it.each(languages)('give no reason in %s that tells nothing, only the advice', (language) => {
    const of = sampleCase('rejected');
    const other: Case = { ...of, ...(of.decision && { decision: { ...of.decision, reason: 'other' } }) };
    const { labels } = mailTexts.in(language);
    expect(compose(sampleOrder('rejected', language, of)).text).toContain(`\n${labels.reason}: `);
    for (const kind of ['rejected', 'acknowledgement'] as const)
      expect(compose(sampleOrder(kind, language, other)).text).not.toContain(`\n${labels.reason}: `);
    expect(compose(sampleOrder('rejected', language, other)).html).toContain(caseTexts.in(language).advice.other);
  });

  it('name the last whole day to answer', () => {
    const order = sampleOrder('revise', 'sv');
    expect(compose(order).text).toContain(`senast den ${lastDay(order.case.question?.answerBy ?? '', 'sv')}`);
  });

  it('tell apart who did not confirm and who did not revise, and lead both to what they wrote', () => {
    const unconfirmed = sampleCase('lapsed');
    const { decision } = sampleCase('changes-requested');
    const unrevised: Case = { ...unconfirmed, ...(decision && { decision }) };
    expect(compose(sampleOrder('lapsed', 'en', unconfirmed)).text).toContain('no confirmation');
    expect(compose(sampleOrder('lapsed', 'en', unrevised)).text).toContain('asked you for changes');
    for (const of of [unconfirmed, unrevised])
      expect(compose(sampleOrder('lapsed', 'en', of)).text).toContain(
        `this page still holds what you sent in.\n\nSee where it stands:\n${origin}/status/`,
      );
  });
});

describe.each(['review', 'review-reminder'] as const)('the mail %s, which carries a personal link,', (kind) => {
  it.each(languages)('asks in %s that it be not forwarded', (language) => {
    expect(compose(sampleOrder(kind, language)).html).toContain(mailTexts.in(language).review.personal);
  });
});

describe('the review mail', () => {
  const inReview = sampleCase('in-review');
  const review = (of: Case, to = sampleOrder('review', 'en').to) => compose({ ...sampleOrder('review', 'en', of), to });
  const afterSteps = (step: number): Case => ({
    ...inReview,
    ...(inReview.question && { question: { ...inReview.question, step } }),
  });

  it('gives what a moderator needs to judge whether it is theirs', () => {
    const { text } = review(inReview);
    for (const fact of [
      'Form: Initiative',
      'Organisation: Espoon kaupunki',
      'Countries: Finland, Sweden',
      'Themes: Language and language training',
      'Your institution: Nordregio',
    ])
      expect(text).toContain(fact);
  });

  it('marks the title as being in the language of its submission', () => {
    expect(review(inReview).html).toMatch(/<td dir="auto" lang="fi"[^>]*>“Kielikahvila/);
  });

  it('says in words what screening noticed, and nothing of it otherwise', () => {
    const suspect: Case = { ...inReview, verdict: { kind: 'suspect', reasons: ['too-fast', 'disposable-sender'] } };
    const words = review(suspect).text.replaceAll('\n', ' ');
    expect(words).toContain('within seconds of the page being opened. The sender uses a throwaway address.');
    expect(review(inReview).text).not.toContain('automatic check');
  });

  it('says that it is a revision from the second round on', () => {
    const second: Case = { ...inReview, round: { ...inReview.round, number: 2 } };
    expect(review(second).subject).toBe('Please review the changes: “Kielikahvila & naapurit”');
    expect(review(second).text).toContain('This has been revised');
    expect(review(inReview).text).not.toContain('revised');
  });

  it('tells a deputy and the lead institution why they are asked, and the first reviewers nothing', () => {
    const deputy = { ...reviewer, id: 'helle' };
    const lead = { ...nordregio, id: 'nordic_welfare_centre', lead: true, moderators: [{ ...reviewer, id: 'liv' }] };
    const person = { name: 'Liv', language: 'en' as const };
    const atLead = { ...person, moderator: { ...reviewer, id: 'liv' }, institution: lead };
    const atDeputy = { ...person, moderator: deputy, institution: nordregio };
    expect(review(afterSteps(2), atDeputy).text).toContain('asked as deputy');
    expect(review(afterSteps(3), atLead).text).toContain('yours leads');
    expect(review(afterSteps(3)).text).not.toContain('You are asked');
    expect(review(afterSteps(0), atDeputy).text).not.toContain('You are asked');
  });

  it('gives no reason of silence to the lead institution when it was the first to be asked', () => {
    const lead = { ...nordregio, lead: true };
    const to = { name: 'Maria', language: 'en' as const, moderator: reviewer, institution: lead };
    expect(review(afterSteps(3), to).text).not.toContain('You are asked');
  });
});

describe('a review that several must approve', () => {
  it.each(languages)('says so in %s', (language) => {
    const order = sampleOrder('review', language);
    const { question } = order.case;
    const asked = question && { ...order.case, question: { ...question, approvals: 2 } };
    const { needed } = mailTexts.in(language).review;
    expect(compose({ ...order, case: asked ?? order.case }).text).toContain(needed({ approvals: 2 }));
    expect(compose(order).text).not.toContain(needed({ approvals: 1 }));
  });
});

describe('a request for changes that broke a tie', () => {
  it('holds what others asked for too, each field once', () => {
    const current = sampleCase('changes-requested');
    const asked = (by: string, comment: string) => {
      const comments = [{ pointer: '/title', comment }];
      return { decision: 'request-changes', by, institution: 'nordregio', round: 1, at: origin, comments } as const;
    };
    const votes = [asked('bo', 'Kortare?'), asked('maria', 'Var?')];
    const order = sampleOrder('revise', 'sv', { ...current, decision: { ...asked('maria', 'Var?'), votes } });
    expect(compose(order).text).toMatch(/> Kortare\?\n>\s*\n> Var\?/);
  });
});

describe('the acknowledgement', () => {
  it.each([
    ['approve', 'Decision: Approved', 'being published'],
    ['request-changes', 'Decision: Changes requested', 'make changes'],
    ['reject', 'Decision: Rejected', 'the reason'],
  ] as const)('repeats the decision %s and what follows from it', (decision, fact, next) => {
    const of = sampleCase('rejected');
    const decided: Case = { ...of, ...(of.decision && { decision: { ...of.decision, decision } }) };
    const { text } = compose(sampleOrder('acknowledgement', 'en', decided));
    expect(text).toContain(fact);
    expect(text.replaceAll('\n', ' ')).toContain(next);
    expect(text).toContain('> Kerro');
  });

  it.each(languages)('speaks in %s of no comment where there is none', (language) => {
    const of = sampleCase('changes-requested');
    const said = compose(sampleOrder('acknowledgement', language, of)).text;
    const silent = compose(sampleOrder('acknowledgement', language, withoutComment(of))).text;
    expect(said).toMatch(/komment|comment|athugasemd/i);
    expect(silent).not.toMatch(/komment|comment|athugasemd/i);
  });

  it('repeats to everybody who answered what they wrote themselves, and to the submitter what those wrote who decided', () => {
    const of = sampleCase('published');
    const { decision: first } = of;
    if (first === undefined) throw new Error('Nothing was decided');
    const votes = [
      { ...first, by: 'jonas', comment: 'Kiva.' },
      { ...first, decision: 'reject' as const, by: 'helle', comment: 'Ei.' },
      { ...first, comment: 'Hyvä.' },
    ];
    const decided: Case = { ...of, decision: { ...first, comment: 'Hyvä.', votes } };
    const quotes = (kind: MailKind, to: Partial<MailOrder['to']> = {}) => {
      const order = sampleOrder(kind, 'fi', decided);
      return compose({ ...order, to: { ...order.to, ...to } }).text.match(/^> .*$/gm);
    };
    expect(quotes('published')).toEqual(['> Kiva.', '> Hyvä.']);
    expect(quotes('acknowledgement')).toEqual(['> Hyvä.']);
    expect(quotes('acknowledgement', { moderator: { id: 'helle' } })).toEqual(['> Ei.']);
  });

  it('repeats the reason in words', () => {
    const { text } = compose(sampleOrder('acknowledgement', 'nb', sampleCase('rejected')));
    expect(text).toContain('Begrunnelse: Det mangler for mye');
  });
});

describe('an order that lacks something', () => {
  it.each(mailKinds.filter((kind) => linksOf(kind).length > 0))('is refused for %s without its links', (kind) => {
    expect(() => compose({ ...sampleOrder(kind, 'en'), links: {} })).toThrow(/needs a \w+ link/);
  });

  it('is refused for a rejection without a decision', () => {
    const { decision: _, ...open } = sampleCase('rejected');
    expect(() => compose(sampleOrder('rejected', 'en', open))).toThrow('needs a decision');
  });
});
