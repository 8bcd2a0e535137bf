import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import * as z from 'zod/mini';
import { buildApp } from './app.ts';
import { withoutCode } from './code-folders.ts';

/** Draws the workflow from the synthesized definition, for the README. */

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

const start = '<!-- workflow -->';
const end = '<!-- /workflow -->';

/** The text with the picture between its markers. Throws when there are none. */
export function withPicture(text: string, picture: string): string {
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`There is no place for the picture between ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n\`\`\`mermaid\n${picture}\n\`\`\`\n${text.slice(to)}`;
}

// `npm run picture`
if (import.meta.main) {
  const readme = join(import.meta.dirname, '..', 'README.md');
  writeFileSync(readme, withPicture(readFileSync(readme, 'utf8'), pictureOf(synthesizedDefinition())));
}
