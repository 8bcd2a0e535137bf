import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { fromCursor, toCursor } from '#shared/catalogue/cursor.ts';
import type { Initiative } from '#shared/catalogue/initiative.ts';
import { createCatalogue, createPublisher } from '#shared/catalogue/initiative-store.ts';
import { content, noon } from '#test/support/cases.ts';
import { initiativesTable, useTables } from '#test/support/tables.ts';

function published(publishedAt: string, changes: Record<string, unknown> = {}): Initiative {
  const { contact: _contact, ...shown } = content;
  return { ...shown, id: v7(), kind: 'initiative', version: 1, publishedAt, updatedAt: publishedAt, ...changes };
}

/** A catalogue for the tests of one `describe`, empty before the first of them. */
function useCatalogue() {
  const tables = useTables();
  const catalogue = () => createCatalogue(tables.documents, initiativesTable);
  return {
    tables,
    catalogue,
    publisher: () => createPublisher(tables.documents, initiativesTable, () => noon),
    /** Every page of the list with its cursor sent through an address, as readers do. */
    async walk(limit: number): Promise<Initiative[][]> {
      const pages: Initiative[][] = [];
      let cursor: string | undefined;
      do {
        const position = cursor === undefined ? undefined : fromCursor(cursor);
        const { items, next } = await catalogue().list(limit, position);
        pages.push([...items]);
        cursor = next && toCursor(next);
      } while (cursor !== undefined);
      return pages;
    },
  };
}

describe('a new catalogue', () => {
  const { catalogue } = useCatalogue();

  it('is an empty list at first', async () => {
    expect(await catalogue().list(20)).toEqual({ items: [], next: undefined });
    expect(await catalogue().read(v7())).toEqual({ kind: 'unknown' });
  });
});

describe('the list of the catalogue', () => {
  const { publisher, walk } = useCatalogue();

  it('gives all, newest first, page by page across months and gaps, each once', async () => {
    const days = ['2025-01-31', '2025-02-01', '2025-02-01', '2025-12-31', '2026-01-01', '2026-01-02', '2026-03-01'];
    const all = days.map((day, hour) => published(`${day}T0${hour}:00:00.000Z`));
    for (const one of [...all].sort(() => 0.5)) await publisher().publish(one, 1);
    const expected = [...all].reverse().map(({ id }) => id);
    for (const limit of [1, 2, 3, 7, 100]) {
      const pages = await walk(limit);
      expect(pages.flat().map(({ id }) => id)).toEqual(expected);
      expect(pages.map((page) => page.length)).toEqual(
        [...Array(Math.ceil(7 / limit)).keys()].map((at) => Math.min(limit, 7 - at * limit)),
      );
    }
  });
});

describe('the catalogue', () => {
  const { catalogue, publisher } = useCatalogue();

  it('shows an initiative as it was published, without what only the table needs', async () => {
    const one = published('2024-05-05T05:05:05.000Z');
    await publisher().publish(one, 1);
    expect(await catalogue().read(one.id)).toEqual({ kind: 'public', initiative: one });
  });

  it('loses nothing of a month whose entries are so long that the table answers in parts', async () => {
    const text = 'å'.repeat(8000);
    const long = { description: text, results: text, lessons: text, transferability: text };
    const all = Array.from({ length: 40 }, (_, at) =>
      published(`2023-07-01T00:00:${String(at).padStart(2, '0')}.000Z`, long),
    );
    for (const one of all) await publisher().publish(one, 1);
    const after = { month: '2023-07', newest: `2023-07-02T00:00:00.000Z#${v7()}` };
    const { items } = await catalogue().list(100, after);
    expect(items.map(({ id }) => id)).toEqual([...all].reverse().map(({ id }) => id));
  });

  it.each(['x'.repeat(3000), '', 'calendar', '../', '\u0000'])('knows no %.40j', async (id) => {
    expect(await catalogue().read(id)).toEqual({ kind: 'unknown' });
  });

  it('finds nothing after a position that never was, and does not fail', async () => {
    const positions = ['1999-01-01T00:00:00.000Z#a', '9999-01-01T00:00:00.000Z#a'];
    for (const newest of positions) expect((await catalogue().list(5, { month: '1999-01', newest })).items).toEqual([]);
  });
});

describe('publishing', () => {
  const { tables, catalogue, publisher, walk } = useCatalogue();

  it('twice is publishing once', async () => {
    const one = published('2022-02-02T02:02:02.000Z');
    await publisher().publish(one, 1);
    await publisher().publish(one, 1);
    expect(await catalogue().read(one.id)).toEqual({ kind: 'public', initiative: one });
    expect((await walk(50)).flat().filter(({ id }) => id === one.id)).toHaveLength(1);
  });

  it('a newer version shows that one at the same position of the list; an older never comes back', async () => {
    const first = published('2021-01-01T00:00:00.000Z');
    const second = {
      ...first,
      version: 2,
      title: 'Språkvänner, nu i hela länet',
      updatedAt: '2021-06-01T00:00:00.000Z',
    };
    await publisher().publish(first, 1);
    await publisher().publish(second, 2);
    await publisher().publish(first, 1);
    expect(await catalogue().read(first.id)).toEqual({ kind: 'public', initiative: second });
    expect((await walk(50)).flat().filter(({ id }) => id === first.id)).toEqual([second]);
    const Key = { pk: first.id, sk: 'version#1' };
    const { Item } = await tables.documents.send(new GetCommand({ TableName: initiativesTable, Key }));
    expect(Item).toMatchObject(first);
  });
});

describe('a catalogue that fails', () => {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-north-1' }));
  const table = mockClient(documents);

  it('says so to whoever asks for its health, to readers and to the publisher', async () => {
    table.on(GetCommand).rejects(new Error('down')).on(PutCommand).rejects(new Error('down'));
    await expect(createCatalogue(documents, 'Public').check()).rejects.toThrow('down');
    await expect(createCatalogue(documents, 'Public').list(5)).rejects.toThrow('down');
    await expect(
      createPublisher(documents, 'Public', () => noon).publish(published(noon.toISOString()), 1),
    ).rejects.toThrow('down');
  });

  it('is asked for one page, never for more than it shows and one', async () => {
    table.reset();
    table.on(GetCommand).resolves({ Item: { months: new Set(['2026-01', '2026-02']) } });
    table.on(QueryCommand).resolves({ Items: [] });
    await createCatalogue(documents, 'Public').list(20);
    const queries = table.commandCalls(QueryCommand).map((call) => call.args[0].input);
    expect(queries.map((query) => query.ExpressionAttributeValues)).toEqual([
      { ':month': '2026-02' },
      { ':month': '2026-01' },
    ]);
    for (const query of queries)
      expect(query).toMatchObject({ IndexName: 'newest', ScanIndexForward: false, Limit: 21 });
    expect(table.commandCalls(UpdateCommand)).toEqual([]);
  });
});
