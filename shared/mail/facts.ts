import { caseTexts } from '#shared/case/texts/labels.ts';
import { fieldAt } from '#shared/forms/form.ts';
import { formOf } from '#shared/forms/forms.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import type { ListName } from '#shared/vocabulary/lists.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';
import type { Block, Fact } from './letter.ts';
import type { MailKind } from './mail-kind.ts';
import { type MailOrder, recipientsVote, requiredDecision } from './order.ts';
import type { FactName, MailTexts } from './texts/mails.ts';
import { plainLine } from './untrusted.ts';

/** Which facts stand in which mail, in this order. */
const shownFacts: Readonly<Record<MailKind, readonly FactName[]>> = {
  confirm: ['title', 'reference'],
  'confirm-reminder': ['title', 'reference'],
  review: ['form', 'title', 'reference', 'organisation', 'countries', 'themes', 'changed', 'institution'],
  'review-reminder': ['title', 'reference', 'institution'],
  'tie-break': ['form', 'title', 'reference', 'organisation', 'countries', 'themes', 'institution'],
  delay: ['title', 'reference'],
  revise: ['title', 'reference', 'reviewedBy'],
  'revise-reminder': ['title', 'reference', 'reviewedBy'],
  acknowledgement: ['title', 'reference', 'yourVote', 'decision', 'reason'],
  published: ['title', 'reference', 'reviewedBy'],
  rejected: ['title', 'reference', 'reviewedBy', 'reason'],
  lapsed: ['title', 'reference'],
  'revision-rejected': ['title', 'reference', 'reviewedBy', 'reason'],
  'revision-lapsed': ['title', 'reference'],
  withdrawn: ['title', 'reference'],
  'withdrawn-vote': ['title', 'reference'],
  erased: ['title', 'reference'],
  'link-anew': ['title', 'reference'],
  'still-right': ['title', 'reference'],
};

/** The facts of a mail, labelled in the recipient's language. */
export function factsOf(order: MailOrder, texts: MailTexts): Block {
  return { facts: shownFacts[order.kind].flatMap((name) => factOf(order, texts, name)) };
}

function factOf(order: MailOrder, texts: MailTexts, name: FactName): Fact[] {
  const { language, institution } = order.to;
  const { content } = order.case.round;
  const fact = (value: string | undefined, inLanguage?: string): Fact[] => {
    const label = texts.labels[name];
    return value === undefined ? [] : [inLanguage === undefined ? [label, value] : [label, value, inLanguage]];
  };
  const labels = (list: ListName, codes: readonly string[]) =>
    codes.map((code) => labelOf(list, code, language)).join(', ');
  switch (name) {
    case 'title':
      return fact(serviceTexts.in(language).quoted({ text: plainLine(content.title) }), content.language);
    case 'reference':
      return fact(order.case.reference);
    case 'form':
      return fact(formOf(order.case.form).texts.in(language).name);
    case 'organisation':
      return fact(plainLine(content.organisation));
    case 'countries':
      return fact(labels('countries', content.countries));
    case 'themes':
      return fact(labels('themes', content.themes));
    case 'changed': {
      const changed = order.case.round.changed ?? [];
      const names = changed.map((pointer) => fieldName(order, pointer));
      return fact(names.length === 0 ? undefined : names.join(', '));
    }
    case 'institution':
      return fact(institution && labels('institutions', [institution.id]));
    case 'reviewedBy':
      return fact(withContact(labels('institutions', [requiredDecision(order).institution]), order));
    case 'yourVote': {
      const vote = recipientsVote(order);
      return fact(vote && caseTexts.in(language).votes[vote.decision]);
    }
    case 'decision':
      return fact(caseTexts.in(language).decisions[requiredDecision(order).decision]);
    case 'reason': {
      const { reason } = requiredDecision(order);
      // “Another reason” tells nobody anything.
      return fact(
        reason === undefined || reason === 'other' ? undefined : caseTexts.in(language).rejectReasons[reason],
      );
    }
  }
}

/** What the form calls the field at a pointer, in the language of the mail. */
export function fieldName({ case: of, to }: MailOrder, pointer: string): string {
  const form = formOf(of.form);
  return form.texts.in(to.language).fields[fieldAt(form, pointer)?.path ?? '']?.label ?? pointer;
}

function withContact(institution: string, { contact }: MailOrder): string {
  return contact === undefined ? institution : `${institution}, ${contact}`;
}
