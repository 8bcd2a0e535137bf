import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { newSecret } from '#shared/aws/system.ts';
import { linkLife, newLink, newLinkOfRepeat, repeatLife } from '#shared/case/case-links.ts';
import { Link, remembered, secretHash } from '#shared/links/link.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import { aCase, later, noon } from '#test/support/cases.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

const tables = useTables();

/** What the table holds of a link. */
async function stored(link: Link) {
  const secret = await createLinkStore(tables.documents, submissionsTable, newSecret).mint(link);
  const Key = { pk: `link#${secretHash(secret)}`, sk: 'link' };
  return (await tables.documents.send(new GetCommand({ TableName: submissionsTable, Key }))).Item;
}

it('tells the table when it may drop a link: some time after its end', async () => {
  expect(await stored(newLink('revise', aCase(), noon))).toMatchObject({
    forgetAt: later(noon, { ms: linkLife('revise') + remembered }).getTime() / 1000,
  });
});

it('lets the table keep a status link, which goes with its case', async () => {
  const item = await stored(newLink('status', aCase(), noon));
  expect(item).toMatchObject({ kind: 'status' });
  expect(item).not.toHaveProperty('forgetAt');
  expect(item).not.toHaveProperty('expiresAt');
});

it('tells the table when it may drop the status link of a repeat', async () => {
  expect(await stored(newLinkOfRepeat(aCase(), noon))).toMatchObject({
    kind: 'status',
    forgetAt: later(noon, { ms: repeatLife + remembered }).getTime() / 1000,
  });
});

it('knows no link without an end but that to a status', () => {
  const link = { submissionId: 'id', round: 1 };
  expect(Link.safeParse({ ...link, kind: 'status' }).success).toBe(true);
  expect(Link.safeParse({ ...link, kind: 'confirm' }).success).toBe(false);
});
