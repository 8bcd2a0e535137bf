import { mostBytes } from '#infra/bundles.ts';
import type { FunctionPath } from '#infra/functions.ts';

/** What the figures of an approved submission may come to, with two moderators asked. */
export const caseBounds = { transitions: 8, mails: 5, awsRequests: 120, dollarsPerThousand: 0.85 } as const;

/** What it may add that a vote can be taken back: a write that settles, and the runs by the clock in the meantime. */
export const undoBounds = { transitions: 0, mails: 0, writes: 1, dollarsPerThousand: 0.02 } as const;

/** What a post that is held may cost, as a share of one that is approved. */
export const floodBounds = { heldShare: 1 / 50 } as const;

/** Seconds from when a decision is final to its publication, and from the write that makes it final. */
export const publicationBounds = { fromFinal: { p50: 40, p99: 75 }, fromSettling: { p50: 3 } } as const;

/** Looks taken at cases that wait as they should, minutes until an interrupted one is carried on, cases parked by a rush. */
export const waitingBounds = { looks: 0, minutes: 2, parked: 0 } as const;

/** What a stage may cost a month in US dollars while nobody uses it. */
export const idleDollarsBound = 8;

/** How much of the time a cold start may take that the same source takes bundled the ordinary way. */
export const ordinaryBound = 0.8;

/** How much of the time of the reference a cold start may take: a program's list and entry least, a submission most. */
export function referenceBound(path: FunctionPath): number {
  switch (path) {
    case 'catalogue/list-initiatives':
    case 'catalogue/read-initiative':
      return 0.5;
    case 'catalogue/show-pages':
    case 'links/show-status':
    case 'operations/check-health':
      return 0.56;
    case 'intake/submit-form':
      return 0.78;
    default:
      return 0.65;
  }
}

/** How much longer a cold start may take than in another checkout (`--against`). */
export const againstBound = 1.03;

/** What a bundle may weigh, in KB of 1,024 bytes. */
export const bundleBound = mostBytes / 1024;

/** What a first visit to a page may take on the wire, in KB of 1,024 bytes. */
export const visitBounds = { '/': 25, '/forms/initiative': 45 } as const;

/** What the local world may keep for each execution that waits, in KB. */
export const memoryBound = 50;

/** How many seconds `npm start` may take until it is ready. */
export const startBounds = { first: 5, unchanged: 3 } as const;
