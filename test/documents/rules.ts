import { posix } from 'node:path';
import { mostPictureBytes, mostReadmeBytes, productPicture } from './bounds.ts';
import { anchorOf, anchorsOf, blocksOf, codeSpansOf, headingsOf, sectionOf, targetsOf } from './markdown.ts';
import type { Repository } from './repository.ts';

/** A rule of the documents and what breaks it, in words: `README.md links to nowhere.md, which is not there`. */
export type Rule = (repository: Repository) => string[];

const inEachDocument = ({ documents }: Repository, faultsOf: (text: string, path: string) => string[]) =>
  [...documents].flatMap(([path, text]) => faultsOf(text, path).map((fault) => `${path} ${fault}`));

const textOf = ({ documents }: Repository, path: string) => documents.get(path) ?? '';

/** Every relative link leads to a file or folder, and its anchor to a heading. */
export const linksLead: Rule = (repository) =>
  inEachDocument(repository, (text, path) =>
    targetsOf(text)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !leads(repository, path, target))
      .map((target) => `links to ${target}, which is not there`),
  );

function leads(repository: Repository, from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : posix.join(posix.dirname(from), file);
  if (!isThere(repository, path)) return false;
  return anchor === undefined || anchorsOf(textOf(repository, path)).includes(anchor);
}

