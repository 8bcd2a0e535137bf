import * as z from 'zod/mini';
import { content } from '#test/support/cases.ts';
import { type Asked, operationOf } from './edge/wire.ts';
import type { CallFault } from './faults.ts';
import type { Without } from './life.ts';
import type { TakenAway } from './race-table.ts';
import { approve, askedAgain, type Story } from './stories.ts';

/**
 * Everything that decisions rely on so that nothing is lost, done twice or done too late. Each is taken out at the edge to
 * AWS, or from what somebody sends, and then a life or a race must go wrong: else it would be superfluous, or not proven.
 */

/** Without it, this life goes wrong: as it should go, or with this fault at the first such call. */
interface InLife {
  readonly name: string;
  readonly story: Story;
  readonly fault?: { readonly kind: CallFault | 'called-twice'; readonly what: string; readonly by: string };
  /** Made anew for each life. */
  readonly without: () => Without;
}

/** Without it, some schedule of this race goes wrong. */
interface InRace {
  readonly name: string;
  readonly race: string;
  readonly without: TakenAway;
  /** Only two preemptions at the right places show it, which takes many schedules. */
  readonly isLong?: true;
}

const Item = z.looseObject({
  sk: z.object({ S: z.string() }),
  question: z.optional(z.object({ M: z.looseObject({}) })),
});
type Item = z.infer<typeof Item>;
const Put = z.looseObject({ Item, TableName: z.string() });
const Question = z.looseObject({ kind: z.object({ S: z.string() }), token: z.object({ S: z.string() }) });

/** Every put of an item of this kind, as it shall leave. */
function puts(kind: string, alter: (put: z.infer<typeof Put>) => object): Without {
  const call = (asked: Asked) => {
    if (operationOf(asked) !== 'PutItem') return asked.body;
    const put = Put.parse(JSON.parse(asked.body));
    return put.Item.sk.S === kind ? JSON.stringify(alter(put)) : asked.body;
  };
  return { call };
}

const items = (kind: string, alter: (item: Item) => object) => puts(kind, (put) => ({ ...put, Item: alter(put.Item) }));

const unconditional = (kind: string) => puts(kind, ({ Item: item, TableName }) => ({ Item: item, TableName }));

function omit(name: string) {
  return (item: Item) => Object.fromEntries(Object.entries(item).filter(([key]) => key !== name));
}

const StartExecution = z.looseObject({ name: z.string() });
const TaskInput = z.looseObject({ execution: z.string() });

/** Each start of an execution is one of its own, which passes for the driver that it was to be. */
function namelessExecutions(): Without {
  let started = 0;
  return {
    call(asked) {
      if (operationOf(asked) !== 'StartExecution') return asked.body;
      const start = StartExecution.parse(JSON.parse(asked.body));
      started += 1;
      return JSON.stringify({ ...start, name: `${start.name}~${started}` });
    },
    async task(input) {
      const told = TaskInput.parse(input);
      return { ...told, execution: told.execution.replace(/~\d+$/, '') };
    },
  };
}

/** Every execution passes for the present driver. */
function everybodyDrives(): Without {
  let newest = '';
  return {
    call(asked) {
      if (operationOf(asked) === 'StartExecution') newest = StartExecution.parse(JSON.parse(asked.body)).name;
      return asked.body;
    },
    task: async (input) => ({ ...TaskInput.parse(input), execution: newest }),
  };
}

/** A question keeps the token of the wait that it first had. */
function oldTokens(): Without {
  const first = new Map<string, z.infer<typeof Question>['token']>();
  return items('case', (item) => {
    if (item.question === undefined) return item;
    const question = Question.parse(item.question.M);
    const token = first.get(question.kind.S) ?? question.token;
    if (token.S !== '') first.set(question.kind.S, token);
    return { ...item, question: { M: { ...question, token } } };
  });
}

/** The form is sent once more by somebody who has seen no answer, and confirmed already. */
const sentAgain: Story = {
  ...approve,
  name: 'sent again',
  async play(people, world) {
    await approve.play({ ...people, votes: () => people.submits(content) }, world);
    await people.votes('anna', 'approve');
  },
};

