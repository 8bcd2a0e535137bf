import { createHash } from 'node:crypto';

/**
 * No vowels (no words by accident), and of signs that look alike on paper (0 O, 1 I L, 2 Z, 5 S, 8 B) at most the digit.
 * Their number is even, or the check sign would miss slips.
 */
const alphabet = '23456789CDFGHJKMNPQRTVWX';
const base = alphabet.length;

/** The short name of a submission for people, such as `7KX4-9QTC`; the last sign checks the others. */
export function referenceOf(submissionId: string): string {
  let rest = BigInt(`0x${createHash('sha256').update(submissionId).digest('hex').slice(0, 16)}`);
  let signs = '';
  for (let place = 0; place < 7; place += 1) {
    signs += alphabet[Number(rest % BigInt(base))];
    rest /= BigInt(base);
  }
  return `${signs.slice(0, 4)}-${signs.slice(4)}${checkSign(signs)}`;
}

/** Whether a reference was typed without a slip. Case, spaces and the hyphen do not matter. */
export function isReference(typed: string): boolean {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '');
  const isOurs = signs.length === 8 && [...signs].every((sign) => alphabet.includes(sign));
  return isOurs && checkSign(signs.slice(0, 7)) === signs[7];
}

/** Luhn modulo 24: finds each single wrong sign and nearly each swap of neighbours. */
function checkSign(signs: string): string | undefined {
  let sum = 0;
  for (const [place, sign] of [...signs].reverse().entries()) {
    const doubled = alphabet.indexOf(sign) * (place % 2 === 0 ? 2 : 1);
    sum += Math.floor(doubled / base) + (doubled % base);
  }
  return alphabet[(base - (sum % base)) % base];
}
