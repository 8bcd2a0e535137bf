import { describe, expect, it } from 'vitest';
import * as rules from './rules.ts';
import { importsOf, readSources, type SourceTree, topLevelFolders } from './source-tree.ts';

const tree = readSources();

/** For each rule a file that breaks it, and what is then said. */
const planted: [name: string, rule: rules.Rule, file: string, text: string, said: RegExp][] = [
  [
    'a function imports another',
    rules.functionsPointInward,
    'functions/links/confirm/x.ts',
    "import { handler } from '#functions/links/review/handler.ts';",
    /x\.ts imports functions\/links\/review/,
  ],
  [
    'a function imports its neighbour',
    rules.functionsPointInward,
    'functions/links/confirm/x.ts',
    "import '../revise/contract.ts';",
    /imports functions\/links\/revise/,
  ],
  [
    'a function imports infra',
    rules.functionsPointInward,
    'functions/links/confirm/x.ts',
    "import type { A } from '#infra/app.ts';",
    /imports infra\/app\.ts/,
  ],
  [
    'a function makes a client',
    rules.functionsPointInward,
    'functions/links/confirm/x.ts',
    "import { SFNClient } from '@aws-sdk/client-sfn';",
    /imports @aws-sdk/,
  ],
  [
    'shared imports a function',
    rules.sharedKnowsNobody,
    'shared/links/x.ts',
    "import { contract } from '../../functions/links/confirm/contract.ts';",
    /imports functions/,
  ],
  [
    'shared imports a test',
    rules.sharedKnowsNobody,
    'shared/links/x.ts',
    "export const x = await import('#test/support/cases.ts');",
    /imports test/,
  ],
  [
    'a rule knows a use case, if only its type',
    rules.arrowsPointOneWay,
    'shared/case/x.ts',
    "import type { MailPorts } from '#shared/moderation/deliver-mails.ts';",
    /case\/x\.ts imports shared\/moderation/,
  ],
  [
    'links know cases',
    rules.arrowsPointOneWay,
    'shared/links/x.ts',
    "import type { Case } from '#shared/case/case.ts';",
    /links\/x\.ts imports shared\/case/,
  ],
  [
    'clients know what they carry',
    rules.arrowsPointOneWay,
    'shared/aws/x.ts',
    "import { languages } from '#shared/i18n/language.ts';",
    /aws\/x\.ts imports shared\/i18n/,
  ],
  [
    'shared has a folder that is not in the order',
    rules.arrowsPointOneWay,
    'shared/attic/x.ts',
    '',
    /attic\/x\.ts lies in no listed folder/,
  ],
  [
    'a use case makes a client',
    rules.awsHasOneHome,
    'shared/case/x.ts',
    "import {\n  A,\n} from '@aws-sdk/lib-dynamodb';",
    /x\.ts imports @aws-sdk/,
  ],
  [
    'the page of a submitter knows the notes of moderators, if only their type',
    rules.notesStayWithModerators,
    'functions/links/show-status/x.ts',
    "import type { Note } from '#shared/moderation/note-store.ts';",
    /x\.ts imports shared\/moderation\/note-store/,
  ],
  [
    'mails know the notes of moderators',
    rules.notesStayWithModerators,
    'shared/moderation/deliver-mails.ts',
    "import { createNoteStore } from './note-store.ts';",
    /deliver-mails\.ts imports shared\/moderation\/note-store/,
  ],
  [
    'middy spreads',
    rules.librariesHaveOneHome,
    'functions/links/confirm/x.ts',
    "import middy from '@middy/core';",
    /imports @middy/,
  ],
  [
    'infra imports a handler',
    rules.infraKnowsContracts,
    'infra/x.ts',
    "import { handler } from '#functions/links/confirm/handler.ts';",
    /infra\/x\.ts imports functions/,
  ],
  [
    'infra runs a store',
    rules.infraKnowsContracts,
    'infra/x.ts',
    "import { createCaseStore } from '#shared/case/case-store.ts';",
    /infra runs shared\/case\/case-store\.ts/,
  ],
  [
    'the command line of operators runs a store',
    rules.infraKnowsContracts,
    'infra/operator/x.ts',
    "import { createCaseStore } from '#shared/case/case-store.ts';",
    /infra runs shared\/case\/case-store\.ts/,
  ],
  [
    'the template speaks to AWS',
    rules.infraKnowsContracts,
    'infra/x.ts',
    "import { LambdaClient } from '@aws-sdk/client-lambda';",
    /infra runs @aws-sdk\/client-lambda/,
  ],
  [
    'infra runs a store a long way off',
    rules.infraKnowsContracts,
    'shared/forms/forms.ts',
    "import '#shared/operations/reconcile.ts';",
    /infra runs shared\/aws/,
  ],
  [
    'the domain logs',
    rules.domainIsPure,
    'shared/case/status.ts',
    "import { logInfo } from '#shared/aws/log.ts';",
    /the domain runs shared\/aws\/log\.ts/,
  ],
  [
    'the local world looks into shared',
    rules.localKnowsTheTemplate,
    'infra/local/x.ts',
    "import type { Case } from '#shared/case/case.ts';",
    /imports shared/,
  ],
  [
    'a function has no contract',
    rules.functionsAreWhole,
    'functions/links/show-x/handler.ts',
    'export const handler = 1;',
    /show-x\/ has no contract/,
  ],
  [
    'a function has no handler',
    rules.functionsAreWhole,
    'functions/links/confirm/handler.ts',
    'export const handle = 1;',
    /exports no handler/,
  ],
  ['a function lies too deep', rules.functionsAreWhole, 'functions/links/confirm/deep/x.ts', '', /is no <capability>/],
  [
    'a contract has effects',
    rules.contractsHaveNoEffects,
    'functions/links/confirm/contract.ts',
    "import { now } from '#shared/aws/system.ts';",
    /a contract runs shared\/aws\/system/,
  ],
  ['a name says nothing', rules.namesSaySomething, 'shared/links/link-utils.ts', '', /link-utils/],
  ['a default export', rules.noDefaultExports, 'shared/links/x.ts', 'export default 1;', /x\.ts/],
  [
    'a default export by another name',
    rules.noDefaultExports,
    'shared/links/x.ts',
    'const a = 1;\nexport { a as default };',
    /x\.ts/,
  ],
  ['a barrel', rules.noBarrels, 'shared/links/x.ts', "export * from './link.ts';", /x\.ts/],
  ['a small barrel', rules.noBarrels, 'shared/links/x.ts', "export { newLink } from './link.ts';", /x\.ts/],
  [
    'a format of no time',
    rules.formatSaysWhen,
    'shared/pages/x.tsx',
    'new Intl.DateTimeFormat(language).format( )',
    /x\.tsx/,
  ],
  ['a clock of its own', rules.effectsHaveOneHome, 'shared/links/x.ts', 'const at = new Date();', /x\.ts/],
  [
    'an environment of its own',
    rules.effectsHaveOneHome,
    'functions/links/confirm/x.ts',
    "process.env['TABLE']",
    /x\.ts/,
  ],
  ['a second app', rules.oneApp, 'infra/x.ts', 'const app = new App();', /x\.ts/],
  [
    'a part of the local world imports one above it',
    rules.localArrowsPointOneWay,
    'infra/local/clock/x.ts',
    "import type { Schedules } from '../events/rules.ts';",
    /clock\/x\.ts imports infra\/local\/events/,
  ],
  [
    'a part of the local world is not in its order',
    rules.localArrowsPointOneWay,
    'infra/local/queues/x.ts',
    '',
    /queues\/x\.ts is not in the order/,
  ],
];

