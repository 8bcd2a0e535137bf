import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCursor, Position, toCursor } from '#shared/catalogue/cursor.ts';
import { readListQuery } from '#shared/catalogue/list-query.ts';

const position = fc
  .record({
    at: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    id: fc.uuid(),
  })
  .map(({ at, id }) => ({ month: at.toISOString().slice(0, 7), newest: `${at.toISOString()}#${id}` }));

describe('a cursor', () => {
  it('leads back to its position, and can stand in a URL as it is', () => {
    fc.assert(
      fc.property(position, (one) => {
        expect(fromCursor(toCursor(one))).toEqual(one);
        expect(toCursor(one)).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it('that was tampered with leads to some position or to none, and never throws', () => {
    fc.assert(
      fc.property(position, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (one, at, character) => {
        const characters = [...toCursor(one)];
        const found = fromCursor(characters.with(at % characters.length, character).join(''));
        expect(found === undefined || Position.safeParse(found).success).toBe(true);
      }),
    );
  });

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    '',
    'null',
    'abc!',
    encoded(null),
    encoded([]),
    encoded(['2026-01']),
    encoded(['2026-01', 5]),
    encoded(['2026-1', '2026-01-01T00:00:00.000Z#a']),
    encoded(['2026-01', 'anything else']),
    encoded(['2026-01', '2026-01-01T00:00:00.000Z#a', 'more']),
    encoded({ month: '2026-01', newest: '2026-01-01T00:00:00.000Z#a' }),
    'A'.repeat(100_000),
  ])('that we never gave leads nowhere: %.60s', (cursor) => {
    expect(fromCursor(cursor)).toBeUndefined();
  });
});

describe('the query of a list', () => {
  const read = (query: string) => readListQuery(new URLSearchParams(query));

  it.each([
    ['', 20],
    ['limit=1', 1],
    ['limit=100', 100],
    ['other=x', 20],
  ])('%j asks for %i', (query, limit) => {
    expect(read(query)).toEqual({ kind: 'list', limit });
  });

  it.each(['0', '101', '-1', '1.5', '1e1', '', 'ten', '999999', ' 5', '٣', '01'])('refuses the limit %j', (limit) => {
    expect(read(`limit=${encodeURIComponent(limit)}`)).toEqual({ kind: 'refused', parameter: 'limit' });
  });

  it('refuses what is given twice', () => {
    expect(read('limit=1&limit=1')).toEqual({ kind: 'refused', parameter: 'limit' });
    const cursor = toCursor({ month: '2026-01', newest: '2026-01-01T00:00:00.000Z#a1' });
    expect(read(`cursor=${cursor}&cursor=${cursor}`)).toEqual({ kind: 'refused', parameter: 'cursor' });
  });

  it('refuses a cursor that is none, an empty one too, and reads one that is', () => {
    expect(read('cursor=')).toEqual({ kind: 'refused', parameter: 'cursor' });
    expect(read('cursor=zzz&limit=5')).toEqual({ kind: 'refused', parameter: 'cursor' });
    const after = { month: '2026-01', newest: '2026-01-01T00:00:00.000Z#a1' };
    expect(read(`cursor=${toCursor(after)}`)).toEqual({ kind: 'list', limit: 20, after });
  });
});
