import * as z from 'zod/mini';
import { openJournal, readJournal } from '../journal.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

const started = z.object({
  kind: z.literal('started'),
  arn: z.string(),
  machineArn: z.string(),
  name: z.string(),
  input: z.string(),
  at: z.number(),
});
const ended = z.object({
  kind: z.literal('ended'),
  arn: z.string(),
  status: z.enum(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  at: z.number(),
  output: z.optional(z.string()),
  error: z.optional(z.string()),
  cause: z.optional(z.string()),
});
const announced = z.object({ kind: z.literal('announced'), arn: z.string() });
const entry = z.discriminatedUnion('kind', [started, ended, announced]);
type Entry = z.infer<typeof entry>;
type Ended = z.infer<typeof ended>;

export type Execution = Omit<z.infer<typeof started>, 'kind'> & {
  status: Status;
  stoppedAt?: number;
  output?: string | undefined;
  error?: string | undefined;
  cause?: string | undefined;
  /** Whether its end has been handed to the event bus. */
  announced: boolean;
};

export type ExecutionStore = {
  list(): Execution[];
  find(arn: string): Execution | undefined;
  start(execution: Omit<z.infer<typeof started>, 'kind'>): Execution;
  end(ending: Omit<Ended, 'kind'>): Execution;
  announced(arn: string): void;
  close(): void;
};

/** Keeps every execution that ever was; a line per fact, so that the death of the process loses none. */
export function openExecutions(path: string): ExecutionStore {
  const executions = new Map<string, Execution>();
  const apply = (fact: Entry) => {
    if (fact.kind === 'started') {
      const { kind: _, ...facts } = fact;
      executions.set(fact.arn, { ...facts, status: 'RUNNING', announced: false });
      return;
    }
    const execution = executions.get(fact.arn);
    if (!execution) return;
    if (fact.kind === 'announced') execution.announced = true;
    else
      Object.assign(execution, {
        status: fact.status,
        stoppedAt: fact.at,
        output: fact.output,
        error: fact.error,
        cause: fact.cause,
      });
  };
  const entries = readJournal(path).map((line) => entry.parse(line));
  entries.forEach(apply);
  const journal = openJournal(path, entries);

  function record(fact: Entry): Execution {
    journal.append(fact);
    apply(fact);
    const execution = executions.get(fact.arn);
    if (!execution) throw new Error(`no execution ${fact.arn}`);
    return execution;
  }
  return {
    list: () => [...executions.values()],
    find: (arn) => executions.get(arn),
    start: (execution) => record({ kind: 'started', ...execution }),
    end: (ending) => record({ kind: 'ended', ...ending }),
    announced: (arn) => void record({ kind: 'announced', arn }),
    close: journal.close,
  };
}
