import { askFunction } from '#shared/moderation/ask-function.ts';

/** Mails the submitter the comments and the edit link, acknowledges the decision, and waits. */
export const handler = askFunction('revise', import.meta.dirname);
