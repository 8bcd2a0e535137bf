import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod/mini';
import { contract } from '#functions/operations/attend-case/contract.ts';
import type { StageName } from '#infra/stages.ts';
import { stoppedBy } from './aws-faults.ts';
import { exits, Stopped } from './ending.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Input = z.input<typeof contract.input>;

const NotUnderstood = z.object({ outcome: z.literal('not-understood') });

export type Deployment = ReturnType<typeof deploymentOf>;

/** The deployment of a stage: in an account, or the service that runs on this machine, which takes any key. */
export function deploymentOf(stage: StageName, env: Environment) {
  const stack = `ClearingCentre-${stage}`;
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'];
  const config =
    stage === 'local'
      ? {
          endpoint: env['AWS_ENDPOINT_URL'] ?? 'http://localhost:4566',
          region: region ?? 'eu-north-1',
          credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
        }
      : { ...(region !== undefined && { region }) };

  async function asked<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    try {
      return await question();
    } catch (error) {
      throw stoppedBy(error, { stage, stack });
    }
  }

  /** What the stack tells about itself, by name. */
  async function outputs(): Promise<ReadonlyMap<string, string>> {
    const describe = new DescribeStacksCommand({ StackName: stack });
    const { Stacks = [] } = await asked(() => new CloudFormationClient(config).send(describe));
    const told = Stacks[0]?.Outputs ?? [];
    return new Map(told.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  }

  async function output(name: string): Promise<string> {
    const value = (await outputs()).get(name);
    if (value === undefined)
      throw new Stopped(exits.notFound, `The stack ${stack} has no output ${name}. Without a name, all are listed.`);
    return value;
  }

  return {
    stage,
    outputs,
    output,

    /** Has the function for operators do something. What it answers is read as `Answer`. */
    async attend<Answer>(input: Input, Answer: z.ZodMiniType<Answer>): Promise<Answer> {
      const { error } = contract.input.safeParse(input);
      if (error !== undefined) throw new Stopped(exits.usage, unfit(error));
      const FunctionName = await output('AttendCaseName');
      const invoke = new InvokeCommand({ FunctionName, Payload: JSON.stringify(input) });
      const { FunctionError, Payload } = await asked(() => new LambdaClient(config).send(invoke));
      if (FunctionError !== undefined)
        throw new Stopped(
          exits.refused,
          'The function failed. Its log (attend-case) says why: see "A function fails" in infra/RUNBOOK.md.',
        );
      const answer: unknown = JSON.parse(Payload?.transformToString() ?? 'null');
      const parsed = Answer.safeParse(answer);
      if (parsed.success && !NotUnderstood.safeParse(answer).success) return parsed.data;
      throw new Stopped(
        exits.refused,
        `What is deployed in stage ${stage} is of another release and does not know this. Use "npm run ops" of that release, or deploy.`,
      );
    },
  };
}

function unfit({ issues }: z.core.$ZodError): string {
  const path = issues[0]?.path.join('.') ?? '';
  const meant: Record<string, string> = {
    submissionId: 'An id of a submission has 1 to 100 characters.',
    since: 'Say --since as a time with its zone, such as 2026-05-01T10:00:00Z.',
    why: 'Say --why as "list" names it, such as workflow-failed.',
  };
  return meant[path] ?? `${path} is not as it should be.`;
}
