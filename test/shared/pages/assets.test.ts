import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { iconHref, proverHref, stylesheetHref } from '#shared/pages/asset-names.ts';
import { assets } from '#shared/pages/assets.ts';

describe('assets', () => {
  test.each([
    { href: stylesheetHref, kind: 'site', ending: 'css', type: 'text/css; charset=utf-8' },
    { href: proverHref, kind: 'prove', ending: 'js', type: 'text/javascript; charset=utf-8' },
    { href: iconHref, kind: 'icon', ending: 'svg', type: 'image/svg+xml' },
  ])('the name of the $kind follows its content: write it into asset-names.ts', ({ href, kind, ending, type }) => {
    const asset = assets.get(href.replace('/assets/', ''));
    const hash = createHash('sha256')
      .update(asset?.body ?? '')
      .digest('hex')
      .slice(0, 10);
    expect(href).toBe(`/assets/${kind}.${hash}.${ending}`);
    expect(asset?.type).toBe(type);
  });

  test('the style is small, loads nothing else and comes with its dark colours', () => {
    const style = assets.get(stylesheetHref.replace('/assets/', ''))?.body ?? '';
    expect(Buffer.byteLength(style)).toBeLessThan(100_000);
    expect(style).not.toMatch(/@import|url\((?!"data:)/);
    expect(style).toContain('prefers-color-scheme: dark'.replace(': ', ':'));
  });
});
