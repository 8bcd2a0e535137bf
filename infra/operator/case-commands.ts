import type { CaseAct } from '#functions/operations/attend-case/contract.ts';

interface CaseCommand {
  /** One line, for the list of commands. */
  readonly does: string;
  /** What to know before doing it. */
  readonly more: string;
  /** What is true when there was nothing to do. */
  readonly nothing: string;
  /** What is true when the case does not allow it. */
  readonly refused?: string;
}

/** The commands that do something to one case, in the words of whoever gives them. */
export const caseCommands: Readonly<Record<CaseAct, CaseCommand>> = {
  release: {
    does: 'let a held submission go the ordinary way',
    more: 'Read it first: show <id> --content. It is mailed whatever the budgets say, so be sure that it is real.',
    nothing: 'It is not held.',
  },
  drop: {
    does: 'erase a held submission at once',
    more: 'Read it first: show <id> --content. It cannot be brought back. Nobody is told.',
    nothing: 'It is being erased already.',
    refused: 'It is not held. What is not held can be withdrawn or erased.',
  },
  resume: {
    does: 'send a parked case on its way again',
    more: 'First remove what it was parked for (list --what parked names it). What was mailed and can still be answered is not mailed again. For many cases: resume --all --why … --since …',
    nothing: 'It is not parked.',
  },
  'ask-again': {
    does: 'ask the moderators anew, as the settings name them now',
    more: 'For a case in review whose moderators have left, changed their address or do not answer. Whoever was asked before is mailed again.',
    nothing: 'It is not in review, or moderators are about to be asked.',
  },
  resend: {
    does: 'mail the submitter the links of a case anew',
    more: 'Before the address is confirmed it is the mail to confirm it. An address that took no mail is tried again. Three times a day at most.',
    nothing: 'They have been mailed.',
    refused: 'Not now: they were asked for three times already, or this case has none to mail.',
  },
  withdraw: {
    does: 'take a case back for its submitter',
    more: 'Be sure who asks. Readers then find that the entry was withdrawn. It cannot be undone.',
    nothing: 'It was withdrawn before.',
    refused: 'A case that is held or has ended cannot be withdrawn.',
  },
  erase: {
    does: 'withdraw a case and erase all of it some minutes later',
    more: 'Be sure who asks. It cannot be brought back; only codes and times of what happened stay.',
    nothing: 'That was asked for before.',
  },
  hold: {
    does: 'keep a case from being erased while a legal claim needs it',
    more: 'Whoever asks, and however long it has been kept. "unhold" ends it.',
    nothing: 'It is kept already.',
  },
  unhold: {
    does: 'end "hold": what was to be erased meanwhile is then',
    more: 'Look first whether the claim is settled.',
    nothing: 'Nothing keeps it.',
  },
};
