import { wishesOf } from '#shared/i18n/wishes.ts';

/** The first of the offered encodings that an `Accept-Encoding` header takes; undefined when it takes none (RFC 9110 §12.5.3). */
export function acceptedEncoding<Name extends string>(header: string, offered: readonly Name[]): Name | undefined {
  const weights = new Map(wishesOf(header).map(({ name, weight }) => [name, weight]));
  return offered.find((name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}
