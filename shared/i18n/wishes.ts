/** One wish of an `Accept-…` header: a name in lower case, and how much it is wanted; 0 refuses it. */
export interface Wish {
  readonly name: string;
  readonly weight: number;
}

/** Browsers send a handful. Whoever sends thousands does not get to keep us busy with them. */
export const mostWishes = 30;

/** The first wishes of an `Accept-Language` or `Accept-Encoding` header (RFC 9110 §12.4.2), as they stand there. */
export function wishesOf(header: string): Wish[] {
  return header.split(',', mostWishes).map((part) => {
    const [name = '', ...parameters] = part.split(';');
    const q = parameters.map((parameter) => /^\s*q=(.*)$/i.exec(parameter)?.[1]).find((value) => value !== undefined);
    return { name: name.trim().toLowerCase(), weight: q === undefined ? 1 : Number(q) };
  });
}
