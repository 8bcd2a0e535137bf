/** What cannot be had for less: the runtime's own share of a sample. */
export const handler = async () => ({ statusCode: 204 });
