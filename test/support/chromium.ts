import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));

/** Without a browser its tests may be skipped on a developer's machine, never in CI: there they fail. */
export const noChromium = executablePath === undefined && process.env['CI'] === undefined;

/** Debian's Chromium, without a window. Close it when done. */
export async function openChromium(): Promise<Browser> {
  if (executablePath === undefined)
    throw new Error('No Chromium found: install the package `chromium` or set CHROMIUM');
  // Containers have no user namespaces for the sandbox; the pages are our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
