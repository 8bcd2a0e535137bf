import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod/mini';

/** axe-core, as text to be run in a page. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Level A and AA of WCAG 2.0, 2.1 and 2.2. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Of WCAG 2.2; axe leaves it out unless it is asked for. */
const rules = { 'target-size': { enabled: true } };

const telephone = { width: 360, height: 740 };
/** A desk at 400 %. */
const narrowest = { width: 320, height: 600 };
const desk = { width: 1200, height: 800 };
const appearances = [
  { colorScheme: 'light', size: telephone },
  { colorScheme: 'dark', size: telephone },
  { colorScheme: 'dark', size: desk },
  { colorScheme: 'light', size: desk },
] as const;

const Findings = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }),
  ),
  ran: z.array(z.string()),
});

/** Nothing is found on the page, light and dark, on a telephone and at a desk; nor is anything lost in wide spacing. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  for (const { colorScheme, size } of appearances) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');
    const { violations, ran } = await findings(page);
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    );
    expect(found, `${colorScheme}, ${size.width} px wide`).toEqual([]);
    expect(ran).toEqual(expect.arrayContaining(['color-contrast', 'target-size', 'label', 'html-has-lang']));
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize(narrowest);
  await spaceOut(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(desk);
}

async function findings(page: Page): Promise<z.infer<typeof Findings>> {
  const options = JSON.stringify({ runOnly: tags, rules, resultTypes: ['violations'] });
  return Findings.parse(
    await page.evaluate(`axe.run(document, ${options}).then(({ violations, passes, incomplete, inapplicable }) => ({
      violations,
      ran: [violations, passes, incomplete, inapplicable].flat().map(({ id }) => id),
    }))`),
  );
}

/** Spaces of text as wide as readers may set them (WCAG 1.4.12). A sheet made by a script is not forbidden by our policy. */
export async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(`{
    const spaces = new CSSStyleSheet();
    spaces.replaceSync(\`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }
    \`);
    document.adoptedStyleSheets.push(spaces);
  }`);
}

/** Nothing lies beyond the right edge (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width } = page.viewportSize() ?? desk;
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
}
