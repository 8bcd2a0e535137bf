/** Evaluates IAM policies as far as the template may use them. Pure; compiled once at boot. */
import * as z from 'zod/mini';

const oneOrMany = z.union([z.string(), z.array(z.string())]);

const statement = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMany,
  Resource: oneOrMany,
  Condition: z.optional(z.record(z.string(), z.record(z.string(), oneOrMany))),
});

export const policyDocument = z.strictObject({ Version: z.optional(z.string()), Statement: z.array(statement) });

export type PolicyDocument = z.infer<typeof policyDocument>;

const principal = z.union([z.literal('*'), z.record(z.string(), oneOrMany)]);

/** The policy of a resource says also whom each statement is about. */
export const resourcePolicyDocument = z.strictObject({
  Version: z.optional(z.string()),
  Statement: z.array(z.extend(statement, { Principal: principal })),
});

/** The statements of a resource's policy that are about a service. */
export function aboutService(document: z.infer<typeof resourcePolicyDocument>, service: string): PolicyDocument {
  const isMeant = (who: z.infer<typeof principal>) =>
    who === '*' || who['AWS'] === '*' || [who['Service'] ?? []].flat().includes(service);
  return { Statement: document.Statement.filter(({ Principal }) => isMeant(Principal)) };
}

/** What is known about a call beside who, what and on which resource. */
export type CallContext = Partial<Record<(typeof contextKeys)[number], string[]>>;

export type Decision = 'allowed' | 'denied-explicitly' | 'not-allowed';

/** Decides on one action on one resource. */
export type Decide = (action: string, resource: string, context: CallContext) => Decision;

const contextKeys = ['dynamodb:LeadingKeys', 'ses:FromAddress', 'aws:SourceAccount', 'aws:SecureTransport'] as const;
const isContextKey = (key: string): key is (typeof contextKeys)[number] => contextKeys.some((known) => known === key);

type Test = (value: string) => boolean;
type Condition = (context: CallContext) => boolean;
type Statement = { effect: 'Allow' | 'Deny'; action: Test; resource: Test; conditions: Condition[] };

const escaped = (text: string) => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');

/** Compiles an IAM pattern: `*` stands for any text, `?` for one character. */
export function wildcard(pattern: string, flags = ''): Test {
  if (pattern === '*') return () => true;
  if (!/[*?]/.test(pattern) && flags === '') return (value) => value === pattern;
  const expression = new RegExp(`^${escaped(pattern).replaceAll('*', '.*').replaceAll('?', '.')}$`, `s${flags}`);
  return (value) => expression.test(value);
}

const anyOf = (patterns: string | string[], compile: (pattern: string) => Test): Test => {
  const tests = [patterns].flat().map((pattern) => compile(pattern));
  return (value) => tests.some((test) => test(value));
};

/**
 * Compiles the policies of one role: an explicit Deny wins, then any Allow; nothing is allowed by default.
 * @throws for a condition operator or key that is not known here, naming `where`.
 */
export function compilePolicies(documents: PolicyDocument[], where: string): Decide {
  const statements: Statement[] = documents
    .flatMap((document) => document.Statement)
    .map(({ Effect, Action, Resource, Condition }) => ({
      effect: Effect,
      action: anyOf(Action, (pattern) => wildcard(pattern, 'i')),
      resource: anyOf(Resource, wildcard),
      conditions: Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, values]) => compileCondition(operator, key, values, where)),
      ),
    }));

  return (action, resource, context) => {
    const applying = statements.filter(
      (statement) =>
        statement.action(action) &&
        statement.resource(resource) &&
        statement.conditions.every((condition) => condition(context)),
    );
    if (applying.some((statement) => statement.effect === 'Deny')) return 'denied-explicitly';
    return applying.length > 0 ? 'allowed' : 'not-allowed';
  };
}

function compileCondition(operator: string, key: string, values: string | string[], where: string): Condition {
  const [, forAll, comparison] = /^(ForAllValues:)?(StringEquals|StringLike|Bool)$/.exec(operator) ?? [];
  if (comparison === undefined) throw new Error(`${where}: the condition operator ${operator} is not known here`);
  if (!isContextKey(key)) throw new Error(`${where}: the condition key ${key} is not known here`);
  const test = anyOf(values, comparison === 'StringLike' ? wildcard : (wanted) => (value) => value === wanted);
  // As in IAM: ForAllValues holds for a key that is absent, the plain operators do not.
  if (forAll) return (context) => (context[key] ?? []).every(test);
  return (context) => (context[key] ?? []).some(test);
}
