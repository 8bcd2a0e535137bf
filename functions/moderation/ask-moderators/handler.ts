import { askFunction } from '#shared/moderation/ask-function.ts';

/** Mails each moderator their own link, and waits. */
export const handler = askFunction('review', import.meta.dirname);
