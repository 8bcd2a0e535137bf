import './quiet.ts';
import { expect, it } from 'vitest';
import { approve } from './stories.ts';
import { sweep, wholeSweepTakes } from './sweep.ts';

it(
  'an approved case is published and all are told, whatever goes wrong once',
  async () => {
    const { report, failures } = await sweep(approve);
    console.log(report);
    expect(failures).toEqual([]);
  },
  wholeSweepTakes,
);
