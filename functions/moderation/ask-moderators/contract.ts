import { askContract } from '#shared/moderation/contract.ts';

export const contract = askContract('Moderators do not get the mail to review a case.');
