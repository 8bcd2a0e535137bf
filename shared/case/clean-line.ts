/**
 * One line without anything that acts on the text around it: control characters and line breaks become spaces (no header
 * can begin), direction marks and other invisible characters go. The joiners stay, emoji and some scripts need them.
 */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
