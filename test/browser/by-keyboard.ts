import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { idOf } from '#shared/pages/form-fields.ts';
import { focused } from './person.ts';

/** What a person does who has a keyboard only. */

type Key = 'Tab' | 'Shift+Tab';

export async function typeAt(page: Page, path: string, text: string, key: Key = 'Tab'): Promise<void> {
  await moveTo(page, `#${cssId(path)}`, key);
  await page.keyboard.type(text);
}

export async function tickAt(page: Page, path: string): Promise<void> {
  await moveTo(page, `#${cssId(path)}`);
  await page.keyboard.press('Space');
}

/** Goes to a button, a link or what unfolds, and presses it. */
export async function enterAt(page: Page, selector: string): Promise<void> {
  await moveTo(page, selector);
  await page.keyboard.press('Enter');
}

function cssId(path: string): string {
  return idOf(path).replaceAll('.', '\\.');
}

/** Far more than there are stops on a page. */
const manyStops = 200;

/** Goes from stop to stop. Each can be seen to have the focus, and none is the field that people shall not meet. */
async function moveTo(page: Page, selector: string, key: Key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < manyStops; stop += 1) {
    await page.keyboard.press(key);
    const { id: reached, isMarked } = await stopOf(page);
    expect(reached).not.toBe('subject_line');
    expect(isMarked, `${reached} shows that it has the focus`).toBe(true);
    if ((await focused(page).and(page.locator(selector)).count()) > 0) return;
  }
  throw new Error(`No way by keyboard to ${selector}`);
}

/** Where the focus is, and whether that can be seen. Boxes are marked together with their label. */
function stopOf(page: Page): Promise<{ id: string; isMarked: boolean }> {
  return page.evaluate(`(() => {
    const stop = document.activeElement;
    const marks = [stop, stop.closest('.ds-field')].filter(Boolean);
    const isOutlined = marks.some((element) => getComputedStyle(element).outlineStyle !== 'none');
    // The last stop in a date field is the button of its calendar, which the browser marks by itself.
    const isInside = stop.matches('[type=date]:not(:focus-visible)');
    return { id: stop.id, isMarked: isOutlined || isInside };
  })()`);
}
