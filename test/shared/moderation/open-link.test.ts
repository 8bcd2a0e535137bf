import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { newSecret } from '#shared/aws/system.ts';
import { linkLife, newLink } from '#shared/case/case-links.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { remembered, secretHash } from '#shared/links/link.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { aCase, later, noon } from '#test/support/cases.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

const tables = useTables();
const ports = (now = noon) => ({
  links: createLinkStore(tables.documents, submissionsTable, newSecret),
  cases: createCaseStore(tables.documents, submissionsTable),
  now: () => now,
});

async function mailed() {
  const current = aCase('awaiting-confirmation');
  await ports().cases.create(current);
  return { current, secret: await ports().links.mint(newLink('confirm', current, noon)) };
}

describe('opening a link', () => {
  it('finds its case, and changes nothing however often', async () => {
    const { current, secret } = await mailed();
    for (let time = 0; time < 3; time += 1) {
      const opened = await openLink(ports(), 'confirm', secret);
      expect(opened).toEqual({ kind: 'open', case: current, link: newLink('confirm', current, noon) });
    }
    expect(await ports().cases.read(current.id)).toEqual(current);
  });

  it('is for what it was mailed for', async () => {
    const { secret } = await mailed();
    for (const kind of ['review', 'revise', 'status'] as const) {
      expect(await openLink(ports(), kind, secret)).toEqual({ kind: 'unknown' });
    }
  });

  it.each(['', 'short', 'a'.repeat(43), `${'a'.repeat(43)}=`, '../'.repeat(15), 'a'.repeat(5000), '\u0000'.repeat(43)])(
    'knows no %j',
    async (secret) => {
      expect(await openLink(ports(), 'confirm', secret)).toEqual({ kind: 'unknown' });
    },
  );

  it('says that it has expired, then forgets it', async () => {
    const { secret } = await mailed();
    const end = later(noon, { ms: linkLife('confirm') });
    expect(await openLink(ports(later(end, { days: 1 })), 'confirm', secret)).toMatchObject({
      kind: 'expired',
      case: { form: 'initiative' },
    });
    expect(await openLink(ports(later(end, { ms: remembered, days: 1 })), 'confirm', secret)).toEqual({
      kind: 'unknown',
    });
  });

  it('knows no link whose case was never made', async () => {
    const secret = await ports().links.mint(newLink('status', aCase(), noon));
    expect(await openLink(ports(), 'status', secret)).toEqual({ kind: 'unknown' });
  });

  it('is not possible with what the table holds', async () => {
    const { current, secret } = await mailed();
    const Key = { pk: `link#${secretHash(secret)}`, sk: 'link' };
    const { Item } = await tables.documents.send(new GetCommand({ TableName: submissionsTable, Key }));
    expect(Item).toMatchObject({ kind: 'confirm', submissionId: current.id });
    expect(JSON.stringify(Item)).not.toContain(secret);
  });
});
