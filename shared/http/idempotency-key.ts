/** 16–200 visible ASCII characters: keys of people who count from 1 would meet. */
const shape = /^[\x21-\x7e]{16,200}$/;

/** The sender's idempotency key: header or field, quoted (as in the IETF draft) or not; `invalid` when it is neither. */
export function readIdempotencyKey(
  header: string | undefined,
  field: string | undefined,
): string | undefined | 'invalid' {
  const given = header?.trim() ?? field?.trim();
  if (given === undefined) return undefined;
  const key = /^"(.*)"$/.exec(given)?.[1] ?? given;
  return shape.test(key) ? key : 'invalid';
}
