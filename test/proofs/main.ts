import './quiet.ts';
import { parseArgs } from 'node:util';
import { passes } from '#test/judges/vitest.ts';
import { type Fault, kindsOfFaults } from './faults.ts';
import { live } from './life.ts';
import { stories } from './stories.ts';
import { failuresOf } from './sweep.ts';

/**
 * `npm run proofs`: what `npm test` runs of them; `-- --all` all that there is, `-- --seed 7` the samples of that seed. A file
 * or a part of its path chooses. `-- --fault undo:killed:31` tells one life again, `-- --count` counts calls.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    seed: { type: 'string' },
    fault: { type: 'string' },
    count: { type: 'boolean', default: false },
  },
});

if (values.count) await count();
else if (values.fault !== undefined) await tellAgain(values.fault);
else prove();

function prove(): void {
  // A flood needs a world; with little of it, it is part of `npm test` anyway.
  const everything = ['test/proofs', ...(values.all ? ['test/e2e/flood.test.ts'] : [])];
  const files = positionals.length > 0 ? positionals : everything;
  const extent = {
    ...(values.all && { PROOFS: 'all' }),
    ...(values.seed !== undefined && { PROOFS_SEED: values.seed }),
  };
  if (!passes(files, extent)) process.exitCode = 1;
}

async function count(): Promise<void> {
  for (const story of stories) console.log(`${story.name}: ${(await live(story)).world.aws.calls.length} calls`);
}

async function tellAgain(text: string): Promise<void> {
  const [name, kindName, at] = text.split(':');
  const story = stories.find((one) => one.name === name);
  const kind = kindsOfFaults.find((one) => one === kindName);
  if (story === undefined || kind === undefined) throw new Error(`There is no ${text}`);
  const fault: Fault = { kind, at: Number(at) };
  const failures = await failuresOf(story, fault);
  console.log(failures.length > 0 ? failures.join('\n') : `${story.name} ends well`);
  if (failures.length > 0) process.exitCode = 1;
}
