import { describe, expect, it } from 'vitest';
import { compilePattern } from '#infra/local/events/event-patterns.ts';

describe('an event pattern', () => {
  const event = { source: 'aws.states', detail: { status: 'FAILED', tags: ['a', 'b'] } };

  it.each([
    [{ source: ['aws.states'] }, true],
    [{ source: ['other', 'aws.states'], detail: { status: ['FAILED'] } }, true],
    [{ detail: { status: ['SUCCEEDED'] } }, false],
    [{ detail: { status: [{ prefix: 'FAI' }] } }, true],
    [{ detail: { status: [{ 'anything-but': ['FAILED'] }] } }, false],
    [{ detail: { missing: [{ exists: false }] } }, true],
    [{ detail: { tags: ['b'] } }, true],
    [{ missing: { deep: ['x'] } }, false],
  ])('%j fits: %s', (pattern, fits) => {
    expect(compilePattern(pattern, 'Rule')(event)).toBe(fits);
  });

  it('with a comparison that is not known is refused by its place', () => {
    expect(() => compilePattern({ detail: { n: [{ numeric: ['>', 1] }] } }, 'Rule')).toThrow('Rule.detail.n');
  });
});
