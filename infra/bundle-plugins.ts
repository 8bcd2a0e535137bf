import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Asset } from '#shared/pages/assets.ts';

/**
 * What keeps bundles small and quick to start. A bundle made without these plugins behaves the same and starts more slowly
 * (test/bench). All but the last change only how packages are read.
 */

const root = join(import.meta.dirname, '..');

/** Lambda hands credentials over in the environment; the SDK's chain of SSO, profiles and metadata services is never asked. */
const credentialsFromEnvironment: Plugin = {
  name: 'credentials-from-environment',
  setup(run) {
    run.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: 'credentials-from-environment',
      namespace: 'replaced',
    }));
    run.onLoad({ filter: /.*/, namespace: 'replaced' }, () => ({
      contents: `export const defaultProvider = () => async () => ({
        accessKeyId: process.env.AWS_ACCESS_KEY_ID,
        secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
        sessionToken: process.env.AWS_SESSION_TOKEN,
      });`,
    }));
  },
};

/** What our code imports from clients of the SDK, by name. */
function importedFromClients(): ReadonlySet<string> {
  const sources = globSync('shared/**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  const imports = sources.flatMap((source) => [
    ...source.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-[a-z0-9-]+'/g),
  ]);
  return new Set(imports.flatMap(([, names = '']) => names.split(',').map((name) => name.replace('type ', '').trim())));
}

/**
 * The SDK's schemas write their keys as `{ [_ht]: … }` with `const _ht = "http"`. A computed key might have a side effect,
 * so esbuild keeps the schemas of every operation of a service; with the key spelt out it keeps those that are used. They
 * also register a class for each error of the service. An error without one comes as the service's own exception, by the
 * same name: only the classes that our code imports are needed.
 */
const schemasOfUsedOperations: Plugin = {
  name: 'schemas-of-used-operations',
  setup(run) {
    const imported = importedFromClients();
    run.onLoad({ filter: /[\\/]client-[a-z0-9-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const constants = new Map(
        [...source.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name, value]) => [name, value]),
      );
      return {
        contents: source
          .replace(/\[(_\w+)\]:/g, (key, name: string) => (constants.has(name) ? `${constants.get(name)}:` : key))
          .replace(/^n0_registry\.registerError\(\w+\$, (\w+)\);$/gm, (line, name: string) =>
            imported.has(name) ? line : '',
          ),
      };
    });
  },
};

/** The SDK can stream events and brings what that needs; no operation of ours does. */
const noEventStreams: Plugin = {
  name: 'no-event-streams',
  setup(run) {
    run.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({
      path: 'event-streams',
      namespace: 'left-out',
    }));
    run.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `throw new Error('${path} are left out of this bundle (infra/bundle-plugins.ts)');`,
    }));
  },
};

/** The SDK's clients read their version from their whole package.json; the version is enough. */
const versionsOnly: Plugin = {
  name: 'versions-only',
  setup(run) {
    run.onLoad({ filter: /[\\/]@aws-sdk[\\/][a-z0-9-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version }: { version?: unknown } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** Gives the SDK's file another content. `path` is the end of its name, with `/`. */
function replaced(name: string, path: string, contents: string): Plugin {
  const filter = new RegExp(`${path.replaceAll('/', '[\\\\/]').replace('.', '\\.')}$`);
  return { name, setup: (run) => run.onLoad({ filter }, () => ({ contents })) };
}

/** On Lambda settings come by environment or not at all; looking for them in profile files costs a tenth of a cold start. */
const settingsFromEnvironment = replaced(
  'settings-from-environment',
  'node-config-provider/configLoader.js',
  `import { memoize } from '../property-provider/memoize';
  export const loadConfig = ({ environmentVariableSelector, default: otherwise }, options = {}) =>
    memoize(async () => environmentVariableSelector(process.env, options)
      ?? (typeof otherwise === 'function' ? otherwise() : otherwise));`,
);

/** Answers come as streams of Node; naming the globals ReadableStream and Blob would make Node load the web's streams. */
const noWebStreams = replaced(
  'no-web-streams',
  'serde/util-stream/stream-type-check.js',
  `export const isReadableStream = (stream) => stream?.constructor?.name === 'ReadableStream';
  export const isBlob = (blob) => blob?.constructor?.name === 'Blob';`,
);

/** The SDK could discover endpoints of DynamoDB and brings a cache for them; it is switched off. */
const noEndpointCache = replaced(
  'no-endpoint-cache',
  'endpoint-cache/dist-es/EndpointCache.js',
  'export class EndpointCache {}',
);

/** Retries are not adaptive, so nothing counts how fast requests leave. */
const noRateLimiter = replaced(
  'no-rate-limiter',
  'util-retry/DefaultRateLimiter.js',
  `export class DefaultRateLimiter {
    constructor() {
      throw new Error('Adaptive retries are left out of this bundle (infra/bundle-plugins.ts)');
    }
  }`,
);

/**
 * Compressing the style as well as it can be takes longer than a whole cold start: the files that pages load are computed
 * while bundling, and the bundle holds what came out.
 */
const assetsComputed: Plugin = {
  name: 'assets-computed',
  setup(run) {
    const { absWorkingDir = process.cwd() } = run.initialOptions;
    run.onLoad({ filter: /[\\/]shared[\\/]pages[\\/]assets\.ts$/ }, async ({ path }) => {
      const { outputFiles, metafile } = await build({
        absWorkingDir,
        entryPoints: [path],
        bundle: true,
        platform: 'node',
        format: 'esm',
        loader: { '.css': 'text', '.script.js': 'text' },
        metafile: true,
        write: false,
        outdir: dirname(path),
      });
      const [{ text = '' } = {}] = outputFiles;
      const computed: { assets: ReadonlyMap<string, Asset>; encodings: readonly string[] } = await import(
        `data:text/javascript,${encodeURIComponent(text)}`
      );
      const sources = Object.keys(metafile.inputs).filter((file) => basename(file) !== basename(path));
      return {
        contents: [
          // They leave nothing in the bundle; the report names them, so that a change of them makes new bundles.
          ...sources.map(
            (file, index) => `import * as unused${index} from ${JSON.stringify(join(absWorkingDir, file))};`,
          ),
          `export const encodings = ${JSON.stringify(computed.encodings)};`,
          `export const assets = new Map(${JSON.stringify([...computed.assets])});`,
        ].join('\n'),
        resolveDir: dirname(path),
      };
    });
  },
};

/** All of them, in no particular order. */
export const bundlePlugins: Plugin[] = [
  credentialsFromEnvironment,
  settingsFromEnvironment,
  schemasOfUsedOperations,
  noEventStreams,
  noWebStreams,
  noEndpointCache,
  noRateLimiter,
  versionsOnly,
  assetsComputed,
];
