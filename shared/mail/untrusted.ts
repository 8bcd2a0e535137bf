/**
 * Words of strangers on their way into a mail. Everything else in a letter is ours.
 */

const longestInSubject = 80;
const longestName = 60;
/** Signs of addresses and of numbers to call, with the dots and signs that programs take for ours: `example。com`. */
const neverInNames = /[/\\@:<>\p{N}。．｡․﹒＠／：]|\.\p{L}{2}/u;

/**
 * One line without anything that acts on the text around it: control characters and line breaks become spaces (no header
 * can begin), direction marks and other invisible signs go. The joiners stay, emoji and some scripts need them.
 */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A title that is fit for a subject: one clean line of at most 80 code points. */
export function titleForSubject(title: string): string {
  const signs = [...cleanLine(title)];
  if (signs.length <= longestInSubject) return signs.join('');
  return `${signs
    .slice(0, longestInSubject - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * The name to greet somebody by; undefined for what no person is called. The first mail goes to an address that nobody has
 * confirmed, and a "name" such as `Win at example.com` or a telephone number would make us carry somebody's advertising.
 */
export function nameToGreet(name: string): string | undefined {
  const line = cleanLine(name);
  const isName = line !== '' && [...line].length <= longestName && !neverInNames.test(line);
  return isName ? line : undefined;
}
