/** Finds the route of an HTTP API for a request, by the precedence of API Gateway. Pure. */

export type Route<Target> = { key: string; target: Target };
export type Match<Target> = { route: Route<Target>; parameters: Record<string, string> };
export type FindRoute<Target> = (method: string, path: string) => Match<Target> | undefined;

type Pattern<Target> = { route: Route<Target>; method: string; segments: string[]; rank: string };

const parameterName = (segment: string) => /^\{([^}]+)\}$/.exec(segment)?.[1];

/** A method written out, and a path of segments that are either written out or one `{param}`. */
const knownKey = /^(?:\$default|(?!ANY )[A-Z]+ (?:\/(?:[^/{}+ ]*|\{[^/{}+ ]+\}))+)$/;

/** @throws for a route that is not known here (any method, the rest of a path), naming `where`. */
export function checkRouteKey(key: string, where: string): void {
  if (!knownKey.test(key)) throw new Error(`${where}: the route ${key} is not known here`);
}

/** Prepares a route table. The most specific path wins: a segment written out beats `{param}`; `$default` comes last. */
export function routeTable<Target>(routes: Route<Target>[]): FindRoute<Target> {
  const fallback = routes.find((route) => route.key === '$default');
  const patterns = routes.filter((route) => route !== fallback).map(patternOf);
  patterns.sort((one, other) => (one.rank < other.rank ? -1 : 1));

  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const pattern of patterns) {
      if (pattern.method !== method) continue;
      const parameters = parametersOf(pattern, segments);
      if (parameters) return { route: pattern.route, parameters };
    }
    return fallback && { route: fallback, parameters: {} };
  };
}

function patternOf<Target>(route: Route<Target>): Pattern<Target> {
  const [method = '', path = ''] = route.key.split(' ');
  const segments = path.split('/').slice(1);
  // Only paths of the same length compete: the first segment in which they differ in kind decides.
  const rank = segments.map((segment) => (parameterName(segment) === undefined ? 'a' : 'b')).join('');
  return { route, method, segments, rank };
}

function parametersOf<Target>(pattern: Pattern<Target>, segments: string[]): Record<string, string> | undefined {
  if (segments.length !== pattern.segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.segments.entries()) {
    const actual = segments[index] ?? '';
    const name = parameterName(segment);
    if (name === undefined ? segment !== actual : actual === '') return undefined;
    if (name !== undefined) parameters[name] = decoded(actual);
  }
  return parameters;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
