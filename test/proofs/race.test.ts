import { describe, expect, it } from 'vitest';
import { countSchedules, explore, type InTurn } from './race.ts';

describe('the explorer', () => {
  /** Two who each add one to a number, by reading and writing it. */
  const adding = async () => {
    let stored = 0;
    const add = async (inTurn: InTurn) => {
      const read = await inTurn(async () => stored);
      await inTurn(async () => {
        stored = read + 1;
      });
    };
    return {
      actors: ['one', 'two'].map((name) => ({ name, act: add })),
      judge: async () => expect(stored).toBe(2),
    };
  };

  it('finds what goes wrong only when one is interrupted, and tells the schedule', async () => {
    await expect(explore(adding, 10)).rejects.toThrow('Wrong after one ×1, two ×2, one ×1');
  });

  it('runs every schedule with at most two preemptions once', async () => {
    const seen = new Set<string>();
    const noting = async () => {
      const order: string[] = [];
      const act = (name: string) => async (inTurn: InTurn) => {
        for (let step = 0; step < 3; step += 1) await inTurn(async () => void order.push(name));
      };
      return {
        actors: ['a', 'b'].map((name) => ({ name, act: act(name) })),
        judge: async () => {
          expect(seen).not.toContain(order.join(''));
          seen.add(order.join(''));
        },
      };
    };
    const { schedules, expected, calls } = await explore(noting, 100);
    // Two one after the other; two points at which each can be interrupted; and each of the points of both.
    expect(schedules).toBe(2 + 2 * 2 + 2 * (2 * 2));
    expect([schedules, calls]).toEqual([expected, schedules * 6]);
    expect(seen).toContain('aababb');
  });

  it('knows how many schedules there are', () => {
    expect(countSchedules([3, 3], 0)).toBe(2);
    expect(countSchedules([2, 2], 2)).toBe(6);
    expect(countSchedules([1, 1, 1], 2)).toBe(6);
  });
});
