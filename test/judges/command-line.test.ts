import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { blocksOf } from '#test/documents/markdown.ts';
import { readRepository } from '#test/documents/repository.ts';
import { example, Receipt, type Story } from '#test/support/story.ts';
import { get } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';
import { commandsIn, notHere } from './documented-commands.ts';
import { shellWith } from './operators-shell.ts';

const { documents } = readRepository();
const documented = commandsIn(documents.values());

it('every command that makes no sense here is one that a document names', () => {
  expect(documented.aws.length).toBeGreaterThan(Object.keys(notHere).length);
  expect(Object.keys(notHere).filter((command) => !documented.aws.includes(command))).toEqual([]);
});

/** Where `npm run judges` has installed the AWS CLI; without it, only the documents are read. */
const cli = process.env['AWS_CLI'];

if (cli !== undefined) {
  const { world, at, submit, begin } = await startWorld();

  describe('the AWS CLI against the local endpoint', () => {
    const folder = mkdtempSync(join(tmpdir(), 'operator-'));
    const operator = shellWith(pastedFrom('infra/RUNBOOK.md', world.awsEndpoint), cli, folder);
    let held: string;
    let inReview: Story;
    let published: Story;
    beforeAll(async () => {
      const spam = await submit({ ...example('no-bygda-tek-imot'), subject_line: 'Hello' });
      held = z.parse(Receipt, spam.json).id;
      inReview = await begin(example('dk-cykler-til-alle'));
      await inReview.confirm();
      published = await begin(example('se-oppen-forskola-pa-fem-sprak'));
      await published.confirm();
      await published.approve();
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(documented.attend)('understands attend %s', async (event) => {
      const id = event.includes('release') ? held : inReview.id;
      const { code, output, errors } = await operator.type(
        `attend '${event.replace('"submissionId":"…"', `"submissionId":"${id}"`)}'`,
      );
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(event.replace('"submissionId":"…"', '')).not.toContain('…');
      expect(output).toMatch(/"cases":\[|"outcome":"(attended|nothing-to-do)"/);
      expect(output).not.toContain('FunctionError');
      await world.rest();
    });

    it('lists what waits, and what is held', async () => {
      expect((await operator.type(`attend '{"act":"list"}'`)).output).toContain(inReview.id);
      expect((await operator.type(`item ${held}`)).output).toContain('"spam"');
    });

    it('forgets an initiative with its submission', async () => {
      const entry = at(`/v1/initiatives/${await published.entryId()}`);
      expect((await get(entry)).status).toBe(200);
      expect(await operator.type(`forget ${published.id}`)).toMatchObject({ code: 0, errors: '' });
      expect((await get(entry)).status).toBe(404);
      const left = await operator.type(`keys "$(output SubmissionsTableName)" ${published.id}`);
      expect(left.output.trim()).toBe('');
    });

    it.each(Object.entries(notHere))('can read that aws %s is not known here', async (command, { options }) => {
      const { code, errors } = await operator.type(`aws ${command} ${options}`);
      expect(code).not.toBe(0);
      expect(errors).toMatch(/An error occurred \(UnknownOperationException\).*The local world does not know/);
    });

    it('has run every command that a document names, but those that make no sense here', () => {
      const wanted = documented.aws.filter((command) => !Object.hasOwn(notHere, command));
      expect(operator.succeeded().toSorted()).toEqual(wanted.toSorted());
    });
  });
}

/** The blocks of a document in which functions are defined, with the address of this world in them. */
function pastedFrom(path: string, endpoint: string): string {
  const blocks = blocksOf(documents.get(path) ?? '').filter((block) => /^\w+\(\) \{/m.test(block));
  return blocks
    .map((block) => block.replaceAll(/^```.*$/gm, ''))
    .join('\n')
    .replaceAll('http://localhost:4566', endpoint);
}
