import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import * as z from 'zod/mini';
import { stepsOf, windowOf } from '#shared/case/question.ts';
import { allActions, type Status, statusAfter, statuses } from '#shared/case/status.ts';
import { buildApp } from './app.ts';
import { withoutCode } from './code-folders.ts';

/** Draws what shared/README.md shows: the workflow, the statuses and the waits, from what is deployed. */

const State = z.looseObject({
  Type: z.string(),
  Next: z.optional(z.string()),
  End: z.optional(z.boolean()),
  Default: z.optional(z.string()),
  Choices: z.optional(z.array(z.looseObject({ StringEquals: z.string(), Next: z.string() }))),
  Catch: z.optional(z.array(z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() }))),
});
type State = z.infer<typeof State>;

const Definition = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), State) });
export type Definition = z.infer<typeof Definition>;

/** The definition of the moderation workflow in the Amazon States Language; functions are named by their logical ids. */
export function synthesizedDefinition(): Definition {
  const outdir = mkdtempSync(join(tmpdir(), 'workflow-'));
  try {
    const { app, stack } = buildApp({ stage: 'local', code: withoutCode, outdir, isChecked: false });
    app.synth();
    const machine = stack.node.findAll().find((node) => node instanceof CfnStateMachine);
    const { 'Fn::Join': parts } = z
      .object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) })
      .parse(stack.resolve(machine?.definitionString));
    return Definition.parse(JSON.parse(parts[1].map(plainText).join('')));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** What is known only at deployment is an ARN of something; here it is called by its logical id. */
function plainText(part: unknown): string {
  if (typeof part === 'string') return part;
  const attribute = z.safeParse(z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }), part);
  return attribute.success
    ? `arn:aws:lambda:eu-north-1:000000000000:function:${attribute.data['Fn::GetAtt'][0]}`
    : 'aws';
}

/** Mermaid's `stateDiagram-v2`. What every step does when it fails for good is said once, in a note. */
export function pictureOf({ StartAt, States }: Definition): string {
  const names = Object.entries(States).map(([id]) => `  state "${id}" as ${nameOf(id)}`);
  const arrows = Object.entries(States).flatMap(([id, state]) => arrowsFrom(nameOf(id), state));
  return ['stateDiagram-v2', ...names, `  [*] --> ${nameOf(StartAt)}`, ...arrows, ...noteOnFailures(States)].join('\n');
}

function arrowsFrom(from: string, { Type, Next, End, Choices = [], Default, Catch = [] }: State): string[] {
  const to = (target: string, when?: string) =>
    `  ${from} --> ${nameOf(target)}${when === undefined ? '' : `: ${when}`}`;
  const isLast = End === true || Type === 'Succeed' || Type === 'Fail';
  return [
    ...Choices.map(({ StringEquals, Next: target }) => to(target, StringEquals)),
    ...(Default === undefined ? [] : [to(Default, 'otherwise')]),
    ...(Next === undefined ? [] : [to(Next)]),
    ...Catch.filter(({ ErrorEquals }) => !ErrorEquals.includes('States.ALL')).map(({ ErrorEquals, Next: target }) =>
      to(target, ErrorEquals.map(inWords).join(', ')),
    ),
    ...(isLast ? [`  ${from} --> [*]`] : []),
  ];
}

function inWords(error: string): string {
  return error === 'States.Timeout' ? 'no answer in time' : error;
}

function noteOnFailures(states: Definition['States']): string[] {
  const targets = Object.values(states).flatMap(({ Catch = [] }) =>
    Catch.filter(({ ErrorEquals }) => ErrorEquals.includes('States.ALL')).map(({ Next }) => Next),
  );
  const usual = targets.filter((target) => targets.filter((other) => other === target).length > 1)[0];
  return usual === undefined ? [] : [`  note right of ${nameOf(usual)}: where every step leads that fails for good`];
}

function nameOf(id: string): string {
  return id.replaceAll(/[^A-Za-z]+/g, '_').replaceAll(/^_|_$/g, '');
}

/** The statuses that intake stores a case with: everything else is reached from them. */
const first: readonly Status[] = ['received', 'spam'];

/** Mermaid's `stateDiagram-v2` of the legal transitions, each arrow named by its action. */
export function pictureOfStatuses(): string {
  const arrows = allActions().flatMap((action) =>
    statuses.flatMap((from) => {
      const to = statusAfter(action, from);
      return to === undefined ? [] : [{ from, to, action }];
    }),
  );
  const isLast = (status: Status) => !arrows.some(({ from }) => from === status);
  const isReached = (status: Status) => first.includes(status) || arrows.some(({ to }) => to === status);
  return [
    'stateDiagram-v2',
    ...statuses.map((status) => `  state "${status}" as ${nameOf(status)}`),
    ...first.map((status) => `  [*] --> ${nameOf(status)}`),
    ...arrows.map(({ from, to, action }) => `  ${nameOf(from)} --> ${nameOf(to)}: ${action}`),
    ...statuses.filter((status) => isLast(status) && isReached(status)).map((status) => `  ${nameOf(status)} --> [*]`),
  ].join('\n');
}

const day = 86_400_000;
const inDays = (milliseconds: number) => `${milliseconds / day} ${milliseconds === day ? 'day' : 'days'}`;

/** A table of how long each question waits, what is done meanwhile and what becomes of the case in the end. */
export function tableOfWaits(): string {
  const atTheEnd = { confirm: 'the case lapses', review: 'the case is parked', revise: 'the case lapses' };
  const rows = (['confirm', 'review', 'revise'] as const).map((kind) => {
    const steps = stepsOf(kind).map((step) => `${step.kind} after ${inDays(step.after)}`);
    return `| \`${kind}\` | ${steps.join(', ')} | ${atTheEnd[kind]} after ${inDays(windowOf(kind))} |`;
  });
  return ['| question | while nobody answers | then |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The text with something else between its markers, `<!-- name -->` and `<!-- /name -->`. Throws when there are none. */
export function withPart(text: string, name: string, part: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`Nothing can be put between ${start} and ${end}: they are not there`);
  return `${text.slice(0, from + start.length)}\n\n${part}\n\n${text.slice(to)}`;
}

const asMermaid = (picture: string) => `\`\`\`mermaid\n${picture}\n\`\`\``;

/** The text with everything that is drawn, as it is today. */
export function withPictures(text: string): string {
  const parts = {
    workflow: asMermaid(pictureOf(synthesizedDefinition())),
    statuses: asMermaid(pictureOfStatuses()),
    waits: tableOfWaits(),
  };
  return Object.entries(parts).reduce((drawn, [name, part]) => withPart(drawn, name, part), text);
}

// `npm run picture`
if (import.meta.main) {
  const document = join(import.meta.dirname, '..', 'shared', 'README.md');
  writeFileSync(document, withPictures(readFileSync(document, 'utf8')));
}
