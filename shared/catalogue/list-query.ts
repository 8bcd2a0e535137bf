import { fromCursor, type Place } from './cursor.ts';

const defaultLimit = 20;
const largestLimit = 100;

export type ListQuery =
  | { kind: 'list'; limit: number; after?: Place }
  | { kind: 'refused'; parameter: 'limit' | 'cursor' };

/** Reads `limit` (1–100) and `cursor` of a list address. */
export function readListQuery(query: URLSearchParams): ListQuery {
  const asked = query.get('limit');
  const limit = asked === null ? defaultLimit : /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  if (limit < 1 || limit > largestLimit) return { kind: 'refused', parameter: 'limit' };
  const cursor = query.get('cursor');
  if (cursor === null) return { kind: 'list', limit };
  const after = fromCursor(cursor);
  return after === undefined ? { kind: 'refused', parameter: 'cursor' } : { kind: 'list', limit, after };
}
