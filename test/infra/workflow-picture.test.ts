import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictureOf, synthesizedDefinition, withPicture } from '#infra/workflow-picture.ts';

const definition = synthesizedDefinition();

describe('the picture of the workflow', () => {
  it('in the README is the one of today (npm run picture)', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
    expect(withPicture(readme, pictureOf(definition))).toBe(readme);
  });

  it('shows every state under a name of its own', () => {
    const named = [...pictureOf(definition).matchAll(/^ {2}state "(.+)" as (\w+)$/gm)];
    expect(named.map(([, id]) => id).toSorted()).toEqual(Object.keys(definition.States).toSorted());
    expect(new Set(named.map(([, , name]) => name)).size).toBe(named.length);
  });

  it('changes with the story', () => {
    const { StartAt, States } = definition;
    const { 'Let the case lapse': _, ...others } = States;
    expect(pictureOf({ StartAt, States: others })).not.toBe(pictureOf(definition));
  });

  it('has nowhere to go without the markers', () => {
    expect(() => withPicture('# A README', pictureOf(definition))).toThrow(/<!-- workflow -->/);
  });
});
