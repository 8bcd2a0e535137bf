import './quiet.ts';
import { expect, it } from 'vitest';
import { reject } from './stories.ts';
import { sweep, wholeSweepTakes } from './sweep.ts';

it(
  'a rejected case is told, and nothing published, whatever goes wrong once',
  async () => {
    const { report, failures } = await sweep(reject);
    console.log(report);
    expect(failures).toEqual([]);
  },
  wholeSweepTakes,
);
