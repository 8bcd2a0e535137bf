import { describe, expect, it } from 'vitest';
import { newSecret } from '#shared/aws/system.ts';
import { linkAddress, secretHash } from '#shared/links/link.ts';

describe('a link', () => {
  it('has its secret in the path', () => {
    expect(linkAddress('https://clearing.example', 'confirm', 'x')).toBe('https://clearing.example/confirm/x');
  });
});

describe('a secret', () => {
  it('is 256 random bits in 43 characters, never twice the same', () => {
    const secrets = Array.from({ length: 1000 }, newSecret);
    expect(new Set(secrets).size).toBe(1000);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('is stored as its hash only', () => {
    expect(secretHash('a')).toMatch(/^[0-9a-f]{64}$/);
    expect(secretHash('a')).not.toBe(secretHash('b'));
  });
});
