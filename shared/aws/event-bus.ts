import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

export type EventBus = ReturnType<typeof createEventBus>;

/** The bus on which other systems hear what became public. */
export function createEventBus(name: string, client = new EventBridgeClient()) {
  async function put(type: string, detail: object): Promise<void> {
    const entry = { EventBusName: name, Source: 'clearing-centre', DetailType: type, Detail: JSON.stringify(detail) };
    const { FailedEntryCount = 0 } = await client.send(new PutEventsCommand({ Entries: [entry] }));
    if (FailedEntryCount > 0) throw new Error('The event bus did not take the event');
  }

  return {
    /** Tells that a version of an initiative is in the catalogue. May be told twice; id and version name it. */
    initiativePublished: (initiative: { id: string; version: number; kind: string; url: string }) =>
      put('InitiativePublished', initiative),

    /** Tells that an initiative is no longer in the catalogue. May be told twice. */
    initiativeWithdrawn: (initiative: { id: string; version: number; kind: string }) =>
      put('InitiativeWithdrawn', initiative),
  };
}