export const safeguardsInLife: readonly InLife[] = [
  {
    name: 'the reconciler runs',
    story: approve,
    fault: { kind: 'lost', what: 'StartExecution', by: 'intake/submit-form' },
    without: () => ({ isUnreconciled: true }),
  },
  {
    name: 'a head says when it is to be looked at',
    story: approve,
    without: () => items('case', omit('checkAt')),
  },
  {
    name: 'what is settled notes whom to wake',
    story: approve,
    fault: { kind: 'lost', what: 'SendTaskSuccess', by: 'operations/reconcile' },
    without: () => items('case', omit('wake')),
  },
  {
    name: 'a mail that could not be noted is deferred, and the case looked at then',
    story: approve,
    fault: { kind: 'lost', what: 'PutItem notice', by: 'moderation/tell-outcome' },
    without: () =>
      items('case', (item) => (JSON.stringify(item).includes('{"S":"ended"}') ? omit('checkAt')(item) : item)),
  },
  {
    name: 'mails that have left are not owed any more',
    story: approve,
    without: () => ({ call: ({ body }) => body.replace('"notice#"', '"nothing#"') }),
  },
  {
    name: 'an execution has the name of its driver',
    story: approve,
    fault: { kind: 'doubled', what: 'StartExecution', by: 'intake/submit-form' },
    without: namelessExecutions,
  },
  {
    name: 'a driver that was replaced writes nothing',
    story: askedAgain,
    without: everybodyDrives,
  },
  {
    name: 'the key of a form stands for one submission',
    story: approve,
    fault: { kind: 'called-twice', what: 'PutItem key', by: 'intake/submit-form' },
    without: () => unconditional('key'),
  },
  {
    name: 'a case is made once',
    story: sentAgain,
    without: () => unconditional('case'),
  },
  {
    name: 'a question names the wait of the present driver',
    story: askedAgain,
    without: oldTokens,
  },
];

const head = 'case';
export const safeguardsInRaces: readonly InRace[] = [
  {
    name: 'a vote is written on what was read',
    race: 'two approve, and both are needed',
    without: { condition: (actor, kind) => actor.includes('approve') && kind === head },
  },
  {
    name: 'an objection is written on what was read',
    race: 'two answer differently, and one is enough',
    without: { condition: (actor, kind) => actor.includes('reject') && kind === head },
  },
  {
    name: 'a vote is taken back from what was read',
    race: 'one takes back while it becomes final',
    without: { condition: (actor, kind) => actor.includes('undo') && kind === head },
  },
  {
    name: 'votes settle as they were read',
    race: 'one takes back while it becomes final',
    without: { condition: (actor, kind) => actor === 'reconciler' && kind === head },
  },
  {
    name: 'a case is claimed by one reconciler',
    race: 'two reconcilers run',
    without: { condition: (_actor, kind) => kind === head },
    isLong: true,
  },
  {
    name: 'the end of a wait is written on what was read',
    race: 'one answers when nobody is waited for any longer',
    without: { condition: (actor, kind) => actor === 'timeout' && kind === head },
  },
  {
    name: 'a reminder is written on what was read',
    race: 'one answers when all are to be reminded',
    without: { condition: (actor, kind) => actor === 'reminder' && kind === head },
  },
  {
    name: 'a driver takes over what was read',
    race: 'one answers while the next driver takes over',
    without: { condition: (actor, kind) => actor === 'next driver' && kind === head },
  },
  {
    name: 'a vote is bound to the round and the text that were read',
    race: 'one answers what is decided and revised',
    without: { binding: true },
  },
  {
    name: 'nothing is taken back that is final',
    race: 'one takes back too late while it becomes final',
    without: { time: true },
  },
  {
    name: 'the note of a mail is never written over',
    race: 'the driver before still asks while the next begins',
    without: { condition: (_actor, kind) => kind.startsWith('notice#') },
  },
  {
    name: 'an older edition never replaces a newer',
    race: 'the driver before still publishes when the next has, and the contact is hidden',
    without: { condition: (_actor, kind) => kind === 'current' },
  },
];
