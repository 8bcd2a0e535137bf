import { cleanLine } from '#shared/case/clean-line.ts';

/* Texts of others that go into a mail: titles and names. Everything else in a letter is ours. */

const longestInSubject = 80;
const longestName = 60;
/** Characters of addresses and phone numbers, with the dots that mail programs take for ASCII: `example。com`. */
const neverInNames = /[/\\@:<>\p{N}。．｡․﹒＠／：]|\.\p{L}{2}/u;

/** Where a space takes an address apart: `https: //`, `mailto: me`, `example. com`, `www. 1177`, `\ \server`. */
const joints = /:(?=\/\/)|(?<=\b(?:mailto|tel)):(?=\S)|[.。．｡․﹒](?=\p{L})|(?<=\p{L})[.。．｡․﹒](?=\p{N})|\\(?=\\)/giu;
/** Four numbers and the dots between them: a host by its number. */
const hostNumber = /\d+(?:[.。．｡․﹒]\d+){3}/gu;

/**
 * A title or a name of an organisation in a mail of ours: one clean line in which mail programs find nothing to make a link
 * of, as they do with `example.com/win`.
 */
export function plainLine(text: string): string {
  return cleanLine(text)
    .replace(joints, '$& ')
    .replace(hostNumber, (host) => host.replace(/[^\d]/gu, '$& '));
}

/** A title that is fit for a subject: one clean line of at most 80 code points. */
export function titleForSubject(title: string): string {
  const characters = [...plainLine(title)];
  if (characters.length <= longestInSubject) return characters.join('');
  return `${characters
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
