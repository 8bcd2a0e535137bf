/**
 * The local world: a very small AWS that has deployed exactly one synthesized template.
 *
 * The way of a request:
 *
 *   browser ──► http-front ──► routes, api-gateway-events ──► functions ──► instance ──► worker: the real bundle
 *                   │                                             ▲                          │ AWS SDK
 *                   └─► local-pages (/_local/…)                   │                          ▼
 *                                       executions, deliveries ───┘          aws-endpoint ──► who calls? permissions
 *                                             ▲                                              │
 *                                             └──── states, events ◄── dynamodb, mail ◄──────┘
 *
 * Reading order: support (what is run, ignored, refused) → template, identities (intrinsics) → deployment → this file.
 * Time comes from one clock that can be moved (clock, advance); what survives `kill -9` is in journals and dynalite's folder.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { watchActivity } from './activity.ts';
import { readApi } from './api.ts';
import { readAssembly } from './assembly.ts';
import { awsEndpoint, listen } from './aws-endpoint.ts';
import { recordCalls } from './call-record.ts';
import { startClock } from './clock.ts';
import { deploy } from './deployment.ts';
import { dynamodbService } from './dynamodb.ts';
import { openDynamodb } from './dynamodb-store.ts';
import { runFunctions } from './functions.ts';
import { httpFront } from './http-front.ts';
import { placeAt } from './identities.ts';
import { collectLogs } from './logs.ts';
import { operatorKeyId, readPermissions } from './permissions.ts';
import { readTables } from './tables.ts';

export type WorldOptions = {
  /** The folder of a synthesized cloud assembly. */
  assembly: string;
  dataDir: string;
  /** Ports of the public address and of the AWS endpoint; 0 takes any free one. */
  port: number;
  awsPort: number;
  fresh?: boolean;
};

/** Boots the template. Several worlds can run beside each other on one machine. */
export async function bootWorld(options: WorldOptions) {
  if (options.fresh) rmSync(options.dataDir, { recursive: true, force: true });
  mkdirSync(options.dataDir, { recursive: true });
  const [front, aws] = await Promise.all([listen(options.port), listen(options.awsPort)]);
  const place = placeAt(`http://localhost:${front.port}`);
  const awsAddress = `http://127.0.0.1:${aws.port}`;
  const clock = startClock(0);
  const activity = watchActivity();

  const deployment = deploy(readAssembly(options.assembly), place);
  const logs = collectLogs(join(options.dataDir, 'logs'), () => undefined);
  const functions = runFunctions(deployment, {
    clock,
    activity,
    awsEndpoint: awsAddress,
    output: logs.write,
    ended: () => undefined,
  });
  const permissions = readPermissions(deployment, functions.list);
  const tables = readTables(deployment);
  const dynamodb = await openDynamodb(join(options.dataDir, 'tables'), tables);
  const record = recordCalls();

  const endpoint = awsEndpoint(aws.server, clock);
  endpoint.serve({ dynamodb: dynamodbService(tables, dynamodb.port, record.authorize) }, permissions);
  const http = httpFront(front.server);
  http.serve({ api: readApi(deployment, functions, permissions), functions, pages: async () => undefined, place, clock });

  return {
    origin: place.origin,
    awsEndpoint: awsAddress,
    credentials: { accessKeyId: operatorKeyId, secretAccessKey: 'local' },
    calls: record.calls,
    logs: logs.lines,
    async stop() {
      await http.close();
      await functions.stop();
      await endpoint.close();
      await dynamodb.close();
      await logs.close();
      clock.stop();
    },
  };
}
