import { createHash } from 'node:crypto';

/**
 * No vowels, so that no words come out, and of characters that look alike on paper (0 O, 1 I L, 2 Z, 5 S, 8 B) at most the
 * digit. Their number is even, or the check character would miss mistakes.
 */
const alphabet = '23456789CDFGHJKMNPQRTVWX';
const base = alphabet.length;

/** The short name of a submission for people, such as `7KX4-9QTC`; the last character checks the others. */
export function referenceOf(submissionId: string): string {
  let rest = BigInt(`0x${createHash('sha256').update(submissionId).digest('hex').slice(0, 16)}`);
  let characters = '';
  for (let index = 0; index < 7; index += 1) {
    characters += alphabet[Number(rest % BigInt(base))];
    rest /= BigInt(base);
  }
  return `${characters.slice(0, 4)}-${characters.slice(4)}${checkCharacter(characters)}`;
}

/** Luhn modulo 24: finds each single wrong character and nearly each swap of neighbours. */
function checkCharacter(characters: string): string | undefined {
  let sum = 0;
  for (const [index, character] of [...characters].reverse().entries()) {
    const doubled = alphabet.indexOf(character) * (index % 2 === 0 ? 2 : 1);
    sum += Math.floor(doubled / base) + (doubled % base);
  }
  return alphabet[(base - (sum % base)) % base];
}
