import * as z from 'zod/mini';
import type { Deployment } from '../template/deployment.ts';
import { roleArn } from '../template/identities.ts';
import { compilePolicies, type Decide, policyDocument, wildcard } from './policy.ts';

/** Who makes an AWS call: a function (or the state machine) with its role, or the operator, who may do everything. */
export type Caller = { name: string; decide: Decide; userArn: string };

/** A function as IAM knows it: its access key id, its name and its role. */
type CallingFunction = { id: string; name: string; roleArn: string };

export type Permissions = {
  /** The function whose access key id it is. Any other is the operator's: whatever credentials a shell has, they work. */
  callerOf(accessKeyId: string): Caller;
  /** Whether a role, named by its ARN, may do something. */
  roleMay(roleArn: string, action: string, resource: string): boolean;
  /** Whether a service may invoke a function, by the template's AWS::Lambda::Permission. */
  serviceMayInvoke(service: string, functionArn: string, sourceArn: string): boolean;
};

export const operatorKeyId = 'operator';

const roleShape = z.strictObject({
  RoleName: z.optional(z.string()),
  ManagedPolicyArns: z.optional(z.array(z.string())),
  Policies: z.optional(z.array(z.strictObject({ PolicyName: z.string(), PolicyDocument: policyDocument }))),
});
const policyShape = z.strictObject({
  PolicyName: z.string(),
  PolicyDocument: policyDocument,
  Roles: z.array(z.string()),
});
const permissionShape = z.strictObject({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.optional(z.string()),
});

// It lets a function write its logs, which here needs no permission.
const knownManagedPolicies = ['service-role/AWSLambdaBasicExecutionRole'];

/** Reads every role, policy and invoke permission of the template. @throws for what IAM knows and this does not. */
export function readPermissions(deployment: Deployment, functions: CallingFunction[]): Permissions {
  const roles = rolesOf(deployment);
  const nobody: Decide = () => 'not-allowed';
  const callers = new Map<string, Caller>(
    functions.map((one) => [
      one.id,
      {
        name: one.name,
        decide: roles.get(one.roleArn) ?? nobody,
        userArn: `arn:aws:sts::${deployment.location.account}:assumed-role/${one.roleArn.split('/').at(-1)}/${one.name}`,
      },
    ]),
  );
  const operator: Caller = {
    name: operatorKeyId,
    decide: () => 'allowed',
    userArn: `arn:aws:iam::${deployment.location.account}:user/${operatorKeyId}`,
  };

  const invokes = deployment.all('AWS::Lambda::Permission', permissionShape).map(({ properties }) => ({
    functionArn: properties.FunctionName,
    service: properties.Principal,
    source: wildcard(properties.SourceArn ?? '*'),
  }));
  return {
    callerOf: (accessKeyId) => callers.get(accessKeyId) ?? operator,
    roleMay: (role, action, resource) => roles.get(role)?.(action, resource, {}) === 'allowed',
    serviceMayInvoke: (service, functionArn, sourceArn) =>
      invokes.some((one) => one.service === service && one.functionArn === functionArn && one.source(sourceArn)),
  };
}

function rolesOf(deployment: Deployment): Map<string, Decide> {
  const policies = deployment.all('AWS::IAM::Policy', policyShape);
  return new Map(
    deployment.all('AWS::IAM::Role', roleShape).map(({ id, properties }) => {
      for (const managed of properties.ManagedPolicyArns ?? []) {
        if (!knownManagedPolicies.some((known) => managed.endsWith(`:policy/${known}`))) {
          throw new Error(`${id} (AWS::IAM::Role): the managed policy ${managed} is not known here`);
        }
      }
      const name = properties.RoleName ?? id;
      const own = (properties.Policies ?? []).map((policy) => policy.PolicyDocument);
      const attached = policies.filter((policy) => policy.properties.Roles.includes(name));
      const documents = [...own, ...attached.map((policy) => policy.properties.PolicyDocument)];
      const where = [id, ...attached.map((policy) => policy.id)].join(', ');
      return [roleArn(deployment.location, name), compilePolicies(documents, where)];
    }),
  );
}
