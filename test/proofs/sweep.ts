import { sampleOf, seed } from './extent.ts';
import { type Fault, faultsOf, nameOfFault } from './faults.ts';
import { live, type Without } from './life.ts';
import type { Story } from './stories.ts';

/** What a test may take that sweeps a whole story, in milliseconds: it takes a minute on an idle machine. */
export const wholeSweepTakes = 900_000;

/** What a sweep has found. */
export interface Swept {
  /** One line: how many lives, of how many possible, over how many calls, and the seed. */
  readonly report: string;
  /** Each life that did not end well, with the command that tells it again. */
  readonly failures: readonly string[];
}

/**
 * Tells a story once as it should go and then once for each fault, or for a sample of so many. Fails also when the story makes fewer calls than
 * it is known to make, when calls pass by the counter, or when a fault befalls nothing: then less was tried than was said.
 */
export async function sweep(story: Story, sample?: number, without?: Without): Promise<Swept> {
  const straight = await live(story, undefined, without);
  const { calls, invocations, requests } = straight.world.aws;
  const failures = straight.wrong.map((one) => `${story.name}, with no fault: ${one}`);
  if (calls.length < story.calls) failures.push(`${story.name} makes ${calls.length} calls, fewer than ${story.calls}`);
  if (calls.length !== requests())
    failures.push(`${story.name}: AWS saw ${requests()} calls, of ${calls.length} counted`);
  const possible = faultsOf(calls, invocations);
  const chosen = sample === undefined ? possible : sampleOf(possible, sample);
  for (const fault of chosen) failures.push(...(await failuresOf(story, fault, without)));
  const report = `${story.name}: ${chosen.length} lives of ${possible.length}, ${calls.length} calls each, seed ${seed}`;
  return { report, failures };
}

/** What goes wrong with one fault, and how to see it again. */
export async function failuresOf(story: Story, fault: Fault, without?: Without): Promise<string[]> {
  const { wrong, befell } = await live(story, fault, without);
  const all = befell === undefined ? [...wrong, 'The fault befell nothing'] : wrong;
  const again = `npm run proofs -- --fault ${story.name}:${fault.kind}:${fault.at}`;
  return all.map((one) => `${story.name}, ${nameOfFault(fault)} (${befell}): ${one}\n  ${again}`);
}
