import { importsOf, reachedFrom, type SourceTree } from './source-tree.ts';

/** A rule of the architecture: gives what breaks it, in words: `functions/a/b/handler.ts imports functions/c/d/handler.ts`. */
export type Rule = (tree: SourceTree) => string[];

const isIn = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);
const isAwsClient = (target: string) => target.startsWith('@aws-sdk/') || target.startsWith('@smithy/');

/** Every import of some files that is not allowed there. */
function wrongImports(
  tree: SourceTree,
  files: (file: string) => boolean,
  isAllowed: (target: string, file: string) => boolean,
): string[] {
  return [...tree]
    .filter(([file]) => files(file))
    .flatMap(([file, text]) =>
      importsOf(file, text)
        .filter(({ target }) => !isAllowed(target, file))
        .map(({ target }) => `${file} imports ${target}`),
    );
}

/** Functions know shared and their own folder; no function knows another, nor AWS itself. */
export const functionsPointInward: Rule = (tree) =>
  wrongImports(tree, isIn('functions'), (target, file) => {
    if (isAwsClient(target)) return false;
    const isOurs = ['functions/', 'infra/', 'test/'].some((folder) => target.startsWith(folder));
    return !isOurs || folderOf(target) === folderOf(file);
  });

export const sharedKnowsNobody: Rule = (tree) =>
  wrongImports(tree, isIn('shared'), (target) => !/^(functions|infra|test)\//.test(target));

/** The folders of shared, each of which may import those above it. */
const folders = [
  'i18n',
  'vocabulary',
  'aws',
  'forms',
  'links',
  'case',
  'mail',
  'moderation',
  'intake',
  'operations',
  'catalogue',
  'http',
  'pages',
];
/** Folders that may import less than what stands above them. */
const narrower: Readonly<Record<string, readonly string[]>> = {
  aws: [],
  forms: ['i18n', 'vocabulary'],
  links: ['aws'],
};
const folderInShared = (file: string) => /^shared\/([^/]+)\//.exec(file)?.[1];

/** In shared the arrows point one way, those of types too: a folder imports itself and what stands above it in the list. */
export const arrowsPointOneWay: Rule = (tree) => {
  const unlisted = [...tree.keys()].filter(
    (file) => isIn('shared')(file) && !folders.includes(folderInShared(file) ?? ''),
  );
  const upward = wrongImports(tree, isIn('shared'), (target, file) => {
    const [from = '', to] = [folderInShared(file), folderInShared(target)];
    const allowed = narrower[from] ?? folders.slice(0, folders.indexOf(from));
    return to === undefined || to === from || allowed.includes(to);
  });
  return [...unlisted.map((file) => `${file} lies in no listed folder of shared`), ...upward];
};

/** Only `shared/aws` and the stores speak to AWS. */
export const awsHasOneHome: Rule = (tree) =>
  wrongImports(
    tree,
    isIn('shared'),
    (target, file) => !isAwsClient(target) || file.startsWith('shared/aws/') || file.endsWith('-store.ts'),
  );

/** Notes between moderators must not reach a submitter: only the function behind a moderator's link has them. */
export const notesStayWithModerators: Rule = (tree) =>
  wrongImports(
    tree,
    (file) => isIn('shared')(file) || isIn('functions')(file),
    (target, file) => target !== 'shared/moderation/note-store.ts' || file.startsWith('functions/links/review/'),
  );

/** Middy and the metrics library are imported by one file or folder each. */
export const librariesHaveOneHome: Rule = (tree) =>
  wrongImports(
    tree,
    (file) => isIn('shared')(file) || isIn('functions')(file),
    (target, file) => {
      if (target.startsWith('@middy/')) return file === 'shared/http/http-function.ts';
      if (target.startsWith('@aws-lambda-powertools/')) return file.startsWith('shared/aws/');
      return true;
    },
  );

const isLocal = isIn('infra/local');
const isOperator = isIn('infra/operator');

/** Of functions, infra knows contracts; of shared, what is pure however far its imports lead. */
export const infraKnowsContracts: Rule = (tree) => {
  const infra = [...tree.keys()].filter((file) => isIn('infra')(file) && !isLocal(file));
  const insides = wrongImports(
    tree,
    (file) => infra.includes(file),
    (target) => !target.startsWith('functions/') || target.endsWith('/contract.ts'),
  );
  // The command line of operators is the one part of infra that speaks to AWS, and only by itself.
  const speaking = infra.filter(isOperator);
  const mute = infra.filter((file) => !isOperator(file));
  const run = [...impure(tree, mute), ...impure(tree, speaking).filter((file) => !isAwsClient(file))];
  return [...insides, ...[...new Set(run)].map((file) => `infra runs ${file}`)];
};

/** The domain decides and has no effects, whatever it imports. */
const domain = [
  'answers',
  'audit',
  'case',
  'case-links',
  'clean-line',
  'content-hash',
  'disposable-domains',
  'driver',
  'index-entries',
  'indexes',
  'question',
  'reference',
  'reminder',
  'screening',
  'standing',
  'status',
].map((name) => `shared/case/${name}.ts`);
export const domainIsPure: Rule = (tree) => {
  const missing = domain.filter((file) => !tree.has(file)).map((file) => `${file} is gone: name its successor here`);
  return [...missing, ...impure(tree, domain).map((file) => `the domain runs ${file}`)];
};

/** What has effects among all that these files reach. */
function impure(tree: SourceTree, files: readonly string[]): string[] {
  const pure = /^shared\/aws\/(contract|events)\.ts$/;
  return [...reachedFrom(tree, files)].filter(
    (file) =>
      isAwsClient(file) ||
      (file.startsWith('shared/aws/') && !pure.test(file)) ||
      /^shared\/(.*-store\.ts|pages\/.*|mail\/.*)$/.test(file) ||
      (file.startsWith('functions/') && !file.endsWith('/contract.ts')),
  );
}

/** The local world knows the template and nothing else of us. */
export const localKnowsTheTemplate: Rule = (tree) =>
  wrongImports(tree, isLocal, (target) => !/^(functions|shared|test)\//.test(target));

export const functionsAreWhole: Rule = (tree) => {
  const inFunctions = [...tree.keys()].filter(isIn('functions'));
  const folders = new Set(inFunctions.map(folderOf));
  const misplaced = [...folders].filter((folder) => !/^functions\/[a-z]+\/[a-z]+(-[a-z]+)*\/$/.test(folder));
  const missing = [...folders].flatMap((folder) =>
    ['contract.ts', 'handler.ts'].filter((name) => !tree.has(folder + name)).map((name) => `${folder} has no ${name}`),
  );
  const mute = inFunctions.filter(
    (file) => file.endsWith('/handler.ts') && !/^export const handler\b/m.test(tree.get(file) ?? ''),
  );
  return [
    ...misplaced.map((folder) => `${folder} is no <capability>/<verb-noun>`),
    ...missing,
    ...mute.map((file) => `${file} exports no handler`),
  ];
};

/** A contract is read by infra: it says and does nothing. */
export const contractsHaveNoEffects: Rule = (tree) =>
  impure(
    tree,
    [...tree.keys()].filter((file) => file.endsWith('/contract.ts')),
  ).map((file) => `a contract runs ${file}`);

const banned = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'misc'];

export const namesSaySomething: Rule = (tree) =>
  [...tree.keys()].filter((file) => file.split(/[/.-]/).some((word) => banned.includes(word.toLowerCase())));

const findIn = (tree: SourceTree, files: (file: string) => boolean, pattern: RegExp) =>
  [...tree].filter(([file, text]) => files(file) && pattern.test(text)).map(([file]) => file);

/** Its own tests plant what is forbidden. */
const everywhere = (file: string) => !isIn('test/architecture')(file);
/** vitest demands one of its configuration, and style sheets come as one. */
const defaultsAllowed = ['test/vitest.config.ts', 'shared/pages/style-sheets.d.ts'];
export const noDefaultExports: Rule = (tree) =>
  findIn(
    tree,
    (file) => everywhere(file) && !defaultsAllowed.includes(file),
    /^\s*export\s+(default\b|\{[^}]*\bas\s+default\b)/m,
  );

export const noBarrels: Rule = (tree) =>
  findIn(tree, everywhere, /^\s*export\s+(type\s+)?(\*|\{[^}]*\})[^;'"]*\bfrom\b/m);

/** `Intl…format()` without an argument takes the time of the machine past the clock that tests and the local world shift. */
export const formatSaysWhen: Rule = (tree) =>
  findIn(tree, (file) => isIn('shared')(file) || isIn('functions')(file), /\.format(ToParts)?\(\s*\)/);

/** Time, chance and the environment come in through one file each, so that tests can set them. */
export const effectsHaveOneHome: Rule = (tree) => {
  const isOurs = (file: string) => isIn('shared')(file) || isIn('functions')(file);
  const clock = findIn(tree, isOurs, /\bnew Date\(\)|\bDate\.now\(/).filter((file) => file !== 'shared/aws/system.ts');
  const env = findIn(tree, isOurs, /\bprocess\.env\b/).filter(
    (file) => !/^shared\/aws\/(read-env|metrics)\.ts$/.test(file),
  );
  return [...clock, ...env];
};

export const oneApp: Rule = (tree) =>
  findIn(tree, isIn('infra'), /\bnew (cdk\.)?App\(/).filter((file) => file !== 'infra/app.ts');

/** The folders and files of the local world, from the ground up: each knows only those before it. */
const localOrder = [
  ...['journal.ts', 'template', 'clock', 'server', 'aws', 'functions', 'dynamodb', 'mail', 'events', 'workflow'],
  ...['watch', 'http', 'pages', 'boot.ts', 'inside.ts', 'world.ts', 'synth.ts', 'main.ts', 'seed.ts'],
];

/** Within the local world imports lead down the order, types too. */
export const localArrowsPointOneWay: Rule = (tree) => {
  const partOf = (file: string) => file.split('/')[2] ?? '';
  const rankOf = (file: string) => localOrder.indexOf(partOf(file));
  const unranked = [...tree.keys()].filter((file) => isLocal(file) && rankOf(file) === -1);
  const upward = wrongImports(tree, isLocal, (target, file) => !isLocal(target) || rankOf(target) <= rankOf(file));
  return [...unranked.map((file) => `${file} is not in the order of the local world`), ...upward];
};
