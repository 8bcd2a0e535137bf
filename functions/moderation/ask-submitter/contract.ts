import { askContract } from '#shared/moderation/contract.ts';

export const contract = askContract('Submitters do not get the mail to confirm their address.');
