import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Case } from '#shared/case/case.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { entryIdOf } from '#shared/case/publication.ts';
import { Link, type LinkKind } from '#shared/links/link.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import { recipientOf } from '#shared/moderation/correspondents.ts';
import { owedMails } from '#shared/moderation/owed-mails.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import { initiativesTable, submissionsTable } from '#test/support/tables.ts';
import type { KeptMail } from './edge/mailbox.ts';
import { type Asked, operationOf } from './edge/wire.ts';

const Put = z.object({
  Item: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
});

/**
 * Stands beside AWS and sees what must never be, when it is: a mail that nobody is owed or whose links lead nowhere, an entry
 * of the catalogue that was not decided. Reads by a way of its own.
 */
export function witnessOf(settings: ModerationSettings) {
  const faults: string[] = [];
  const ids = new Set<string>();
  let known: Case[] | undefined;
  let own: DynamoDBDocumentClient | undefined;

  function stores() {
    if (own === undefined) throw new Error('The witness sees nothing yet');
    return { cases: createCaseStore(own, submissionsTable), links: createLinkStore(own, submissionsTable, () => '') };
  }

  async function heads(): Promise<Case[]> {
    const { cases } = stores();
    known ??= (await Promise.all([...ids].map((id) => cases.read(id)))).filter((one) => one !== undefined);
    return known;
  }

  return {
    faults,
    heads,
    watch(documents: DynamoDBDocumentClient): void {
      own = documents;
    },

    async mail({ to, subject, text }: KeptMail): Promise<void> {
      const all = await heads();
      const owes = (of: Case) => owedMails(of).some((owed) => recipientOf(settings, of, owed)?.email === to);
      if (!all.some(owes)) faults.push(`${to} got “${subject}”, which nobody owed them then`);
      for (const { kind, secret } of linksIn(text)) {
        const link = await stores().links.find(secret);
        if (link?.kind !== kind) faults.push(`${to} got “${subject}” with a dead link to ${kind}`);
      }
    },

    async before(asked: Asked): Promise<void> {
      if (operationOf(asked) !== 'PutItem' || !asked.body.includes(`"${initiativesTable}"`)) return;
      const { Item } = Put.parse(JSON.parse(asked.body));
      const of = (await heads()).find((one) => entryIdOf(one) === Item.pk.S);
      const isDecided = of?.decision?.decision === 'approve' && ['approved', 'published'].includes(of.status);
      if (!isDecided) faults.push(`${Item.sk.S} of the catalogue was written of a case that is ${of?.status}`);
    },

    after(asked: Asked): void {
      if (operationOf(asked) !== 'PutItem' || !asked.body.includes('"sk":{"S":"case"}')) return;
      ids.add(Put.parse(JSON.parse(asked.body)).Item.pk.S);
      known = undefined;
    },
  };
}

/** The links of a mail. */
export function linksIn(text: string): { kind: LinkKind; secret: string }[] {
  const found = text.matchAll(/^https:\/\/clearing\.example\/(\w+)\/([A-Za-z0-9_-]{43})$/gm);
  return [...found].map(([, kind, secret = '']) => ({ kind: Link.shape.kind.parse(kind), secret }));
}
