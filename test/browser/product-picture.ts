/**
 * Draws `.github/product.png` for the README: the form and an entry of the catalogue, side by side, as this code shows them.
 *
 *   npm run picture:product
 *
 * It runs a world of its own on free ports, sends examples through it the way a person would, and needs Chromium where
 * `test/support/browser.ts` needs it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { synthesize } from '#infra/app.ts';
import { bootWorld } from '#infra/local/world.ts';
import { mostPictureBytes, productPicture } from '#test/documents/bounds.ts';
import { example, serviceAt } from '#test/support/story.ts';

/** The entry that is shown is the last to be published. */
const examples = ['fi-kielikahvila-kirjastossa', 'se-oppen-forskola-pa-fem-sprak', 'nordic-border-job-fair'];
const size = { width: 1200, height: 750 };
const gap = 24;
/** What a page has of the picture, and how wide its window is: drawn at this scale and not shrunk afterwards. */
const shown = { width: (size.width - 3 * gap) / 2, height: size.height - 2 * gap };
const windowWidth = 800;
const scale = shown.width / windowWidth;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const folder = mkdtempSync(join(tmpdir(), 'clearing-centre-picture-'));
const assembly = join(folder, 'assembly');
await synthesize('local', assembly);
// The same day each time, so that the picture changes only with what it shows.
const startTime = new Date('2026-09-01T09:00:00Z');
const world = await bootWorld({ assembly, dataDir: join(folder, 'data'), port: 0, awsPort: 0, startTime });
try {
  const entry = await publishAll();
  const pages = [await photograph(browser, `${world.origin}/forms/initiative`), await photograph(browser, entry)];
  const picture = await sideBySide(browser, pages);
  if (picture.length > mostPictureBytes) throw new Error(`The picture has ${picture.length} bytes, more than allowed`);
  writeFileSync(join(import.meta.dirname, '..', '..', productPicture), picture);
  console.log(`${productPicture}: ${Math.round(picture.length / 1024)} KB`);
} finally {
  await browser.close();
  await world.rest();
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Sends the examples through, one after the other; gives the address of the last one's page. */
async function publishAll(): Promise<string> {
  const service = serviceAt(world.origin, world.rest);
  let address = world.origin;
  for (const name of examples) {
    const story = await service.begin(example(name));
    await story.confirm();
    await story.approve();
    address = service.at(`/initiatives/${await story.entryId()}`);
  }
  return address;
}

async function photograph(from: Browser, address: string): Promise<Buffer> {
  const viewport = { width: windowWidth, height: Math.ceil(shown.height / scale) };
  const opened = await from.newPage({ viewport, deviceScaleFactor: scale, locale: 'en-GB', colorScheme: 'light' });
  const answer = await opened.goto(address);
  if (answer?.status() !== 200) throw new Error(`${address} answers ${answer?.status()}`);
  const picture = await opened.screenshot();
  await opened.close();
  return picture;
}

/** The pages as windows on a quiet ground. Drawn by the browser too, so that nothing else is needed. */
async function sideBySide(from: Browser, pictures: readonly Buffer[]): Promise<Buffer> {
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`);
  const ground = await from.newPage({ viewport: size });
  await ground.setContent(`<!doctype html><style>
    body { margin: ${gap}px; display: flex; gap: ${gap}px; background: #d9e2ea }
    img { width: ${shown.width}px; height: ${shown.height}px; object-fit: none; object-position: top left; border-radius: 8px }
  </style>${images.join('')}`);
  const picture = await ground.screenshot();
  await ground.close();
  return picture;
}
