import type { Question } from '#shared/case/case.ts';
import { newQuestion } from '#shared/case/question.ts';
import { checkContent } from '#shared/forms/form.ts';
import { initiative as form } from '#shared/forms/initiative/initiative.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Letter } from '#shared/mail/letter.ts';
import { renderConfirmPage } from '#shared/pages/confirm-page.tsx';
import { renderFormPage } from '#shared/pages/form-page.tsx';
import { valuesOfContent } from '#shared/pages/form-values.ts';
import { renderHomePage } from '#shared/pages/home-page.tsx';
import { renderInitiativePage } from '#shared/pages/initiative-page.tsx';
import { renderInitiativesPage } from '#shared/pages/initiatives-page.tsx';
import { renderPreviewPage } from '#shared/pages/preview-page.tsx';
import { renderPrivacyPage } from '#shared/pages/privacy-page.tsx';
import { renderProblemPage } from '#shared/pages/problem-page.tsx';
import { type ReviewPageProps, renderReviewPage } from '#shared/pages/review-page.tsx';
import { renderRevisePage } from '#shared/pages/revise-page.tsx';
import { renderStatusPage, type StatusPageProps } from '#shared/pages/status-page.tsx';

/** A full submission in Swedish, with line breaks and everything that a form can hold. */
export const written = {
  title: 'Språkvän på arbetsplatsen',
  summary: 'Anställda följer en nyanländ kollega under de första månaderna.\nBåda lär sig något.',
  language: 'sv',
  description: 'Varje par träffas en timme i veckan.\n\nVi började med vården.',
  website: 'https://exempel.example/sprakvan',
  countries: ['SE', 'FI', 'AX'],
  actorType: 'municipality',
  organisation: 'Exempelkommunen',
  themes: ['labour_market', 'language'],
  targetGroups: ['newly_arrived', 'employers'],
  goals: ['ncm-2021-2024:7'],
  phase: 'ongoing',
  startDate: '2024-03-01',
  lessons: 'Chefen måste avsätta tid.',
  funding: { source: 'Exempelfonden', amount: 250000, currency: 'SEK' },
  contact: { name: 'Anna Exempel', email: 'anna@exempel.example', role: 'Projektledare', public: true },
  consent: true,
};

const checked = checkContent(form, written);
if (checked.kind === 'refused') throw new Error(`The example does not fit: ${JSON.stringify(checked.errors)}`);
export const content = checked.content;

export const secret = 'x'.repeat(43);
const reference = 'CC-7K4M-2Q9D';
const at = '2025-03-03T12:05:00.000Z';
/** Until when a question waits that was asked then. */
export const answerBy = (kind: Question['kind']) => newQuestion(kind, '', new Date(at)).answerBy;

/** Props that most tests change in one property only. */
export const formProps = {
  path: '/forms/initiative',
  form,
  action: '/v1/forms/initiative/submissions',
  key: 'b7c1-of-the-example-page',
  shown: at,
  values: new Map<string, readonly string[]>(),
  errors: [],
};

export const review: Omit<ReviewPageProps, 'language'> = {
  path: `/review/${secret}`,
  form,
  reference,
  submitterLanguage: 'nb',
  round: { number: 1, content, contentHash: 'a'.repeat(64) },
  suspicions: [],
  decidesAs: { name: 'Kari Eksempel', institution: 'Nordregio' },
  mayDecide: true,
  isLastRound: false,
  approvals: 1,
  isTie: false,
  votes: [],
  history: [{ at, what: 'received' }],
  notes: [],
  errors: [],
  values: new Map(),
};

/** A mail with all that mails are made of. */
export const letter: Letter = {
  subject: 'Ei julkaistu: ”Esimerkki”',
  greeting: 'Hei Anna Exempel',
  blocks: [
    'Kiitos ehdotuksestasi.',
    { facts: [['Otsikko', '”Språkvän”', 'sv']] },
    { quote: 'Anteeksi.\n<b>Ei</b>' },
    { link: { label: 'Avaa lomake', url: 'http://localhost/forms/…' } },
  ],
  closing: ['Ystävällisin terveisin', 'Osaamiskeskus'],
};

/** What a moderator answered, as the page shows it. */
export const answer = {
  vote: { decision: 'reject', reason: 'advertising', comment: 'Sorry.\nNo.', at },
  by: 'Kari Eksempel',
  isOwn: true,
  isFinal: true,
  leadsTo: 'reject',
} as const;

export const status: Omit<StatusPageProps, 'language'> = {
  path: `/status/${secret}`,
  action: `/status/${secret}`,
  form,
  content,
  progress: {
    id: '0195',
    reference,
    form: 'initiative',
    status: 'awaiting-confirmation',
    round: 1,
    next: { what: 'confirm', by: answerBy('confirm') },
    timeline: [
      { at, what: 'received' },
      { at: '2025-03-03T12:05:02.000Z', what: 'asked-to-confirm' },
    ],
    actions: [],
  },
};

