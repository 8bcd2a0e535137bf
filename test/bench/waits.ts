import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { World } from '#infra/local/world.ts';
import { createCaseStore } from '#shared/case/case-store.ts';
import { freshDriver } from '#shared/case/driver.ts';
import { windowOf } from '#shared/case/question.ts';
import { aCase } from '#test/support/cases.ts';
import { example } from '#test/support/story.ts';
import { waitingBounds } from './bounds.ts';
import { inLocalWorld, withFolder } from './local-world.ts';
import { sendAll } from './requests.ts';
import { against, type Topic } from './table.ts';

const minute = 60_000;
/** Longer than it takes until a case is looked at whose driver is between two waits. */
const watchedMinutes = 20;

/** What many waiting cases cost the reconciler, and what comes of waits that all end at once. */
export async function waits({ isQuick }: { isQuick: boolean }): Promise<Topic> {
  const healthy = isQuick ? 200 : 2_000;
  const together = isQuick ? 50 : 500;
  const { looks, minutes } = await inLocalWorld((world) => interruptOne(world, healthy));
  const parked = await endTogether(together);
  const figures = [
    [`looks at ${healthy} cases that wait as they should, in ${watchedMinutes} minutes`, looks, waitingBounds.looks, 0],
    ['minutes until one beside them is carried on whose start was lost', minutes, waitingBounds.minutes, 1],
    [`cases parked of ${together} whose waits ended together`, parked, waitingBounds.parked, 0],
  ] as const;
  return {
    heading: 'Cases that wait',
    columns: ['what', 'figure'],
    rows: figures.map(([what, figure, bound, digits]) => [what, against(bound, figure, digits)]),
    notes: [
      'Counted in the local world, in minutes of its clock. A look is counted by what it writes to the case. The waits end together because the world stands still while their time runs out.',
    ],
    misses: figures.filter(([, figure, bound]) => figure > bound).map(([what, figure]) => `${figure} ${what}`),
  };
}

/** So many cases wait for their confirmation, and one more has been taken in whose start was not heard. */
export async function interruptOne(world: World, healthy: number): Promise<{ looks: number; minutes: number }> {
  await submit(world, healthy);
  const table = await submissionsOf(world);
  const before = await headsOf(table);
  const since = world.now();
  const interrupted = aCase('received', freshDriver(undefined, since));
  await createCaseStore(table.documents, table.name).create(interrupted);
  let minutes = Number.POSITIVE_INFINITY;
  for (let passed = 0; passed < watchedMinutes; passed += 1) {
    await world.advance(minute);
    const isMailed = world.mails().some(({ text }) => text.includes(interrupted.reference));
    if (isMailed) minutes = Math.min(minutes, (world.now().getTime() - since.getTime()) / minute);
  }
  const after = await headsOf(table);
  const looks = [...before].map(([id, { version }]) => (after.get(id)?.version ?? version) - version);
  return { looks: looks.reduce((sum, count) => sum + count, 0), minutes };
}

/** So many waits end at the same time. Gives how many cases were parked; the others must have lapsed. */
export async function endTogether(cases: number): Promise<number> {
  return withFolder(async (folder) => {
    await submit(await folder.boot(), cases);
    await folder.standStill(windowOf('confirm'));
    const world = await folder.boot();
    await world.rest();
    const ends = [...(await headsOf(await submissionsOf(world))).values()];
    const parked = ends.filter((head) => head.parked !== undefined).length;
    const lapsed = ends.filter(({ status, told }) => status === 'lapsed' && told).length;
    if (parked + lapsed !== cases)
      throw new Error(`${cases - parked - lapsed} of ${cases} cases did not come to an end`);
    return parked;
  });
}

/** Takes in so many submissions, whose submitters are then asked. */
async function submit(world: World, count: number): Promise<void> {
  const body = () => JSON.stringify(example('dk-sprogmakker-paa-arbejdspladsen'));
  const path = '/v1/forms/initiative/submissions';
  await sendAll(world.origin, count, () => ({ path, body: body(), ending: 202 }));
  await world.rest();
}

interface Table {
  readonly name: string;
  readonly documents: DynamoDBDocumentClient;
}

async function submissionsOf({ awsEndpoint, region, operatorCredentials }: World): Promise<Table> {
  const client = new DynamoDBClient({ endpoint: awsEndpoint, region, credentials: operatorCredentials });
  const { TableNames = [] } = await client.send(new ListTablesCommand());
  const name = TableNames.find((one) => one.startsWith('Submissions')) ?? '';
  const options = { marshallOptions: { removeUndefinedValues: true } };
  return { name, documents: DynamoDBDocumentClient.from(client, options) };
}

const Head = z.object({
  pk: z.string(),
  version: z.number(),
  status: z.string(),
  told: z.boolean(),
  parked: z.optional(z.unknown()),
});

/** What the table holds of each case, by its id. */
async function headsOf({ name, documents }: Table): Promise<ReadonlyMap<string, z.infer<typeof Head>>> {
  const heads = { FilterExpression: 'sk = :case', ExpressionAttributeValues: { ':case': 'case' } };
  const found = new Map<string, z.infer<typeof Head>>();
  for await (const { Items = [] } of paginateScan({ client: documents }, { TableName: name, ...heads })) {
    for (const head of Items.map((item) => Head.parse(item))) found.set(head.pk, head);
  }
  return found;
}
