import type { Rate } from '#shared/intake/post-budget.ts';

/** What a client may know of its network's budget (draft-ietf-httpapi-ratelimit-headers); nothing where it was not counted. */
export function rateHeaders(rate: Rate | undefined): Record<string, string> {
  if (rate === undefined) return {};
  const { quota, windowSeconds, remaining, seconds } = rate;
  return {
    'ratelimit-policy': `"network";q=${quota};w=${windowSeconds}`,
    ratelimit: `"network";r=${remaining};t=${seconds}`,
  };
}
