import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const mark = '?text.js';

/** As in the bundles, an imported style sheet is its text. Vitest would empty anything that looks like CSS, hence the mark. */
const stylesAsText: Plugin = {
  name: 'styles-as-text',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('.css')) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `\0${found.id}${mark}`;
  },
  async load(id) {
    if (!id.startsWith('\0') || !id.endsWith(mark)) return undefined;
    return `export default ${JSON.stringify(await readFile(id.slice(1, -mark.length), 'utf8'))}`;
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [stylesAsText],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    expect: { requireAssertions: true },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
