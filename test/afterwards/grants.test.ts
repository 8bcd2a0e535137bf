import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readReports } from '#test/support/grants.ts';

const root = join(import.meta.dirname, '..', '..');

/** Rights that no test can see used, and why they are there. */
const unseen = [
  // Lambda writes the logs of a function with its role; the local world needs no right to.
  /^\S+ logs:(CreateLogStream|PutLogEvents) /,
  // CDK grants them beside `sqs:SendMessage`, all three to Lambda, which sends a failed event with the role of the function.
  /^\S+ sqs:GetQueue(Attributes|Url) /,
];

test('Each right of each function is used in some world of the suite', (context) => {
  const reports = readReports(inject('reports'));
  const missing = filesWithWorlds().filter((file) => !reports.some((report) => report.file === file));
  if (missing.length > 0 && process.env['CI'] !== 'true')
    return context.skip(`Only the whole suite can tell. Not run: ${missing.join(', ')}`);
  expect(missing).toEqual([]);
  const used = new Set(reports.flatMap((report) => report.used));
  const granted = new Set(reports.flatMap((report) => report.granted));
  expect(granted.size).toBeGreaterThan(50);
  const idle = [...granted].filter((name) => !used.has(name) && !unseen.some((one) => one.test(name)));
  expect(idle).toEqual([]);
});

/** Those in a browser need one, and use no right that the others do not. */
function filesWithWorlds(): string[] {
  const files = globSync('test/e2e/**/*.test.ts', { cwd: root });
  return files.filter((file) => readFileSync(join(root, file), 'utf8').includes('startWorld('));
}
