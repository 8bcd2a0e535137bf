import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { constructIdOf, contracts, type EnvironmentOf, functionPaths, routesOf } from '#infra/functions.ts';
import { reachedFrom, readSources } from '#test/architecture/source-tree.ts';
import { functionsOf, resourcesOf, synthesizedTemplate } from './synthesized.ts';

const template = synthesizedTemplate('prod');
const functions = [...functionsOf(template)];
const sources = readSources();
const root = join(import.meta.dirname, '..', '..');

const Environment = z.object({ Variables: z.record(z.string(), z.unknown()) });
const Logging = z.object({ LogFormat: z.string(), LogGroup: z.object({ Ref: z.string() }) });

function foldersWith(file: string): string[] {
  return globSync(`functions/*/*/${file}`, { cwd: root }).map((found) => dirname(relative('functions', found)));
}

describe('the list of functions', () => {
  it('names every folder that holds a contract, and no other', () => {
    const folders = foldersWith('contract.ts');
    expect(functionPaths().toSorted()).toEqual(folders.toSorted());
  });

  it('gives every folder a handler', () => {
    const handlers = foldersWith('handler.ts');
    expect(handlers.toSorted()).toEqual(functionPaths().toSorted());
  });

  it('gives each function a name of its own', () => {
    expect(new Set(functionPaths().map(constructIdOf)).size).toBe(functionPaths().length);
  });

  it('names no route twice', () => {
    const routes = functionPaths().flatMap(routesOf);
    expect(routes.toSorted()).toEqual([...new Set(routes)].toSorted());
  });
});

describe.each(functions)('%s', (path, { properties }) => {
  it('gets exactly the variables of its contract', () => {
    const { Variables } = Environment.parse(properties['Environment'] ?? { Variables: {} });
    const wanted = Object.keys(contracts[path].env.shape);
    expect(Object.keys(Variables).toSorted()).toEqual(wanted.toSorted());
  });

  it('reads each of them, itself or in what it imports', () => {
    const texts = [...reachedFrom(sources, [`functions/${path}/handler.ts`])].map((file) => sources.get(file));
    const unread = Object.keys(contracts[path].env.shape).filter(
      (name) => !texts.some((text) => text?.includes(`env.${name}`)),
    );
    expect(unread).toEqual([]);
  });

  it('runs on arm64 with the Node that everything here is tested with', () => {
    expect(properties['Architectures']).toEqual(['arm64']);
    expect(properties['Runtime']).toBe(`nodejs${process.versions.node.split('.')[0]}.x`);
  });

  it('writes its log as JSON to a log group that forgets', () => {
    const { LogFormat, LogGroup } = Logging.parse(properties['LoggingConfig']);
    expect(LogFormat).toBe('JSON');
    const group = resourcesOf(template, 'AWS::Logs::LogGroup').get(LogGroup.Ref);
    expect(group?.['RetentionInDays']).toBe(90);
  });

  it('ends in time for whoever waits', () => {
    const limit = routesOf(path).length > 0 ? 29 : 300;
    expect(properties['Timeout']).toBeLessThanOrEqual(limit);
  });
});

it('does not compile with a variable too few or too many', () => {
  const given: EnvironmentOf<'catalogue/list-initiatives'> = {
    INITIATIVES_TABLE: 'table',
    ORIGIN: 'https://example.org',
  };
  const tooMany = { ...given, MAIL_FROM: 'somebody' };
  // @ts-expect-error: ORIGIN is missing
  const fewer: EnvironmentOf<'catalogue/list-initiatives'> = { INITIATIVES_TABLE: 'table' };
  // @ts-expect-error: this function sends no mail
  const more: EnvironmentOf<'catalogue/list-initiatives'> = tooMany;
  expect([fewer, more]).not.toContainEqual(given);
});

it('keeps no log for ever', () => {
  const groups = [...resourcesOf(template, 'AWS::Logs::LogGroup').values()];
  expect(groups.length).toBeGreaterThan(functions.length);
  expect(groups.every(({ RetentionInDays }) => RetentionInDays === 90)).toBe(true);
});
