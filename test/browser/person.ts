import type { Locator, Page } from 'playwright-core';

/** What a person does with a page besides filling in forms, and what they notice. */

/** Presses a button or follows a link, and waits for the page that answers; gives its status. */
export async function press(control: Locator): Promise<number> {
  const page = control.page();
  const answer = page.waitForResponse((response) => response.request().isNavigationRequest() && !isRedirect(response));
  const [response] = await Promise.all([answer, page.waitForEvent('load'), control.click()]);
  return response.status();
}

function isRedirect(response: { status(): number }): boolean {
  return response.status() >= 300 && response.status() < 400;
}

/** Opens the menu of languages and takes one, by its own name; gives the status of the page that answers. */
export async function chooseLanguage(page: Page, ownName: string): Promise<number> {
  const menu = page.locator('.site-languages');
  await menu.locator('summary').click();
  return press(menu.getByRole('list').getByText(ownName, { exact: true }));
}

/**
 * Unfolds the newest mail at the mailbox page that has a link of a kind and says all this, for instance to whom and about
 * what; gives the link.
 */
export async function mailedLink(mailbox: Page, kind: string, ...said: readonly string[]): Promise<Locator> {
  const link = `a[href*="/${kind}/"]`;
  const mails = mailbox.getByRole('article').filter({ has: mailbox.locator(link) });
  const mail = said.reduce((found, text) => found.filter({ hasText: text }), mails).first();
  const found = mail.locator('pre').locator(link).first();
  if (!(await found.isVisible())) await mail.locator('summary').first().click();
  return found;
}

/** What has the focus. */
export function focused(page: Page): Locator {
  return page.locator(':focus');
}

/** The language that the page says it is in. */
export function languageOf(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('lang');
}

/** The main heading. */
export async function headingOf(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText();
}

/** Everything that stands in the forms of a page: each control with its name, its value and whether it is chosen. */
export function standingIn(page: Page): Promise<unknown> {
  const controls = 'document.querySelectorAll("main form [name]")';
  return page.evaluate(`Array.from(${controls}, ({ name, value, checked }) => ({ name, value, checked }))`);
}
