import './quiet.ts';
import { expect, it } from 'vitest';
import { approve, reject, stories } from './stories.ts';
import { sweep, wholeSweepTakes } from './sweep.ts';

/** How many lives of a story are told where not all are. */
const sample = 8;

/** Whole in `npm run proofs -- --all`. */
it.each(stories.filter((story) => story !== approve && story !== reject))(
  'the story “$name” ends well, whatever of a sample goes wrong once',
  async (story) => {
    const { report, failures } = await sweep(story, sample);
    console.log(report);
    expect(failures).toEqual([]);
  },
  wholeSweepTakes,
);
