import { createHash } from 'node:crypto';

/** No vowels (no words by accident), and nothing that looks like something else when read aloud or off paper. */
const alphabet = '23456789BCDFGHJKLMNPQRSTVWXZ';

/** The short name of a submission for people, such as `7KX4-9QTC`; the last sign checks the others. */
export function referenceOf(submissionId: string): string {
  let rest = BigInt(`0x${createHash('sha256').update(submissionId).digest('hex').slice(0, 16)}`);
  let signs = '';
  for (let place = 0; place < 7; place += 1) {
    signs += alphabet[Number(rest % 28n)];
    rest /= 28n;
  }
  return `${signs.slice(0, 4)}-${signs.slice(4)}${checkSign(signs)}`;
}

/** Whether a reference was typed without a slip. Case, spaces and the hyphen do not matter. */
export function isReference(typed: string): boolean {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '');
  return signs.length === 8 && checkSign(signs.slice(0, 7)) === signs[7];
}

/** Luhn modulo 28: finds each single wrong sign and nearly each swap of neighbours. */
function checkSign(signs: string): string | undefined {
  let sum = 0;
  for (const [place, sign] of [...signs].reverse().entries()) {
    const doubled = alphabet.indexOf(sign) * (place % 2 === 0 ? 2 : 1);
    sum += Math.floor(doubled / 28) + (doubled % 28);
  }
  return alphabet[(28 - (sum % 28)) % 28];
}
