/** Finds the route of an HTTP API for a request, by the precedence of API Gateway. Pure. */

export type Route<Target> = { key: string; target: Target };
export type Match<Target> = { route: Route<Target>; parameters: Record<string, string> };
export type FindRoute<Target> = (method: string, path: string) => Match<Target> | undefined;

type Pattern<Target> = { route: Route<Target>; method: string; segments: string[]; greedy: string | undefined };

const parameterName = (segment: string) => /^\{([^}+]+)\}$/.exec(segment)?.[1];

/**
 * Prepares a route table. The most specific path wins: each segment written out beats `{param}`, which beats
 * `{proxy+}`; `$default` comes last. Of the same path, the method written out beats `ANY`.
 */
export function routeTable<Target>(routes: Route<Target>[]): FindRoute<Target> {
  const fallback = routes.find((route) => route.key === '$default');
  const patterns = routes.filter((route) => route !== fallback).map(patternOf);
  patterns.sort(bySpecificity);

  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const pattern of patterns) {
      if (pattern.method !== 'ANY' && pattern.method !== method) continue;
      const parameters = parametersOf(pattern, segments);
      if (parameters) return { route: pattern.route, parameters };
    }
    return fallback && { route: fallback, parameters: {} };
  };
}

function patternOf<Target>(route: Route<Target>): Pattern<Target> {
  const [method = '', path = ''] = route.key.split(' ');
  const segments = path.split('/').slice(1);
  const greedy = /^\{([^}]+)\+\}$/.exec(segments.at(-1) ?? '')?.[1];
  return { route, method, segments: greedy === undefined ? segments : segments.slice(0, -1), greedy };
}

function bySpecificity<Target>(one: Pattern<Target>, other: Pattern<Target>): number {
  const rank = ({ segments, greedy }: Pattern<Target>, index: number) => {
    const segment = segments[index];
    if (segment === undefined) return greedy === undefined ? 3 : 2;
    return parameterName(segment) === undefined ? 0 : 1;
  };
  const longest = Math.max(one.segments.length, other.segments.length) + 1;
  for (let index = 0; index < longest; index += 1) {
    const difference = rank(one, index) - rank(other, index);
    if (difference !== 0) return difference;
  }
  return Number(one.method === 'ANY') - Number(other.method === 'ANY');
}

function parametersOf<Target>(pattern: Pattern<Target>, segments: string[]): Record<string, string> | undefined {
  const { segments: wanted, greedy } = pattern;
  if (greedy === undefined ? segments.length !== wanted.length : segments.length <= wanted.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const actual = segments[index] ?? '';
    const name = parameterName(segment);
    if (name === undefined ? segment !== actual : actual === '') return undefined;
    if (name !== undefined) parameters[name] = decoded(actual);
  }
  if (greedy !== undefined) parameters[greedy] = segments.slice(wanted.length).map(decoded).join('/');
  return parameters;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
