import { askFunction } from '#shared/moderation/ask-function.ts';

/** Mails the submitter the link to confirm the address, and waits. */
export const handler = askFunction('confirm', import.meta.dirname);
