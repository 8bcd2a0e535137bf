import type { Request } from '#shared/http/request.ts';

/** The address of a review page with its query, also while a POST below it is answered. */
export function reviewAddress({ parameters, query }: Pick<Request, 'parameters' | 'query'>): string {
  const address = `/review/${parameters['secret'] ?? ''}`;
  return query.size === 0 ? address : `${address}?${query}`;
}
