import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { newSecret } from '#shared/aws/system.ts';
import { linkLife, newLink } from '#shared/case/case-links.ts';
import { type LinkKind, remembered, secretHash } from '#shared/links/link.ts';
import { createLinkStore } from '#shared/links/link-store.ts';
import { aCase, later, noon } from '#test/support/cases.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

const tables = useTables();

/** What the table holds of a link that was minted at noon. */
async function stored(kind: LinkKind) {
  const secret = await createLinkStore(tables.documents, submissionsTable, newSecret).mint(
    newLink(kind, aCase(), noon),
  );
  const Key = { pk: `link#${secretHash(secret)}`, sk: 'link' };
  return (await tables.documents.send(new GetCommand({ TableName: submissionsTable, Key }))).Item;
}

it('tells the table when it may drop a link: some time after its end', async () => {
  expect(await stored('revise')).toMatchObject({
    forgetAt: later(noon, { ms: linkLife('revise') + remembered }).getTime() / 1000,
  });
});

it('lets the table keep a status link, which goes with its case', async () => {
  const item = await stored('status');
  expect(item).toMatchObject({ kind: 'status' });
  expect(item).not.toHaveProperty('forgetAt');
});
