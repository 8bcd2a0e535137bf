import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';

/** Where Debian's package puts it; `.ci/run` installs it. */
const executablePath = '/usr/bin/chromium';

/** On a developer's machine without the browser its tests are skipped; under CI nothing may be skipped, and they fail. */
const isSkipped = !existsSync(executablePath) && process.env['CI'] !== 'true';

/** Containers have no user namespaces for the sandbox, and the pages are our own. Nothing is fetched but what a page asks for. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page in a browser profile of its own: nobody's cookies, closed when the test is over. */
type OpenPage = (options?: BrowserContextOptions) => Promise<Page>;

/** Tests that need Chromium, which is started once for all of them: call it once in a file. */
export function describeInBrowser(title: string, tests: (openPage: OpenPage) => void): void {
  describe.skipIf(isSkipped)(title, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args });
    });
    afterAll(() => browser?.close());

    tests(async (options = {}) => {
      if (browser === undefined) throw new Error('The browser is open only while tests run');
      const context = await browser.newContext(options);
      // Sooner than the test runs out of time, so that a failure names what was waited for.
      context.setDefaultTimeout(30_000);
      onTestFinished(() => context.close());
      return context.newPage();
    });
  });
}