export const confirming = {
  form,
  path: `/confirm/${secret}`,
  reference,
  content,
  answerBy: answerBy('confirm'),
};

/** With the longest labels among the themes. */
const item = {
  ...content,
  themes: ['labour_market', 'qualification_recognition', 'introduction_programmes'],
  id: '0195',
  kind: 'initiative',
  version: 1,
  publishedAt: at,
  updatedAt: at,
};

/** Every page in every state that looks different, by a name for test titles. */
export const examplePages: Record<string, (language: Language) => string> = {
  home: (language) => renderHomePage({ language, path: '/' }),
  'empty form': (language) => renderFormPage({ ...formProps, language }),
  'form with errors': (language) =>
    renderFormPage({
      ...formProps,
      language,
      values: new Map([
        ['title', ['Hej']],
        ['startDate', ['1.3.2024']],
        ['countries', ['SE']],
      ]),
      errors: ['title', 'summary', 'themes', 'phase', 'actorType', 'contact.email', 'startDate', 'consent', ''].map(
        (path) => ({ path, sentence: `Sentence about ${path || 'something else'}.` }),
      ),
    }),
  'revise form': (language) =>
    renderRevisePage({
      ...formProps,
      language,
      state: 'open',
      reference,
      path: `/revise/${secret}`,
      action: `/revise/${secret}`,
      values: valuesOfContent(content),
      requested: {
        institution: 'Nordregio',
        comment: 'Please say more.\nWho pays?',
        comments: [
          { pointer: '/title', comment: 'Shorter.' },
          { pointer: '/themes', comment: 'Only these?' },
          { pointer: '/phase', comment: 'Still?' },
          { pointer: '/contact/public', comment: 'Really?' },
        ],
        answerBy: answerBy('revise'),
      },
    }),
  'revision that was overtaken': (language) =>
    renderRevisePage({
      ...formProps,
      language,
      state: 'overtaken',
      reference,
      path: `/revise/${secret}`,
      action: `/revise/${secret}`,
      values: valuesOfContent(content),
      errors: [{ path: '', sentence: 'Sentence about the changes before.' }],
      statusUrl: `/status/${secret}`,
    }),
  'too late to revise': (language) =>
    renderRevisePage({ language, path: `/revise/${secret}`, state: 'too-late', reference, form, content }),
  'revision sent': (language) => renderRevisePage({ language, path: `/revise/${secret}`, state: 'sent', reference }),
  receipt: (language) => renderStatusPage({ ...status, language }),
  'status after publication': (language) =>
    renderStatusPage({
      ...status,
      language,
      decision: { decision: 'approve', institution: 'nordregio', comment: 'Well told.\nThank you.' },
      progress: {
        ...status.progress,
        status: 'published',
        round: 2,
        next: { what: 'none', by: null },
        initiative: { id: '0195', url: 'https://clearing.example/initiatives/0195' },
        actions: ['withdraw', 'hide-contact', 'revise', 'confirm-current', 'resend'],
      },
    }),
  'status of a new round': (language) =>
    renderStatusPage({
      ...status,
      language,
      progress: { ...status.progress, status: 'in-review', round: 2, next: { what: 'review', by: at } },
    }),
  'status when rejected': (language) =>
    renderStatusPage({
      ...status,
      language,
      decision: {
        decision: 'reject',
        institution: 'nordregio',
        reason: 'duplicate',
        comment: 'We have it already.',
      },
      progress: { ...status.progress, status: 'rejected', next: { what: 'none', by: null } },
    }),
  'status when lapsed': (language) =>
    renderStatusPage({
      ...status,
      language,
      progress: { ...status.progress, status: 'lapsed', next: { what: 'none', by: null } },
    }),
  'status when held': (language) =>
    renderStatusPage({
      ...status,
      language,
      progress: { ...status.progress, status: 'spam', heldBecause: 'unwanted', next: { what: 'operator', by: null } },
    }),
  'status when mail is held back': (language) =>
    renderStatusPage({
      ...status,
      language,
      progress: { ...status.progress, status: 'awaiting-confirmation', mailHeldUntil: at },
    }),
  'to confirm': (language) =>
    renderConfirmPage({ ...confirming, language, state: 'to-confirm', status: 'awaiting-confirmation' }),
  confirmed: (language) => renderConfirmPage({ ...confirming, language, state: 'confirmed', status: 'in-review' }),
  'confirmed before': (language) =>
    renderConfirmPage({ ...confirming, language, state: 'confirmed-before', status: 'changes-requested' }),
  'too late to confirm': (language) =>
    renderConfirmPage({ ...confirming, language, state: 'too-late', status: 'lapsed' }),
  'to disown': (language) =>
    renderConfirmPage({ ...confirming, language, state: 'to-disown', status: 'awaiting-confirmation' }),
  disowned: (language) => renderConfirmPage({ ...confirming, language, state: 'disowned', status: 'withdrawn' }),
  'disowned for long': (language) =>
    renderConfirmPage({ ...confirming, language, state: 'disowned-for-long', status: 'withdrawn' }),
  review: (language) => renderReviewPage({ ...review, language, suspicions: ['too-fast', 'disposable-sender'] }),
  'review with errors': (language) =>
    renderReviewPage({
      ...review,
      language,
      requested: {
        comment: 'Please say more.\nWho pays?',
        comments: [{ pointer: '/funding/source', comment: 'Who is that?' }],
      },
      round: { ...review.round, number: 2 },
      changed: [
        { pointer: '/summary', before: 'Anställda följer en kollega.', after: content.summary },
        { pointer: '/themes', before: ['health'], after: content.themes },
      ],
      approvals: 2,
      votes: [
        { by: 'Åsa Exempel', institution: 'nordregio', at },
        { by: 'Bo', institution: 'nordforsk', at, vote: { decision: 'approve', comment: 'Good.' } },
      ],
      history: [
        { at, what: 'received' },
        { at, what: 'voted', by: 'Åsa Exempel' },
      ],
      notes: [{ by: 'Åsa Exempel', at, note: 'I know them.' }],
      values: new Map([['decision', ['reject']]]),
      errors: [{ pointer: '/reason', code: 'required', detail: 'Sentence about the reason.' }],
    }),
  'review of changed content': (language) =>
    renderReviewPage({
      ...review,
      language,
      stale: [
        { pointer: '/summary', before: 'Kort.', after: content.summary },
        { pointer: '/themes', before: ['health'], after: content.themes },
        { pointer: '/endDate', before: '2025-01-31', after: null },
      ],
    }),
  'decided review': (language) =>
    renderReviewPage({
      ...review,
      language,
      answer: { ...answer, isFinal: false, undo: { action: `/review/${secret}/undo`, until: at } },
    }),
  'review that awaits others': (language) =>
    renderReviewPage({
      ...review,
      language,
      approvals: 2,
      answer: { ...answer, isFinal: false, leadsTo: 'waiting', undo: { action: `/review/${secret}/undo` } },
      history: [{ at, what: 'voted', by: 'Kari Eksempel', for: 'nordforsk' }],
    }),
  'review that has been contradicted': (language) =>
    renderReviewPage({ ...review, language, answer: { ...answer, isFinal: false, leadsTo: 'contradicted' } }),
  'review that was decided otherwise': (language) =>
    renderReviewPage({ ...review, language, answer: { ...answer, leadsTo: 'approve' } }),
  'review to break a tie': (language) =>
    renderReviewPage({ ...review, language, isTie: true, notice: 'note-saved', isLastRound: true }),
  'review of one’s own': (language) => renderReviewPage({ ...review, language, mayDecide: false }),
  'review that another decided': (language) =>
    renderReviewPage({
      ...review,
      language,
      answer: { ...answer, isOwn: false, isFinal: false, finalAt: at },
      notice: 'not-recorded',
      values: new Map([['comment', ['What I wrote.']]]),
    }),
  'mail to be sent': (language) =>
    renderPreviewPage({
      language,
      path: `/review/${secret}/preview`,
      values: new Map([['decision', ['reject']]]),
      errors: [],
      mail: { letter, language: 'fi' },
    }),
  'mail that cannot be shown': (language) =>
    renderPreviewPage({
      language,
      path: `/review/${secret}/preview`,
      values: new Map([['comment', ['Half.']]]),
      errors: [{ pointer: '/decision', code: 'required', detail: 'Sentence about the decision.' }],
    }),
  problem: (language) =>
    renderProblemPage({
      language,
      path: '/initiatives/none',
      title: 'There is nothing here',
      detail: 'The address leads nowhere.',
    }),
  'list of initiatives': (language) =>
    renderInitiativesPage({
      language,
      path: '/initiatives',
      items: [item, { ...item, id: '0196', title: 'Et andet eksempel', language: 'da' }],
      next: '/initiatives?cursor=abc',
      isFirst: false,
    }),
  privacy: (language) => renderPrivacyPage({ language, path: '/privacy', publicEmail: 'contact@example.org' }),
  'empty list': (language) => renderInitiativesPage({ language, path: '/initiatives', items: [], isFirst: true }),
  initiative: (language) =>
    renderInitiativePage({
      language,
      path: '/initiatives/0195',
      form,
      initiative: item,
      shownLanguage: content.language,
      isFallback: language !== 'sv',
    }),
};
