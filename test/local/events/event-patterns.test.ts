import { describe, expect, it } from 'vitest';
import { compilePattern } from '#infra/local/events/event-patterns.ts';

describe('an event pattern', () => {
  const event = { source: 'aws.states', detail: { status: 'FAILED', tags: ['a', 'b'] } };

  it.each([
    [{ source: ['aws.states'] }, true],
    [{ source: ['other', 'aws.states'], detail: { status: ['FAILED'] } }, true],
    [{ detail: { status: ['SUCCEEDED'] } }, false],
    [{ detail: { tags: ['b'] } }, true],
    [{ missing: { deep: ['x'] } }, false],
  ])('%j fits: %s', (pattern, fits) => {
    expect(compilePattern(pattern, 'Rule')(event)).toBe(fits);
  });

  it.each([
    [{ detail: { n: ['a', { numeric: ['>', 1] }] } }, 'Rule.detail.n: the comparison numeric is not known here'],
    [{ detail: { n: [{ prefix: 'a' }] } }, 'Rule.detail.n: the comparison prefix'],
    [{ $or: [{ source: ['a'] }] }, 'Rule.$or is not known here'],
  ])('that compares other than by value is refused by its path: %j', (pattern, message) => {
    expect(() => compilePattern(pattern, 'Rule')).toThrow(message);
  });
});
