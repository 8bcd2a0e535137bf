import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { PlainLineReporter } from './support/plain-line-reporter.ts';

const mark = '\0text:';

/** As in the bundles, an imported style sheet or script is its text. Vitest empties whatever is called `.css`, hence another name. */
const stylesAsText: Plugin = {
  name: 'styles-as-text',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!/\.(css|script\.js)$/.test(source)) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${mark}${found.id}.text`;
  },
  async load(id) {
    if (!id.startsWith(mark)) return undefined;
    return `export default ${JSON.stringify(await readFile(id.slice(mark.length, -'.text'.length), 'utf8'))}`;
  },
};

/** Tests that talk to a world of their own. What such a world runs is synthesized once, and only if one of them is run. */
const inWorlds = 'test/{e2e,browser,faults,judges}/**/*.test.{ts,tsx}';

/** What only the whole run can tell: these come when all others are done. */
const afterwards = 'test/afterwards/**/*.test.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which each world writes down what its functions may do and did. */
    reports: string;
  }
}

const reports = mkdtempSync(join(tmpdir(), 'clearing-centre-reports-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [stylesAsText],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      { extends: true, test: { name: 'parts', include: ['test/**/*.test.{ts,tsx}'], exclude: [inWorlds, afterwards] } },
      { extends: true, test: { name: 'worlds', include: [inWorlds], globalSetup: 'test/support/synthesize.ts' } },
      { extends: true, test: { name: 'afterwards', include: [afterwards], sequence: { groupOrder: 1 } } },
    ],
    provide: { reports },
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    reporters: ['default', new PlainLineReporter()],
    // The default leaves a core to whoever watches; on the two of CI that is half the machine.
    maxWorkers: '100%',
    // These end only what hangs: on a busy machine all takes several times as long as the seconds it takes on an idle one.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
