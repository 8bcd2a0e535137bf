import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  constructIdOf,
  contracts,
  type EnvironmentOf,
  type FunctionPath,
  functionPaths,
  routesOf,
} from '#infra/functions.ts';
import { synthesizedDefinition } from '#infra/workflow-picture.ts';
import { reachedFrom, readSources } from '#test/architecture/source-tree.ts';
import { functionsOf, resourcesOf, synthesizedTemplate } from './synthesized.ts';

const template = synthesizedTemplate('prod');
const functions = [...functionsOf(template)];
const sources = readSources();
const root = join(import.meta.dirname, '..', '..');

const Environment = z.object({ Variables: z.record(z.string(), z.unknown()) });
const Logging = z.object({ LogFormat: z.string(), LogGroup: z.object({ Ref: z.string() }) });

/** How long the workflow waits for a task, in seconds. Those that ask people are held to it too. */
const workflowWaits = 60;
const Rules = z.array(z.looseObject({ Targets: z.array(z.looseObject({ Arn: z.unknown() })) }));
const targets = JSON.stringify(
  Rules.parse([...resourcesOf(template, 'AWS::Events::Rule').values()]).flatMap(({ Targets }) => Targets),
);

/** How many seconds a function may take, by who calls it. */
function timeOf(path: FunctionPath): { atLeast: number; below: number } {
  // API Gateway waits for 30 seconds.
  if (routesOf(path).length > 0) return { atLeast: 5, below: 30 };
  if ('output' in contracts[path]) return { atLeast: 5, below: workflowWaits };
  // Nobody waits for what a schedule or an event calls, and it may find a lot to do. Lambda ends after 900.
  if (targets.includes(`"${functionsOf(template).get(path)?.id}"`)) return { atLeast: 120, below: 901 };
  // The AWS command line of an operator waits for 60.
  return { atLeast: 5, below: 60 };
}

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

  it('ends before its caller gives up, and has time for a cold start and the SDK’s own tries', () => {
    const { atLeast, below } = timeOf(path);
    expect(properties['Timeout']).toBeGreaterThanOrEqual(atLeast);
    expect(properties['Timeout']).toBeLessThan(below);
  });
});

it('lets the workflow give up on a task only after its function has', () => {
  const waits = Object.values(synthesizedDefinition().States).flatMap(({ TimeoutSeconds }) => TimeoutSeconds ?? []);
  expect(new Set(waits)).toEqual(new Set([workflowWaits]));
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

it('keeps what the workflow passes on, such as task tokens, out of its log', () => {
  const [machine] = resourcesOf(template, 'AWS::StepFunctions::StateMachine').values();
  expect(machine?.['LoggingConfiguration']).toMatchObject({ IncludeExecutionData: false, Level: 'ERROR' });
});

it('keeps no log for ever', () => {
  const groups = [...resourcesOf(template, 'AWS::Logs::LogGroup').values()];
  expect(groups.length).toBeGreaterThan(functions.length);
  expect(groups.every(({ RetentionInDays }) => RetentionInDays === 90)).toBe(true);
});
