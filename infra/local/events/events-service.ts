import * as z from 'zod/mini';
import { type Authorize, AwsFailure, type AwsService, jsonAnswer, jsonBody } from '../aws/wire.ts';
import { busArn, type Location } from '../template/identities.ts';
import { unfit } from '../template/shape-errors.ts';
import type { EventBuses } from './event-buses.ts';

const putInput = z.strictObject({
  Entries: z
    .array(
      z.strictObject({
        Source: z.string(),
        DetailType: z.string(),
        Detail: z.string(),
        EventBusName: z.optional(z.string()),
        Resources: z.optional(z.array(z.string())),
        Time: z.optional(z.number()),
        TraceHeader: z.optional(z.string()),
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
});

/** Answers EventBridge's PutEvents. */
export function eventsService(buses: EventBuses, location: Location, authorize: Authorize): AwsService {
  return async (request) => {
    if (request.operation !== 'PutEvents') return undefined;
    const parsed = putInput.safeParse(jsonBody(request));
    if (!parsed.success) throw new AwsFailure('ValidationException', unfit(parsed.error));
    const entries = parsed.data.Entries.map((entry) => ({
      ...entry,
      bus: (entry.EventBusName ?? 'default').split('/').at(-1) ?? 'default',
    }));
    authorize(request.caller, 'events:PutEvents', [...new Set(entries.map((entry) => busArn(location, entry.bus)))]);
    const results = entries.map((entry) => {
      const detail = parsedDetail(entry.Detail);
      if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
      // As in AWS: an event for a bus that is not there is taken and lost, but here it is said.
      if (!buses.names.includes(entry.bus))
        return { ErrorCode: 'InvalidArgument', ErrorMessage: `There is no event bus ${entry.bus}.` };
      const event = { source: entry.Source, detailType: entry.DetailType, detail };
      return { EventId: buses.publish(entry.bus, entry.Resources ? { ...event, resources: entry.Resources } : event) };
    });
    return jsonAnswer({ FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results });
  };
}

function parsedDetail(text: string): object | undefined {
  try {
    const detail: unknown = JSON.parse(text);
    return typeof detail === 'object' && detail !== null ? detail : undefined;
  } catch {
    return undefined;
  }
}
