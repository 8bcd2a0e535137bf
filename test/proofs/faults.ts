import type { Around, Call, Deliver, Invocation } from './edge/invocations.ts';

/** What can happen to one call to AWS. */
export const callFaults = {
  /** It never reached AWS, and the function sees an error. */
  lost: 'never reached AWS',
  /** AWS carried it out, and the function sees an error. */
  unheard: 'was carried out and its answer lost',
  /** AWS carried it out, and the function died. */
  killed: 'was carried out and its function killed',
  /** The same, and with the function ended the execution that had called it. */
  stopped: 'was carried out, its function killed and its execution stopped',
  /** AWS carried it out twice, as after a lost answer that the SDK did not mention; the function sees the second answer. */
  doubled: 'was carried out twice',
};
export type CallFault = keyof typeof callFaults;
const kindsOfCallFaults: readonly CallFault[] = ['lost', 'unheard', 'killed', 'stopped', 'doubled'];
export const kindsOfFaults = [...kindsOfCallFaults, 'called-twice'] as const;

/** One fault in a life: of the call with that number, or the function that is called a second time with the same event. */
export type Fault = { readonly kind: (typeof kindsOfFaults)[number]; readonly at: number };

export function nameOfFault({ kind, at }: Fault): string {
  return kind === 'called-twice' ? `invocation ${at} was delivered twice` : `call ${at} ${callFaults[kind]}`;
}

/** How the SDK tells that nobody answered. It tries such a call again, and this is what the last attempt ends with. */
class NoAnswer extends Error {
  override readonly name = 'TimeoutError';
}

/** Whether a fault of this kind differs from all others: a read leaves no trace, and only a task has an execution. */
function isDistinct(kind: CallFault, { reads, by }: Call): boolean {
  if (kind === 'stopped') return by.of.startsWith('moderation/') && !reads;
  return !reads || kind === 'lost' || kind === 'killed';
}

/** Every fault that can befall a life with these calls. */
export function faultsOf(calls: readonly Call[], invocations: readonly Invocation[]): Fault[] {
  const ofCalls = calls.flatMap((call) =>
    kindsOfCallFaults.filter((kind) => isDistinct(kind, call)).map((kind) => ({ kind, at: call.number })),
  );
  return [...ofCalls, ...invocations.map(({ number: at }) => ({ kind: 'called-twice' as const, at }))];
}

/** Lets exactly one fault happen; `happened` is the call or the function that it befell. */
export function oneFault(fault: Fault | undefined) {
  let happened: string | undefined;
  let by: Invocation | undefined;
  const around: Around = async (call, send) => {
    if (fault === undefined || fault.kind === 'called-twice' || call.number !== fault.at) return send();
    happened = call.what;
    by = call.by;
    if (fault.kind === 'lost') throw new NoAnswer();
    const answer = send();
    if (fault.kind === 'doubled') return answer.then(send, send);
    await answer.catch(() => {});
    if (fault.kind === 'unheard') throw new NoAnswer();
    call.by.kill(fault.kind !== 'stopped');
    return answer;
  };
  const deliver: Deliver = async (number, run) => {
    if (fault?.kind !== 'called-twice' || fault.at !== number) return run();
    happened = 'called twice';
    await run().catch(() => {});
    return run();
  };
  return { around, deliver, happened: () => (happened === undefined ? undefined : { what: happened, by }) };
}
