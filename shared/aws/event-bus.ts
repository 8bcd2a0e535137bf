import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

export type EventBus = ReturnType<typeof createEventBus>;

/** The bus on which other systems hear what became public. */
export function createEventBus(name: string, client = new EventBridgeClient()) {
  return {
    /** Tells that a version of an initiative is in the catalogue. May be told twice; id and version name it. */
    async initiativePublished(initiative: { id: string; version: number; kind: string; url: string }): Promise<void> {
      const entry = {
        EventBusName: name,
        Source: 'clearing-centre',
        DetailType: 'InitiativePublished',
        Detail: JSON.stringify(initiative),
      };
      const { FailedEntryCount = 0 } = await client.send(new PutEventsCommand({ Entries: [entry] }));
      if (FailedEntryCount > 0) throw new Error('The event bus did not take the event');
    },
  };
}
