import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRepository } from '#test/documents/repository.ts';
import { example } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { commandsIn, notHere } from './documented-commands.ts';
import { shellAt } from './operators-shell.ts';

const { documents } = readRepository();
const documented = commandsIn(documents.values());

it('every command that a document names is one that makes no sense here, and the reverse', () => {
  expect(Object.keys(notHere).toSorted()).toEqual(documented.aws.toSorted());
});

/** Where `npm run judges` has installed the AWS CLI; without it, only the documents are read. */
const cli = process.env['AWS_CLI'];

if (cli !== undefined) {
  const { world, begin } = await startWorld();

  describe('the AWS CLI against the local endpoint', () => {
    const folder = mkdtempSync(join(tmpdir(), 'operator-'));
    const operator = shellAt(world.awsEndpoint, cli, folder);
    afterAll(() => rmSync(folder, { recursive: true }));

    it('finds the stack and its function for operators, and calls it', async () => {
      const story = await begin(example('dk-cykler-til-alle'));
      await story.confirm();
      const query = "Stacks[0].Outputs[?OutputKey=='AttendCaseName'].OutputValue";
      const { output: name, errors } = await operator.type(
        `aws cloudformation describe-stacks --stack-name ClearingCentre-local --output text --query "${query}"`,
      );
      expect(errors).toBe('');
      const listed = await operator.type(
        `printf '{"act":"list"}' | aws lambda invoke --function-name ${name.trim()} --payload fileb:///dev/stdin /dev/stdout`,
      );
      expect(listed).toMatchObject({ code: 0, errors: '', output: expect.stringContaining(story.id) });
    });

    it('is told that another stack does not exist', async () => {
      const { code, errors } = await operator.type(
        'aws cloudformation describe-stacks --stack-name ClearingCentre-prod',
      );
      expect(code).not.toBe(0);
      expect(errors).toMatch(/ValidationError.*ClearingCentre-prod does not exist/);
    });

    it.each(Object.entries(notHere))('can read that aws %s is not known here', async (command, { options }) => {
      const { code, errors } = await operator.type(`aws ${command} ${options}`);
      expect(code).not.toBe(0);
      expect(errors).toMatch(/An error occurred \(UnknownOperationException\).*The local world does not know/);
    });
  });
}
