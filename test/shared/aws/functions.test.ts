import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import type { TaskContract } from '#shared/aws/contract.ts';
import { logError } from '#shared/aws/log.ts';
import { readEnv } from '#shared/aws/read-env.ts';
import { eventFunction, NamedEnding, taskFunction } from '#shared/aws/task-function.ts';

const info = vi.spyOn(console, 'info').mockImplementation(() => {});
const error = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(() => {
  info.mockClear();
  error.mockClear();
});

const contract = {
  env: z.object({}),
  input: z.object({ submissionId: z.string() }),
  output: z.object({ next: z.string() }),
  failure: 'Nothing happens.',
} satisfies TaskContract;

describe('a task', () => {
  it('is given what its contract says, and gives it', async () => {
    const handler = taskFunction(contract, async ({ submissionId }) => ({ next: submissionId, more: 'left out' }));
    expect(await handler({ submissionId: 'a', extra: 1 })).toEqual({ next: 'a' });
  });

  it('does not begin with an input that breaks the contract, nor end with such an output', async () => {
    const perform = vi.fn(async () => ({ next: 'a' }));
    await expect(taskFunction(contract, perform)({})).rejects.toThrow();
    expect(perform).not.toHaveBeenCalled();
    const wrong: () => Promise<{ next: string }> = async () => JSON.parse('{"next":5}');
    await expect(taskFunction(contract, wrong)({ submissionId: 'a' })).rejects.toThrow();
  });

  it.each(['Superseded', 'AlreadyAnswered'] as const)(
    'may end early as %s, which is no failure in the log',
    async (name) => {
      const handler = taskFunction(contract, () => Promise.reject(new NamedEnding(name)));
      await expect(handler({ submissionId: 'a' })).rejects.toMatchObject({ name });
      expect(info).toHaveBeenCalledWith(expect.objectContaining({ outcome: name }));
      expect(error).not.toHaveBeenCalled();
    },
  );

  it('throws an exception on by its name, for the workflow to try again, and tells its message nowhere', async () => {
    for (const handler of [taskFunction(contract, fail), eventFunction(contract, fail)]) {
      await expect(handler({ submissionId: 'a' })).rejects.toMatchObject({
        name: 'TypeError',
        message: expect.not.stringContaining('secret'),
      });
    }
    expect(error).toHaveBeenCalledTimes(2);
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ submissionId: 'a' }));
    expect(JSON.stringify(error.mock.calls)).not.toContain('secret');
  });
});

async function fail(): Promise<never> {
  throw new TypeError('secret text');
}

describe('the log of an error', () => {
  it('names the error and the place', () => {
    logError('it failed', new TypeError('secret text'), { submissionId: 'a' });
    const [[line]] = error.mock.calls as [[{ error: { name: string; place: string[] } }]];
    expect(line).toMatchObject({ what: 'it failed', submissionId: 'a', error: { name: 'TypeError' } });
    expect(line.error.place.join()).toContain('functions.test.ts');
    expect(JSON.stringify(line)).not.toContain('secret');
  });

  it('says of what is no error only what it is', () => {
    logError('it failed', 'secret text');
    expect(JSON.stringify(error.mock.calls)).not.toContain('secret');
  });

  it('shows no line of a message that has several', () => {
    logError('it failed', new Error('first\n    at secret text\nlast'));
    expect(JSON.stringify(error.mock.calls)).not.toContain('secret text');
  });
});

describe('the environment', () => {
  const schema = z.object({ TABLE: z.string(), ORIGIN: z.url() });

  it('is read by name', () => {
    vi.stubEnv('TABLE', 'Cases');
    vi.stubEnv('ORIGIN', 'https://clearing.example');
    expect(readEnv(schema)).toEqual({ TABLE: 'Cases', ORIGIN: 'https://clearing.example' });
  });

  it('fails naming everything that is missing or wrong, and never a value', () => {
    vi.stubEnv('TABLE', undefined);
    vi.stubEnv('ORIGIN', 'secret value');
    expect(() => readEnv(schema)).toThrow('These environment variables are missing or wrong: TABLE, ORIGIN');
    expect(() => readEnv(schema)).not.toThrow('secret value');
  });

  it('takes an empty value for a missing one', () => {
    vi.stubEnv('TABLE', '');
    vi.stubEnv('ORIGIN', 'https://clearing.example');
    expect(() => readEnv(schema)).toThrow('missing or wrong: TABLE');
  });
});
