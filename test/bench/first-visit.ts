import { connect } from 'node:net';
import { visitBounds } from './bounds.ts';
import { inLocalWorld } from './local-world.ts';
import { against, type Topic } from './table.ts';

/** The pages that people come to first, and nothing of them is in their browser yet. */
export const firstPages = ['/', '/forms/initiative'] as const;
export type FirstPage = (typeof firstPages)[number];

/** What was sent to somebody who opened a page for the first time, in bytes with headers: the page and all that it loads. */
export interface Visit {
  readonly page: FirstPage;
  readonly html: number;
  readonly files: number;
}

/** What a first visit to a page of the service at an address takes, counted at the socket. */
export async function visit(origin: string, page: FirstPage): Promise<Visit> {
  const html = await received(new URL(page, origin));
  const loaded = new Set(html.toString('latin1').match(/(?<=(?:href|src)=")\/assets\/[^"]+/g));
  if (loaded.size === 0) throw new Error(`${page} loads no style: it cannot be the page that a person sees`);
  const files = await Promise.all([...loaded].map((path) => received(new URL(path, origin))));
  return { page, html: html.length, files: files.reduce((sum, file) => sum + file.length, 0) };
}

export const kilobytesOf = ({ html, files }: Visit) => (html + files) / 1024;

/** Every byte of the answer, as a browser asks for it over HTTPS. */
function received({ hostname, port, pathname }: URL): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      const answer = Buffer.concat(chunks);
      if (answer.toString('latin1', 9, 12) === '200') resolve(answer);
      else reject(new Error(`${pathname} was answered with ${answer.toString('latin1', 0, 15)}`));
    });
    const headers = ['Accept: text/html,*/*;q=0.8', 'Accept-Encoding: gzip, deflate, br, zstd', 'Connection: close'];
    socket.write([`GET ${pathname} HTTP/1.1`, `Host: ${hostname}:${port}`, ...headers, '', ''].join('\r\n'));
  });
}

/** What first visits weigh. */
export async function firstVisits(): Promise<Topic> {
  const visits = await inLocalWorld(({ origin }) => Promise.all(firstPages.map((page) => visit(origin, page))));
  return {
    heading: 'A first visit',
    columns: ['page', 'KB on the wire', 'of these the page', 'what it loads'],
    rows: visits.map((one) => [
      `\`${one.page}\``,
      against(visitBounds[one.page], kilobytesOf(one), 1),
      (one.html / 1024).toFixed(1),
      (one.files / 1024).toFixed(1),
    ]),
    notes: ['KB of 1,024 bytes, with headers, as sent to a browser that takes every encoding and has nothing yet.'],
    misses: visits
      .filter((one) => kilobytesOf(one) > visitBounds[one.page])
      .map((one) => `${one.page} takes ${kilobytesOf(one).toFixed(1)} KB`),
  };
}
