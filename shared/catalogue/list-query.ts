import { fromCursor, type Position } from './cursor.ts';

const defaultLimit = 20;
const largestLimit = 100;

type ListQuery = { kind: 'list'; limit: number; after?: Position } | { kind: 'refused'; parameter: 'limit' | 'cursor' };

/** Reads `limit` (1–100) and `cursor` of a list address, each given once at most. */
export function readListQuery(query: URLSearchParams): ListQuery {
  const [asked = String(defaultLimit), anotherLimit] = query.getAll('limit');
  const limit = /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 0;
  if (limit < 1 || limit > largestLimit || anotherLimit !== undefined) return { kind: 'refused', parameter: 'limit' };
  const [cursor, anotherCursor] = query.getAll('cursor');
  if (cursor === undefined) return { kind: 'list', limit };
  const after = anotherCursor === undefined ? fromCursor(cursor) : undefined;
  return after === undefined ? { kind: 'refused', parameter: 'cursor' } : { kind: 'list', limit, after };
}