function isThere({ files }: Repository, path: string): boolean {
  const folder = path.replace(/\/*$/, '/');
  return files.has(path) || [...files.keys()].some((file) => file.startsWith(folder));
}

/** A path of this repository: it begins with one of its folders, or ends like a file or a folder. */
const ofOurs = /^(functions|shared|infra|events|test|\.github|\.ci)\//;
const likeAFile = /^[\w./-]+\.(tsx?|json|md|ya?ml|css|png)$/;
const likeAFolder = /^[\w.-]+(\/[\w.-]+)*\/$/;
/** They are there only after something has run. */
const made = /^(\.local|cdk\.out|node_modules)\//;

/** Every path between backticks or in a block of code exists; one with `<…>` or `…` in it is a pattern. */
export const pathsExist: Rule = (repository) =>
  inEachDocument(repository, (text, path) =>
    [
      ...codeSpansOf(text),
      ...blocksOf(text).flatMap((block) => block.split(/[\s'"`]+/).filter((word) => ofOurs.test(word))),
    ]
      .filter((span) => !/[<…*{\s]/.test(span) && !made.test(span))
      .filter((span) => ofOurs.test(span) || likeAFile.test(span) || likeAFolder.test(span))
      .filter((span) => !isSomewhere(repository, path, span))
      .map((span) => `names ${span}, which is not there`),
  );

/** From the root, from the document, or, if it is a mere name, anywhere. */
function isSomewhere(repository: Repository, from: string, path: string): boolean {
  if (isThere(repository, path) || isThere(repository, posix.join(posix.dirname(from), path))) return true;
  return !path.includes('/') && [...repository.files.keys()].some((file) => file.endsWith(`/${path}`));
}

/** The tables of folders: where they stand and of which folder. */
const tablesOfFolders = { 'shared/README.md': 'shared', 'test/README.md': 'test' };

/** A table of folders names each of them once, and no other. */
export const foldersAreNamed: Rule = (repository) =>
  Object.entries(tablesOfFolders).flatMap(([path, parent]) => {
    const named = [...textOf(repository, path).matchAll(/^\| `(\w+\/[\w-]+)` \|/gm)].map(([, folder = '']) => folder);
    const inside = [...repository.files.keys()].filter(
      (file) => file.startsWith(`${parent}/`) && file.split('/').length > 2,
    );
    const there = new Set(inside.map((file) => file.split('/').slice(0, 2).join('/')));
    return [
      ...named.filter((folder) => !there.has(folder)).map((folder) => `${path} lists ${folder}, which is not there`),
      ...[...there].filter((folder) => !named.includes(folder)).map((folder) => `${path} does not list ${folder}`),
    ];
  });

export const scriptsExist: Rule = (repository) =>
  inEachDocument(repository, (text) =>
    [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)]
      .map(([, run, short]) => run ?? short ?? '')
      .filter((script) => !repository.scripts.includes(script))
      .map((script) => `names the script ${script}, which package.json does not have`),
  );

const runbook = 'infra/RUNBOOK.md';

/** Every alarm of the stack has its heading in the runbook, and every such heading an alarm. */
export const alarmsHaveHeadings: Rule = (repository) => {
  const headings = headingsOf(textOf(repository, runbook)).filter((heading) => heading.startsWith('Alarm: '));
  const anchors = headings.map(anchorOf);
  return [
    ...repository.alarms.filter((anchor) => !anchors.includes(anchor)).map((anchor) => `${runbook} has no #${anchor}`),
    ...headings
      .filter((heading) => !repository.alarms.includes(anchorOf(heading)))
      .map((heading) => `${runbook} has a heading "${heading}" without an alarm`),
  ];
};

/** The README's table has every public address and no other. */
export const addressesAreRoutes: Rule = (repository) => {
  const rows = sectionOf(textOf(repository, 'README.md'), 'Addresses').replaceAll(/^(?!\|).*$/gm, '');
  const told = codeSpansOf(rows).flatMap((span) => {
    const [, methods = '', path] = /^([A-Z]+(?:, [A-Z]+)*) (\/\S*)$/.exec(span) ?? [];
    return path === undefined ? [] : methods.split(', ').map((method) => `${method} ${path}`);
  });
  return [
    ...told
      .filter((address) => !repository.routes.includes(address))
      .map((address) => `README.md names ${address}, which is no route`),
    ...repository.routes
      .filter((route) => !told.includes(route))
      .map((route) => `README.md does not name the route ${route}`),
  ];
};

/** Every output that a document asks for is there under that very name, and every output is named somewhere. */
export const outputsExist: Rule = (repository) => {
  const { documents, outputs } = repository;
  const asked = inEachDocument(repository, (text) =>
    outputsNamedIn(text)
      .filter((name) => !outputs.includes(name))
      .map((name) => `names the output ${name}, which the stack does not have`),
  );
  const all = [...documents.values()].join('\n');
  const unnamed = outputs.filter((name) => !all.includes(`\`${name}\``) && !all.includes(`output ${name})`));
  return [...asked, ...unnamed.map((name) => `No document names the output ${name}`)];
};

/** In commands `$(… output Name)`, in prose ``the outputs `One`, `Two` and `Three` ``. */
function outputsNamedIn(text: string): string[] {
  const inCommands = [...text.matchAll(/\$\([^)\n]*\boutput (\w+)\)/g)].map(([, name = '']) => name);
  const inProse = [...text.matchAll(/\boutputs? ((?:`\w+`(?:, | and )?)+)/g)];
  return [...inCommands, ...inProse.flatMap(([, names = '']) => codeSpansOf(names))];
}

/** What a newcomer types first. */
const commands = ['npm ci && npm start', 'npm ci && npm test'];

export const readmeIsShort: Rule = (repository) => {
  const text = textOf(repository, 'README.md');
  const bytes = Buffer.byteLength(text);
  const lines = blocksOf(text).flatMap((block) => block.split('\n'));
  return [
    ...(bytes > mostReadmeBytes ? [`README.md has ${bytes} bytes, more than ${mostReadmeBytes}`] : []),
    ...commands
      .filter((command) => !lines.some((line) => line.startsWith(command)))
      .map((command) => `README.md does not say "${command}"`),
  ];
};

export const pictureIsSmall: Rule = ({ files }) => {
  const bytes = files.get(productPicture) ?? 0;
  return bytes > mostPictureBytes ? [`${productPicture} has ${bytes} bytes, more than ${mostPictureBytes}`] : [];
};

/** Words of our own for which there are ordinary ones. */
const dialect = /\b(mend(s|ed|ing)?|accidents?|slips?|sheets?|ways? on)\b/gi;

export const wordsArePlain: Rule = (repository) =>
  inEachDocument(repository, (text) => [...text.matchAll(dialect)].map(([word]) => `says "${word}"`));

/** The repository must be understood without the document by which it was ordered. */
const foreign = /\bDESIGN\b/;

export const documentsStandAlone: Rule = (repository) =>
  inEachDocument(repository, (text) => (foreign.test(text) ? ['refers to DESIGN'] : []));

export const sourcesStandAlone: Rule = ({ sources }) =>
  [...sources]
    .filter(([path, text]) => !path.startsWith('test/documents/') && foreign.test(text))
    .map(([path]) => `${path} refers to DESIGN`);
