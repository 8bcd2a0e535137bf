import { type Fact, sealOf } from '#shared/case/audit.ts';
import { type Broken, firstBroken } from '#shared/case/audit-check.ts';
import type { Case } from '#shared/case/case.ts';
import type { CaseStore } from '#shared/case/case-store.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import type { ErasedStore } from '#shared/case/erased-store.ts';
import { isRefused } from '#shared/case/refusals.ts';
import { recipientOf } from '#shared/moderation/correspondents.ts';
import { owedMails } from '#shared/moderation/owed-mails.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';

interface AuditPorts {
  readonly cases: CaseStore;
  readonly erased: ErasedStore;
  readonly settings: ModerationSettings;
  readonly now: () => Date;
}

/** `broken`: where the history stops being what was written. `owed`: mails that ought to have left and are not noted. */
type Audited =
  | {
      readonly outcome: 'attended';
      readonly reference: string;
      readonly facts: Fact[];
      readonly broken: Broken | undefined;
      readonly owed: string[];
    }
  | { readonly outcome: 'no-such-case' };

/** Checks the history of a case against itself, the texts that it sealed and the mails that have left. Changes nothing. */
export async function auditCase(ports: AuditPorts, submissionId: string): Promise<Audited> {
  const { cases, erased } = ports;
  const current = await cases.read(submissionId);
  const left = current ?? (await erased.read(submissionId));
  if (left === undefined) return { outcome: 'no-such-case' };
  const facts = await cases.facts(left);
  const seals = current === undefined ? new Map<number, string>() : await sealsOf(cases, current);
  const owed = current === undefined ? [] : await owedBy(ports, current);
  return { outcome: 'attended', reference: left.reference, facts, broken: firstBroken(facts, seals), owed };
}

/** What the text of each round comes to now. */
async function sealsOf(cases: CaseStore, { id, round, salt }: Case): Promise<ReadonlyMap<number, string | undefined>> {
  const numbers = Array.from({ length: round.number }, (_, index) => index + 1);
  const sealed = numbers.map(async (number) => {
    const text = number === round.number ? round : await cases.earlierRound(id, number);
    return [number, text && sealOf(salt, hashOf(text.content)).seal] as const;
  });
  return new Map(await Promise.all(sealed));
}

/** Nothing is owed to who has left or whose address takes no mail, nor to a submitter while mail to them is held back. */
async function owedBy({ cases, settings, now }: AuditPorts, current: Case): Promise<string[]> {
  const sent = await cases.sentMails(current.id);
  const isHeldBack = (current.mailHeldUntil ?? '') > now().toISOString();
  const owed = owedMails(current).filter((mail) => {
    const recipient = recipientOf(settings, current, mail);
    if (recipient === undefined || isRefused(current, recipient.email)) return false;
    return !(isHeldBack && mail.moderator === undefined);
  });
  return owed.map(({ key }) => key).filter((key) => !sent.has(key));
}
