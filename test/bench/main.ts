/**
 * The figures of this project, each beside its reference or bound from the same run. The last that were kept are in FIGURES.md.
 *
 *   npm run bench                 everything, some minutes
 *   npm run bench -- cold cost    some topics: start, cold, cost, parts, decisions, flood, idle, size, visit, memory, throughput, waits
 *   npm run bench -- --quick      fewer rounds
 *   npm run bench -- --write      also writes the tables into FIGURES.md, between its marks
 *
 * Never part of the tests: what may be counted is held by counts.test.ts, what is timed depends on the machine.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { coldStarts } from './cold.ts';
import { costs } from './cost.ts';
import { decisions } from './decisions.ts';
import { firstVisits } from './first-visit.ts';
import { floods } from './flood.ts';
import { idleCosts } from './idle.ts';
import { describeMachine } from './machine.ts';
import { memory } from './memory.ts';
import { parts } from './parts.ts';
import { sizes } from './size.ts';
import { starts } from './start.ts';
import { type Topic, type TopicOptions, toMarkdown } from './table.ts';
import { throughput } from './throughput.ts';
import { waits } from './waits.ts';

const topics: ReadonlyMap<string, (options: TopicOptions) => Promise<Topic>> = new Map([
  ['start', starts],
  ['cold', coldStarts],
  ['cost', costs],
  ['parts', parts],
  ['decisions', decisions],
  ['flood', floods],
  ['idle', idleCosts],
  ['size', sizes],
  ['visit', firstVisits],
  ['memory', memory],
  ['throughput', throughput],
  ['waits', waits],
]);
const figures = join(import.meta.dirname, 'FIGURES.md');
const marked = /(<!-- figures -->\n)[\s\S]*(<!-- \/figures -->)/;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
});
const wanted = positionals.length > 0 ? positionals : [...topics.keys()];

if (values.write && positionals.length > 0) throw new Error('--write takes all topics: half a table set would mislead');

const tables = [`Measured on ${describeMachine()}`];
console.log(`${tables[0]}\n`);
for (const name of wanted) {
  const topic = topics.get(name);
  if (topic === undefined) throw new Error(`There is no topic ${name}; there are ${[...topics.keys()].join(', ')}`);
  const table = toMarkdown(await topic({ isQuick: values.quick, against: values.against && resolve(values.against) }));
  console.log(`${table}\n`);
  tables.push(table);
}
if (values.write) writeFigures(tables.join('\n\n'));

function writeFigures(text: string): void {
  const before = readFileSync(figures, 'utf8');
  if (!marked.test(before)) throw new Error('FIGURES.md has no <!-- figures --> … <!-- /figures -->');
  writeFileSync(
    figures,
    before.replace(marked, (_, open: string, close: string) => `${open}\n${text}\n\n${close}`),
  );
}
