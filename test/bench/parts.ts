import { type Counted, countApprovedCase, moderationOf, requestsOf, type Way } from './approved-case.ts';
import { undoBounds } from './bounds.ts';
import { inLocalWorld } from './local-world.ts';
import { dollarsOf, priceOf } from './price.ts';
import { against, type Topic } from './table.ts';

/** One way to approve beside the next that has one part more. */
export interface Parts {
  readonly atOnce: Counted;
  readonly withUndo: Counted;
  readonly byTwo: Counted;
}

/** Counts an approved case decided at once by one moderator, with the time to take it back, and by two moderators. */
export async function countParts(): Promise<Parts> {
  const count = (way: Way) => inLocalWorld((world) => countApprovedCase(world, way), moderationOf(way));
  return {
    atOnce: await count({ approvals: 1, canUndo: false }),
    withUndo: await count({ approvals: 1, canUndo: true }),
    byTwo: await count({ approvals: 2, canUndo: true }),
  };
}

/** What `more` has beyond `less`. */
export function added(more: Counted, less: Counted) {
  return {
    transitions: more.transitions - less.transitions,
    mails: more.mails - less.mails,
    requests: requestsOf(more) - requestsOf(less),
    writes: (more.awsRequests['dynamodb:PutItem'] ?? 0) - (less.awsRequests['dynamodb:PutItem'] ?? 0),
    writeUnits: more.writeUnits - less.writeUnits,
    dollars: dollarsOf(priceOf(more)) - dollarsOf(priceOf(less)),
  };
}

/** What votes cost: the time to take them back with the reconciler that ends it, and a second pair of eyes. */
export async function parts(): Promise<Topic> {
  const { atOnce, withUndo, byTwo } = await countParts();
  const undo = added(withUndo, atOnce);
  const rows = [
    ['decided at once, by one moderator', whole(atOnce)],
    ['+ the vote can be taken back, and the reconciler settles it', undo],
    ['+ a second moderator must approve', added(byTwo, withUndo)],
    ['**together**', whole(byTwo)],
  ] as const;
  const { dollarsPerThousand } = undoBounds;
  return {
    heading: 'What each part of a decision adds',
    columns: ['what', 'transitions', 'mails', 'AWS requests', 'of them puts', 'write units', '$ per 1,000'],
    rows: rows.map(([what, figures]) => [
      what,
      ...[figures.transitions, figures.mails, figures.requests, figures.writes, figures.writeUnits].map(String),
      figures === undo ? against(dollarsPerThousand, figures.dollars, 4) : figures.dollars.toFixed(4),
    ]),
    notes: [
      'Counted as in the table above, in a world of its own for each line; a stage has the first two parts.',
      'What undo adds in requests are the queries of one run of the reconciler and one of the reminders, which look whether anything is due. They come by the clock, with or without a case, and their price is part of an idle stage, too.',
    ],
    misses: undo.dollars > dollarsPerThousand ? [`undo adds $${undo.dollars.toFixed(4)} per 1,000`] : [],
  };
}

function whole(counted: Counted): ReturnType<typeof added> {
  const { transitions, mails, writeUnits, awsRequests } = counted;
  const writes = awsRequests['dynamodb:PutItem'] ?? 0;
  return {
    transitions,
    mails,
    requests: requestsOf(counted),
    writes,
    writeUnits,
    dollars: dollarsOf(priceOf(counted)),
  };
}
