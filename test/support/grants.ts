import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { compilePolicies, policyDocument } from '#infra/local/aws/policy.ts';
import type { World } from '#infra/local/world.ts';

/** What functions may do, beside what they did: in each world, and in all worlds of a run together. */

const Report = z.object({ file: z.string(), granted: z.array(z.string()), used: z.array(z.string()) });
type Calls = ReturnType<World['calls']>;
export type Report = z.infer<typeof Report>;

const Policy = z.looseObject({ PolicyDocument: policyDocument, Roles: z.array(z.string()) });
const LambdaFunction = z.looseObject({ Role: z.string() });

/** Calls of functions that no policy allowed, each once. */
export function refusedCalls(world: World): string[] {
  const refused = world.calls().filter(({ allowed }) => !allowed);
  return [...new Set(refused.map(({ caller, action, resource }) => `${caller} ${action} ${resource}`))];
}

/** Writes down for the end of the run what the functions of a world may do, and what of it these calls used. */
export function reportGrants({ deployment }: World, calls: Calls, folder: string, file: string): void {
  const grants = grantsIn(deployment, calls);
  const report: Report = {
    file,
    granted: grants.map(({ name }) => name),
    used: grants.filter(({ isUsed }) => isUsed).map(({ name }) => name),
  };
  writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(report));
}

/** What the worlds of the run so far have written down. */
export function readReports(folder: string): Report[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.map((name) => Report.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Each action on each resource that a function is granted, by name: `Remind dynamodb:Query …/index/reminders`. */
function grantsIn(deployment: World['deployment'], calls: Calls): { name: string; isUsed: boolean }[] {
  const policies = deployment.all('AWS::IAM::Policy', Policy);
  return deployment.all('AWS::Lambda::Function', LambdaFunction).flatMap(({ id, properties }) => {
    const role = properties.Role.split('/').at(-1) ?? '';
    const own = policies.filter((policy) => policy.properties.Roles.includes(role));
    const made = calls.filter(({ allowed, caller }) => allowed && caller === id);
    return own.flatMap(({ properties: { PolicyDocument } }) =>
      PolicyDocument.Statement.flatMap(({ Action, Resource }) =>
        [Action].flat().flatMap((action) =>
          [Resource].flat().map((resource) => {
            const statement = { Effect: 'Allow' as const, Action: action, Resource: resource };
            const decide = compilePolicies([{ Statement: [statement] }], id);
            return {
              name: `${id.replace(/[0-9A-F]{8}$/, '')} ${action} ${resource}`,
              isUsed: made.some((call) => decide(call.action, call.resource, {}) === 'allowed'),
            };
          }),
        ),
      ),
    );
  });
}
