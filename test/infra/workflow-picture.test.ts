import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  pictureOf,
  pictureOfStatuses,
  synthesizedDefinition,
  tableOfWaits,
  withPart,
  withPictures,
} from '#infra/workflow-picture.ts';
import { stepsOf, windowOf } from '#shared/case/question.ts';
import { statuses } from '#shared/case/status.ts';
import { day } from '#test/support/time.ts';

const definition = synthesizedDefinition();
const namesIn = (picture: string) => [...picture.matchAll(/^ {2}state "(.+)" as (\w+)$/gm)];

it('the pictures in shared/README.md are those of today (npm run picture)', () => {
  const document = readFileSync(join(import.meta.dirname, '..', '..', 'shared', 'README.md'), 'utf8');
  expect(withPictures(document)).toBe(document);
});

describe.each([
  { what: 'workflow', picture: pictureOf(definition), shown: Object.keys(definition.States) },
  { what: 'statuses', picture: pictureOfStatuses(), shown: [...statuses] },
] as const)('the picture of the $what', ({ picture, shown }) => {
  it('shows each of them under a name of its own', () => {
    const named = namesIn(picture);
    expect(named.map(([, id]) => id).toSorted()).toEqual(shown.toSorted());
    expect(new Set(named.map(([, , name]) => name)).size).toBe(named.length);
  });
});

it('the picture of the workflow changes with the workflow', () => {
  const { StartAt, States } = definition;
  const { 'Let the case lapse': _, ...others } = States;
  expect(pictureOf({ StartAt, States: others })).not.toBe(pictureOf(definition));
});

it('the picture of the statuses names the action at each arrow, and where a case begins and ends', () => {
  const lines = pictureOfStatuses().split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '  [*] --> received',
      '  [*] --> spam',
      '  in_review --> changes_requested: request-changes',
      '  changes_requested --> lapsed: lapse',
      '  published --> in_review: revise',
      '  withdrawn --> [*]',
    ]),
  );
  expect(lines).not.toContain('  in_review --> [*]');
});

it('the table of waits says what is done and when', () => {
  const row = tableOfWaits()
    .split('\n')
    .find((line) => line.startsWith('| `review` |'));
  for (const { kind, after } of stepsOf('review'))
    expect(row).toMatch(new RegExp(`[|,] ${kind} after ${after / day} days?[ ,]`));
  expect(row).toContain(`the case is parked after ${windowOf('review') / day} days`);
});

describe('a part of a document', () => {
  it('replaces what stood between its markers', () => {
    const document = 'a\n<!-- one -->\nold\n<!-- /one -->\nb';
    expect(withPart(document, 'one', 'new')).toBe('a\n<!-- one -->\n\nnew\n\n<!-- /one -->\nb');
  });

  it('cannot be put where its markers are missing', () => {
    expect(() => withPart('# A document', 'one', 'new')).toThrow('<!-- one -->');
  });
});
