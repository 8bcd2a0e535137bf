import { describe, expect, it, vi } from 'vitest';
import { contracts, functionPaths } from '#infra/functions.ts';
import { coldStart, environment } from '#test/support/functions.ts';
import { settings } from '#test/support/services.ts';

vi.mock('#shared/moderation/settings.ts', async (original) => ({
  ...(await original<typeof import('#shared/moderation/settings.ts')>()),
  readSettings: () => settings,
}));
vi.mock('node:fs', async (actual) => ({ ...(await actual<typeof import('node:fs')>()), readFileSync: () => '[]' }));

const values = new Map(Object.entries(environment));
const variables = (path: ReturnType<typeof functionPaths>[number]) => Object.keys(contracts[path].env.shape);
const complete = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, values.get(name) ?? '']));

describe.each(functionPaths())('%s', (path) => {
  const names = variables(path);

  it('starts with the variables of its contract and no other', async () => {
    expect(await coldStart(path, complete(names))).toBeTypeOf('function');
  });

  it('does not start without any one of them, and says which', async () => {
    for (const name of names) {
      const others = complete(names.filter((other) => other !== name));
      await expect(coldStart(path, others), name).rejects.toThrow(`missing or wrong: ${name}`);
    }
    expect.hasAssertions();
    expect(names).toEqual([...new Set(names)]);
  });

  it('does not start with one misspelt, and says which', async () => {
    const [name] = names;
    if (name === undefined) {
      expect(names).toEqual([]);
      return;
    }
    const misspelt = { ...complete(names.slice(1)), [`${name}S`]: values.get(name) ?? '' };
    await expect(coldStart(path, misspelt)).rejects.toThrow(`missing or wrong: ${name}`);
  });
});
