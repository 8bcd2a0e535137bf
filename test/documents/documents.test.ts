import { describe, expect, it } from 'vitest';
import { mostPictureBytes, mostReadmeBytes, productPicture } from './bounds.ts';
import { anchorsOf, codeSpansOf, targetsOf } from './markdown.ts';
import { type Repository, readRepository } from './repository.ts';
import * as rules from './rules.ts';

const repository = readRepository();

type Part = keyof Repository;

/** The repository with something added to a document. */
function saying(path: string, text: string): Repository {
  const documents = new Map(repository.documents);
  return { ...repository, documents: documents.set(path, `${documents.get(path) ?? ''}\n${text}\n`) };
}

/** The repository with a document changed. */
function changed(path: string, from: string | RegExp, to: string): Repository {
  const text = repository.documents.get(path) ?? '';
  return { ...repository, documents: new Map(repository.documents).set(path, text.replace(from, to)) };
}

const having = <Name extends Part>(part: Name, value: Repository[Name]): Repository => ({
  ...repository,
  [part]: value,
});

/** For each rule what breaks it, and what is then said. */
const planted: [name: string, rule: rules.Rule, broken: Repository, said: RegExp][] = [
  [
    'a link leads nowhere',
    rules.linksLead,
    saying('infra/DEPLOY.md', '[x](NOWHERE.md)'),
    /DEPLOY\.md links to NOWHERE/,
  ],
  [
    'an anchor leads nowhere',
    rules.linksLead,
    saying('README.md', '[x](infra/DEPLOY.md#nothing)'),
    /DEPLOY\.md#nothing/,
  ],
  [
    'an anchor in the same document',
    rules.linksLead,
    saying('README.md', '[x](#nothing)'),
    /README\.md links to #nothing/,
  ],
  ['a picture is missing', rules.linksLead, saying('README.md', '![x](.github/other.png)'), /\.github\/other\.png/],
  ['a file is gone', rules.pathsExist, saying('README.md', 'See `infra/gone.ts`.'), /names infra\/gone\.ts/],
  ['a folder is gone', rules.pathsExist, saying('README.md', 'See `shared/gone`.'), /names shared\/gone/],
  ['a file without a folder is gone', rules.pathsExist, saying('README.md', 'See `gone.json`.'), /names gone\.json/],
  ['a folder beside the document is gone', rules.pathsExist, saying('test/README.md', 'See `gone/`.'), /names gone\//],
  [
    'a command names a file that is gone',
    rules.pathsExist,
    saying('README.md', '```sh\nnode infra/gone.ts\n```'),
    /names infra\/gone\.ts/,
  ],
  [
    'a folder is new',
    rules.foldersAreNamed,
    having('files', new Map([...repository.files, ['shared/new/x.ts', 1]])),
    /shared\/README\.md does not list shared\/new/,
  ],
  [
    'a listed folder is gone',
    rules.foldersAreNamed,
    saying('test/README.md', '| `test/gone` | x |'),
    /test\/README\.md lists test\/gone/,
  ],
  ['a script is gone', rules.scriptsExist, saying('README.md', '`npm run gone`'), /names the script gone/],
  [
    'a short script is gone',
    rules.scriptsExist,
    having(
      'scripts',
      repository.scripts.filter((name) => name !== 'start'),
    ),
    /names the script start/,
  ],
  ['an alarm is new', rules.alarmsHaveHeadings, having('alarms', [...repository.alarms, 'alarm-new']), /no #alarm-new/],
  [
    'an alarm is gone',
    rules.alarmsHaveHeadings,
    saying('infra/RUNBOOK.md', '### Alarm: Nothing happens'),
    /"Alarm: Nothing happens" without an alarm/,
  ],
  [
    'a route is new',
    rules.addressesAreRoutes,
    having('routes', [...repository.routes, 'GET /v1/new']),
    /the route GET \/v1\/new/,
  ],
  [
    'a route is gone',
    rules.addressesAreRoutes,
    changed('README.md', '`GET /v1/health`', '`GET, POST /v1/health`'),
    /names POST \/v1\/health, which is no route/,
  ],
  [
    'a command asks for an output that is gone',
    rules.outputsExist,
    saying('infra/RUNBOOK.md', '```sh\necho "$(output GoneName)"\n```'),
    /names the output GoneName/,
  ],
  [
    'a sentence names an output that is gone',
    rules.outputsExist,
    saying('infra/DEPLOY.md', 'See the outputs `Origin` and `Gone`.'),
    /names the output Gone,/,
  ],
  [
    'an output is new',
    rules.outputsExist,
    having('outputs', [...repository.outputs, 'NewName']),
    /names the output NewName/,
  ],
  ['the README is long', rules.readmeIsShort, saying('README.md', 'x'.repeat(mostReadmeBytes)), /more than 10240/],
  [
    'the first command is another',
    rules.readmeIsShort,
    changed('README.md', 'npm ci && npm start', 'npm install && npm start'),
    /does not say "npm ci && npm start"/,
  ],
  [
    'the picture is large',
    rules.pictureIsSmall,
    having('files', new Map([[productPicture, mostPictureBytes + 1]])),
    /product\.png has 256001 bytes/,
  ],
  ['a word is our own', rules.wordsArePlain, saying('README.md', 'Mend it.'), /README\.md says "Mend"/],
  [
    'a document leans on another',
    rules.documentsStandAlone,
    saying('README.md', 'See DESIGN §4.'),
    /README\.md refers to/,
  ],
  [
    'a comment leans on another document',
    rules.sourcesStandAlone,
    having('sources', new Map([['shared/x.ts', '/** As DESIGN §4 says. */']])),
    /shared\/x\.ts refers to/,
  ],
];

describe('the documents', () => {
  const { sourcesStandAlone, ...ofDocuments } = rules;

  it.each(Object.entries(ofDocuments))('are true: %s', (_name, rule) => {
    expect(rule(repository)).toEqual([]);
  });

  it('are all that one needs to understand the sources', () => {
    expect(sourcesStandAlone(repository)).toEqual([]);
  });

  it('are found wherever they lie', () => {
    for (const path of ['README.md', 'events/README.md', '.github/CONTRIBUTING.md', 'test/bench/FIGURES.md']) {
      expect([...repository.documents.keys()]).toContain(path);
    }
  });
});

describe('the checker', () => {
  it.each(planted)('finds that %s', (_what, rule, broken, said) => {
    const before = rule(repository);
    const found = rule(broken).filter((fault) => !before.includes(fault));
    expect(found).not.toEqual([]);
    expect(found.filter((fault) => !said.test(fault))).toEqual([]);
  });

  it('has a planted violation for every rule', () => {
    expect(new Set(planted.map(([, rule]) => rule))).toEqual(new Set(Object.values(rules)));
  });

  it('lets patterns be patterns, and what is made be missing', () => {
    const text = '`shared/forms/<form>/`, `infra/…`, `<lang>.json`, `.local/logs/`, `GET /v1/forms`, `npx cdk deploy`';
    expect(rules.pathsExist(saying('README.md', text))).toEqual(rules.pathsExist(repository));
  });

  it('reads Markdown as GitHub does', () => {
    const text =
      '# A `b`: c!\n\n## Same\n## Same\n\n```sh\n# no heading [x](y)\n```\n[one](a.md#b) `[two](c)` ![p](d.png)\n';
    expect(anchorsOf(text)).toEqual(['a-b-c', 'same', 'same-1']);
    expect(targetsOf(text)).toEqual(['a.md#b', 'd.png']);
    expect(codeSpansOf(text)).toEqual(['b', '[two](c)']);
  });
});
