import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import base from '@digdir/designsystemet-css/base.css' with { type: 'text' };
import button from '@digdir/designsystemet-css/button.css' with { type: 'text' };
import card from '@digdir/designsystemet-css/card.css' with { type: 'text' };
import errorSummary from '@digdir/designsystemet-css/error-summary.css' with { type: 'text' };
import field from '@digdir/designsystemet-css/field.css' with { type: 'text' };
import fieldset from '@digdir/designsystemet-css/fieldset.css' with { type: 'text' };
import heading from '@digdir/designsystemet-css/heading.css' with { type: 'text' };
import input from '@digdir/designsystemet-css/input.css' with { type: 'text' };
import label from '@digdir/designsystemet-css/label.css' with { type: 'text' };
import link from '@digdir/designsystemet-css/link.css' with { type: 'text' };
import list from '@digdir/designsystemet-css/list.css' with { type: 'text' };
import skipLink from '@digdir/designsystemet-css/skip-link.css' with { type: 'text' };
import tag from '@digdir/designsystemet-css/tag.css' with { type: 'text' };
import theme from '@digdir/designsystemet-css/theme.css' with { type: 'text' };
import { iconHref, proverHref, stylesheetHref } from './asset-names.ts';
import prover from './prove.script.js' with { type: 'text' };
import site from './site.css' with { type: 'text' };

/** How a file can be sent, the shortest first. Browsers take the first only over HTTPS. */
export const encodings = ['br', 'gzip'] as const;

/** A file that pages load. */
export interface Asset {
  readonly type: string;
  readonly body: string;
  /** The body in each encoding, in base64. */
  readonly encoded: Readonly<Record<(typeof encodings)[number], string>>;
}

/** The components that our pages use, in the order in which the design system lists them. */
const components = [button, card, errorSummary, field, fieldset, heading, input, label, link, list, skipLink, tag];

/** The whole design system is 150 KB of style; this is what the pages need of it, and ours after it. */
const stylesheet = [
  '@layer ds.theme, ds.base, ds.components;',
  theme,
  `@layer ds.base{${base}}`,
  `@layer ds.components{${components.join('')}}`,
  site,
].join('\n');

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#0062ba"/>' +
  '<path d="M9 23V9h3l8 9V9h3v14h-3l-8-9v9z" fill="#fff"/></svg>';

/**
 * Every file under `/assets/`, by its name there. The gateway compresses nothing, so they are compressed here; a bundle
 * holds what came out and does not compress at each cold start (`infra/bundle-plugins.ts`).
 */
export const assets: ReadonlyMap<string, Asset> = new Map([
  [fileName(stylesheetHref), asset('text/css; charset=utf-8', stylesheet)],
  [fileName(proverHref), asset('text/javascript; charset=utf-8', prover)],
  [fileName(iconHref), asset('image/svg+xml', icon)],
]);

function asset(type: string, body: string): Asset {
  const br = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body) } });
  const gzip = gzipSync(body, { level: constants.Z_BEST_COMPRESSION });
  return { type, body, encoded: { br: br.toString('base64'), gzip: gzip.toString('base64') } };
}

function fileName(href: string): string {
  return href.slice(href.lastIndexOf('/') + 1);
}