describe('the architecture of the repository', () => {
  it.each(Object.entries(rules))('is kept: %s', (_name, rule) => {
    expect(rule(tree)).toEqual([]);
  });

  it('has five folders and no sixth', () => {
    const made = ['node_modules', 'cdk.out', 'coverage'];
    expect(
      topLevelFolders()
        .filter((name) => !made.includes(name))
        .sort(),
    ).toEqual(['events', 'functions', 'infra', 'shared', 'test']);
  });
});

describe('the checker', () => {
  it.each(planted)('finds that %s', (_what, rule, file, text, said) => {
    const broken: SourceTree = new Map([...tree, [file, text]]);
    expect(rule(broken)).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
  });

  it('has a planted violation for every rule', () => {
    expect(new Set(planted.map(([, rule]) => rule))).toEqual(new Set(Object.values(rules)));
  });

  it('reads imports however they are written', () => {
    const text = `
import './side-effect.ts';
import type { A } from '#shared/a.ts';
import { type B, type C } from "#shared/b.ts";
import { type D, e } from '#shared/d.ts';
import one, { two } from 'package';
export { f } from '../f.ts';
const late = await import('#shared/g.ts');
// from 'a comment'
`;
    expect(importsOf('shared/x/y.ts', text)).toEqual([
      { target: 'shared/x/side-effect.ts', isType: false },
      { target: 'shared/a.ts', isType: true },
      { target: 'shared/b.ts', isType: true },
      { target: 'shared/d.ts', isType: false },
      { target: 'package', isType: false },
      { target: 'shared/f.ts', isType: false },
      { target: 'shared/g.ts', isType: false },
    ]);
  });
});
