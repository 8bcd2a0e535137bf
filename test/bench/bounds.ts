/** What the figures of an approved submission may come to, with two moderators asked. */
export const caseBounds = { transitions: 10, mails: 5, dollarsPerThousand: 0.85 } as const;

/** How much of the time a cold start may take that the same source takes bundled the ordinary way, and that the reference takes. */
export const coldBounds = { ordinary: 0.8, reference: 0.65 } as const;

/** What a bundle may weigh, in KB of 1,024 bytes. */
export const bundleBound = 400;

/** How many seconds `npm start` may take until it is ready. */
export const startBounds = { first: 5, unchanged: 3 } as const;
