import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { clientsFor } from '../fixture/clients.ts';
import { bootFixture, discard, type FixtureWorld } from '../fixture/world.ts';

const telephone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };

describeInBrowser('the mailbox of the local world', (openPage) => {
  let world: FixtureWorld;
  beforeAll(async () => {
    world = await bootFixture();
    for (let number = 1; number <= 153; number += 1) await send(number);
  });
  afterAll(() => discard(world));

  const send = (number: number) => {
    const to = `${world.origin}/echo?mail=${number}`;
    const lines = Array.from({ length: 20 }, (_, line) => `Line ${line} of a mail as long as ours are`);
    return clientsFor(world).mail.send(
      new SendEmailCommand({
        FromEmailAddress: 'no-reply@mail.example.org',
        Destination: { ToAddresses: [`a-rather-long-address-${number}@municipality.example.org`] },
        Content: {
          Simple: {
            Subject: { Data: `Subject ${number}` },
            Body: {
              Text: { Data: [...lines, to].join('\n\n') },
              Html: {
                Data: `<!doctype html><html><head><title>x</title></head><body><script>document.title = 'ran'</script><h1>Hello ${number}</h1><a href="${to}">Answer</a></body></html>`,
              },
            },
          },
        },
      }),
    );
  };
  const open = async (viewport: { width: number; height: number }) => {
    const page = await openPage({ viewport });
    await page.goto(`${world.origin}/_local/`);
    return page;
  };
  const mail = (page: Page, number: number) => page.getByRole('article', { name: `Subject ${number}`, exact: true });
  const unfold = (page: Page, number: number) => mail(page, number).locator('summary').first().click();

  it.each([telephone, desk])('is a list to look over, the newest unfolded, $width pixels wide', async (viewport) => {
    const page = await open(viewport);
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(6_000);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    expect(await mail(page, 153).getByText('Line 7 of').first().isVisible()).toBe(true);
    expect(await mail(page, 152).isVisible()).toBe(true);
    expect(await mail(page, 152).getByText('Line 7 of').first().isVisible()).toBe(false);
    expect(await mail(page, 1).isVisible()).toBe(false);
  });

  it('unfolds a mail to its text, whose link can be followed', async () => {
    const page = await open(telephone);
    await unfold(page, 150);
    await mail(page, 150).locator('pre a').first().click();
    await page.waitForURL('**/echo?mail=150');
    expect(page.url()).toBe(`${world.origin}/echo?mail=150`);
  });

  it('unfolds the older ones, too', async () => {
    const page = await open(telephone);
    await page.getByText('133 older').click();
    await unfold(page, 1);
    expect(await mail(page, 1).getByText('Line 7 of').first().isVisible()).toBe(true);
  });

  it('shows the HTML of a mail, runs nothing in it, and lets its links be followed', async () => {
    const page = await open(desk);
    await mail(page, 153).getByText('HTML', { exact: true }).click();
    const frame = mail(page, 153).frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Hello 153' }).waitFor();
    const [, inner] = page.frames();
    expect(await inner?.title()).toBe('x');
    await frame.getByRole('link', { name: 'Answer' }).click();
    await page.waitForURL('**/echo?mail=153');
    expect(page.url()).toBe(`${world.origin}/echo?mail=153`);
  });

  it('shows the source of a mail', async () => {
    const page = await open(desk);
    await mail(page, 153).getByText('Source', { exact: true }).click();
    const source = await mail(page, 153).locator('.source').innerText();
    expect(source).toContain('To: a-rather-long-address-153@municipality.example.org');
    expect(source).toContain('<h1>Hello 153</h1>');
  });

  it.each([
    ['+10 minutes', 600_000],
    ['+3 days', 3 * 86_400_000],
  ])('moves the clock by a button: %s', async (name, ms) => {
    const page = await open(telephone);
    const before = world.now().getTime();
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForURL('**/_local/');
    const moved = world.now().getTime() - before;
    expect(moved).toBeGreaterThanOrEqual(ms);
    expect(moved).toBeLessThan(ms + 60_000);
  });
});

it('the HTML of a mail lies at an address of its own, in a sandbox, and that of no mail nowhere', async () => {
  const world = await bootFixture();
  try {
    await clientsFor(world).mail.send(
      new SendEmailCommand({
        FromEmailAddress: 'no-reply@mail.example.org',
        Destination: { ToAddresses: ['a@example.org'] },
        Content: { Simple: { Subject: { Data: 'x' }, Body: { Html: { Data: '<p>Hello</p>' } } } },
      }),
    );
    const [{ id }] = await (await world.get('/_local/mail')).json();
    const answer = await world.get(`/_local/mail/${id}/html`);
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
    expect(await answer.text()).toBe('<base target="_top"><p>Hello</p>');
    expect((await world.get('/_local/mail/none/html')).status).toBe(404);
  } finally {
    await discard(world);
  }
});
