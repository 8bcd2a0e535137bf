/** The methods that an address takes, from the list of all routes (`GET /forms/{form}`). */
export function methodsAt(routes: readonly string[], path: string): string[] {
  const methods = routes.flatMap((route) => {
    const [method = '', pattern = ''] = route.split(' ');
    return matches(pattern, path) ? [method] : [];
  });
  return [...new Set(methods)];
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const parts = path.split('/');
  if (wanted.length !== parts.length) return false;
  return wanted.every((part, index) => part === parts[index] || (part.startsWith('{') && parts[index] !== ''));
}
