import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { synthesizedTemplate } from './synthesized.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const outputs = Object.keys(synthesizedTemplate('prod').findOutputs('*'));

it('every output has its place in the README', () => {
  expect(outputs.filter((name) => !readme.includes(`\`${name}\``) && !readme.includes(`output ${name})`))).toEqual([]);
});

it('every output that the README asks for is there under that very name', () => {
  const asked = [...readme.matchAll(/\$\(output (\w+)\)/g)].map(([, name]) => name);
  expect(asked).toContain('AttendCaseName');
  expect(asked.filter((name = '') => !outputs.includes(name))).toEqual([]);
});
