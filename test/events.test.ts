import { describe, expect, it } from 'vitest';
import { contracts, functionPaths, routesOf } from '#infra/functions.ts';
import { readRequest } from '#shared/http/request.ts';
import { examplesOf, foldersOfExamples } from './support/functions.ts';

describe('the example payloads', () => {
  it('are there for every function and for nothing else', () => {
    expect(foldersOfExamples().sort()).toEqual([...functionPaths()].sort());
    for (const path of functionPaths()) expect(examplesOf(path).size, path).toBeGreaterThan(0);
  });

  it('have no secret, address or person of the real world', () => {
    const all = JSON.stringify(functionPaths().map((path) => [...examplesOf(path)]));
    const addresses = all.match(/[\w.+-]+@[\w.-]+/g) ?? [];
    for (const address of addresses) expect(address).toMatch(/\.example$/);
    expect(new Set(all.match(/"sourceIp":"[^"]*"/g))).toEqual(new Set(['"sourceIp":"192.0.2.17"']));
  });
});

const cases = functionPaths().flatMap((path) => [...examplesOf(path)].map(([name, event]) => ({ path, name, event })));

describe.each(cases)('events/$path/$name.json', ({ path, event }) => {
  const contract = contracts[path];

  it('is what the contract of its function expects', () => {
    if ('input' in contract) {
      expect(contract.input.safeParse(event).error).toBeUndefined();
      return;
    }
    const { route, path: address, parameters } = readRequest(event);
    expect(routesOf(path)).toContain(route);
    const expected = route.split(' ')[1]?.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '?');
    if (route !== '$default') expect(address).toBe(expected);
  });
});
