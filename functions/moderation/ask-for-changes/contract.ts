import { askContract } from '#shared/moderation/contract.ts';

export const contract = askContract('Submitters do not learn that changes are requested.');
