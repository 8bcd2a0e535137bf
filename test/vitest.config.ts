import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { PlainLineReporter } from './support/plain-line-reporter.ts';

const mark = '\0text:';

/** As in the bundles, an imported style sheet is its text. Vitest empties whatever is called `.css`, hence another name. */
const stylesAsText: Plugin = {
  name: 'styles-as-text',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('.css')) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${mark}${found.id.replace(/\.css$/, '')}`;
  },
  async load(id) {
    if (!id.startsWith(mark)) return undefined;
    return `export default ${JSON.stringify(await readFile(`${id.slice(mark.length)}.css`, 'utf8'))}`;
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [stylesAsText],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    expect: { requireAssertions: true },
    reporters: ['default', new PlainLineReporter()],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
