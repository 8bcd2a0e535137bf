import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formTexts } from '#shared/pages/texts/form.ts';
import { statusTexts } from '#shared/pages/texts/status.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { example } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { headingOf, press } from './person.ts';

const { formAddress, mails, world } = await startWorld();
const site = createServer();
let elsewhere = '';
beforeAll(async () => {
  // The world is at localhost, so that this is another site to browsers.
  await once(site.listen(0, '127.0.0.1'), 'listening');
  const address = site.address();
  if (typeof address !== 'object' || address === null) throw new Error('The other site has no port');
  elsewhere = `http://127.0.0.1:${address.port}/`;
});
afterAll(() => site.close());

describeInBrowser('A website that may not send in the form', (openPage) => {
  test('leads people to ours, where what they typed waits to be sent', async () => {
    const written = example('dk-cykler-til-alle');
    site.once('request', (_, response) => response.setHeader('content-type', 'text/html').end(pageWith(written)));
    const page = await openPage({ locale: 'da-DK', javaScriptEnabled: false });
    await page.goto(elsewhere);
    expect(await press(page.getByRole('button'))).toBe(403);
    expect(await page.locator('.ds-error-summary').innerText()).toContain(formTexts.in('da').sendFromHere);
    expect(await page.locator('[name=title]').inputValue()).toBe(written.title);
    await world.rest();
    expect(await mails(written.contact.email)).toEqual([]);

    expect(await press(page.getByRole('button', { name: formTexts.in('da').send, exact: true }))).toBe(200);
    expect(await headingOf(page)).toBe(statusTexts.in('da').thanks);
    await world.rest();
    expect(await mails(written.contact.email)).toHaveLength(1);
  });

  test('is told so where its script can read it, however often it tries', async () => {
    const written = example('dk-cykler-til-alle');
    site.once('request', (_, response) => response.setHeader('content-type', 'text/html').end('<!DOCTYPE html>'));
    const page = await openPage();
    await page.goto(elsewhere);
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'a-key-that-is-long-enough' };
    const request = JSON.stringify({ method: 'POST', headers, body: JSON.stringify(written) });
    for (let time = 0; time < 2; time += 1) {
      const told = await page.evaluate(`fetch('${formAddress}', ${request}).then((answer) => answer.json())`);
      expect(told).toMatchObject({ status: 403, code: 'cross-site' });
    }
    await world.rest();
    expect(await mails(written.contact.email)).toEqual([]);
  });
});

/** A form of another website, filled in. */
function pageWith(fields: object): string {
  const hidden = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((one) => hidden(name, one)).join('');
    if (typeof value === 'object' && value !== null)
      return Object.entries(value)
        .map(([inner, one]) => hidden(`${name}[${inner}]`, one))
        .join('');
    return `<textarea name="${name}">${String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</textarea>`;
  };
  const controls = Object.entries(fields)
    .map(([name, value]) => hidden(name, value))
    .join('');
  return `<!DOCTYPE html><meta charset="utf-8"><form method="post" action="${formAddress}">${controls}<button>Send</button></form>`;
}
