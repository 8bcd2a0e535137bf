import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { FunctionPath } from '#infra/functions.ts';
import { functionsOf, resourcesOf, synthesizedTemplate, textOf, withoutHash } from './synthesized.ts';

const template = synthesizedTemplate('prod');

const list = z.pipe(
  z.union([z.unknown().check(z.refine((value) => !Array.isArray(value))), z.array(z.unknown())]),
  z.transform((value) => (Array.isArray(value) ? value : [value])),
);
const Policy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.strictObject({
        Effect: z.literal('Allow'),
        Action: list,
        Resource: list,
        Condition: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
      }),
    ),
  }),
  Roles: z.array(z.object({ Ref: z.string() })),
});

/** What a role may do: `action resource`, and the condition if there is one. */
function rightsOf(role: string): string[] {
  const policies = [...resourcesOf(template, 'AWS::IAM::Policy').values()].map((policy) => z.parse(Policy, policy));
  const own = policies.filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role));
  const rights = own.flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.map((resource) => {
          const condition = Condition === undefined ? '' : ` if ${JSON.stringify(Condition)}`;
          return `${textOf(action)} ${withoutHash(textOf(resource))}${condition}`;
        }),
      ),
    ),
  );
  return rights.toSorted();
}

const onlyItemsLike = (key: string) => ` if {"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["${key}"]}}`;
const submissions = {
  read: ['dynamodb:GetItem <SubmissionsTable>'],
  readKeys: [`dynamodb:GetItem <SubmissionsTable>${onlyItemsLike('key#*')}`],
  check: [`dynamodb:GetItem <SubmissionsTable>${onlyItemsLike('health')}`],
  write: ['dynamodb:PutItem <SubmissionsTable>'],
  search: ['dynamodb:Query <SubmissionsTable>'],
  countPosts: [
    `dynamodb:GetItem <SubmissionsTable>${onlyItemsLike('day#*')}`,
    `dynamodb:UpdateItem <SubmissionsTable>${onlyItemsLike('posts#*')}`,
  ],
  challenge: [
    `dynamodb:GetItem <SubmissionsTable>${onlyItemsLike('day#*')}`,
    `dynamodb:PutItem <SubmissionsTable>${onlyItemsLike('day#*')}`,
    `dynamodb:GetItem <SubmissionsTable>${onlyItemsLike('posts#*')}`,
  ],
  countMails: [`dynamodb:UpdateItem <SubmissionsTable>${onlyItemsLike('mails#together')}`],
  delete: ['dynamodb:DeleteItem <SubmissionsTable>'],
  readAll: ['dynamodb:Scan <SubmissionsTable>'],
  due: (index: string) => [`dynamodb:Query <SubmissionsTable>/index/${index}`],
};
const initiatives = {
  read: ['dynamodb:GetItem <InitiativesTable>'],
  check: [`dynamodb:GetItem <InitiativesTable>${onlyItemsLike('calendar')}`],
  search: ['dynamodb:Query <InitiativesTable>'],
  list: ['dynamodb:Query <InitiativesTable>/index/newest'],
  delete: ['dynamodb:DeleteItem <InitiativesTable>'],
  remember: [`dynamodb:PutItem <InitiativesTable>${onlyItemsLike('erased')}`],
  publish: [
    'dynamodb:PutItem <InitiativesTable>',
    `dynamodb:UpdateItem <InitiativesTable>${onlyItemsLike('calendar')}`,
  ],
};
const workflow = {
  start: ['states:StartExecution <ModerationMachine>'],
  wake: ['states:SendTaskSuccess <ModerationMachine>'],
};
const onlyFromUs = ' if {"StringEquals":{"ses:FromAddress":"no-reply@clearing-centre.example"}}';
const ses = 'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>';
const sendMail = [
  `ses:SendEmail ${ses}:identity/<MailDomain>${onlyFromUs}`,
  `ses:SendEmail ${ses}:configuration-set/<MailRules>${onlyFromUs}`,
];
const announce = ['events:PutEvents <OperationsBus>'];
const keepFailures = ['GetQueueAttributes', 'GetQueueUrl', 'SendMessage'].map(
  (action) => `sqs:${action} <OperationsDeadLetters>`,
);

const changeCases = [...submissions.read, ...submissions.write];
const mailAboutCases = [...changeCases, ...submissions.search, ...sendMail];

const mailStrangers = [...mailAboutCases, ...submissions.countMails];

/** What each function is for, as rights. A function that needs more must say so here. */
const expected: Record<FunctionPath, readonly string[]> = {
  'catalogue/list-initiatives': [...initiatives.read, ...initiatives.list],
  'catalogue/read-initiative': [...initiatives.read, ...initiatives.search],
  'catalogue/serve-assets': [],
  'catalogue/show-pages': [...initiatives.read, ...initiatives.list],
  'catalogue/show-privacy': [],
  'intake/describe-forms': [],
  'intake/make-challenge': submissions.challenge,
  'intake/show-form': [],
  'intake/submit-form': [...submissions.readKeys, ...submissions.countPosts, ...submissions.write, ...workflow.start],
  'links/change-case': [...changeCases, ...submissions.search, ...workflow.start, ...workflow.wake],
  'links/confirm': [...changeCases, ...workflow.start, ...workflow.wake],
  'links/preview-mail': submissions.read,
  'links/review': [...changeCases, ...submissions.search, ...workflow.start, ...workflow.wake],
  'links/revise': [...changeCases, ...workflow.start, ...workflow.wake],
  'links/show-status': [...submissions.read, ...submissions.search],
  'moderation/ask-for-changes': mailAboutCases,
  'moderation/ask-moderators': mailAboutCases,
  'moderation/ask-submitter': mailStrangers,
  'moderation/lapse-case': changeCases,
  'moderation/park-case': changeCases,
  'moderation/update-catalogue': [...changeCases, ...initiatives.publish, ...announce],
  'moderation/take-up-case': changeCases,
  'moderation/tell-outcome': mailStrangers,
  'operations/answer-unknown': [],
  'operations/attend-case': [
    ...changeCases,
    ...submissions.search,
    ...submissions.readAll,
    ...submissions.due('waits'),
    ...workflow.start,
    ...workflow.wake,
  ],
  'operations/check-health': [...submissions.check, ...initiatives.check],
  'operations/reconcile': [
    ...mailStrangers,
    ...submissions.due('checks'),
    ...submissions.due('waits'),
    ...workflow.start,
    ...workflow.wake,
    ...keepFailures,
  ],
  'operations/remind': [...mailStrangers, ...submissions.due('reminders'), ...keepFailures],
  'operations/retention': [
    ...changeCases,
    ...submissions.delete,
    ...submissions.search,
    ...submissions.due('reminders'),
    ...initiatives.delete,
    ...initiatives.search,
    ...initiatives.remember,
    ...keepFailures,
  ],
};

describe.each([...functionsOf(template)])('%s', (path, { properties }) => {
  const [role = ''] = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).parse(properties['Role'])[
    'Fn::GetAtt'
  ];

  it('may do what it is for, and nothing else', () => {
    const log = ['logs:CreateLogStream', 'logs:PutLogEvents'].map(
      (action) => `${action} <${withoutHash(`${role}>`).replace(/Role>$/, 'Log>')}`,
    );
    expect(rightsOf(role)).toEqual([...expected[path], ...log].toSorted());
  });

  it('has a role of its own, without policies that AWS manages', () => {
    const all = [...functionsOf(template).values()].filter((other) =>
      JSON.stringify(other.properties['Role']).includes(role),
    );
    expect(all).toHaveLength(1);
    expect(resourcesOf(template, 'AWS::IAM::Role').get(role)).not.toHaveProperty('ManagedPolicyArns');
  });
});

describe('the workflow', () => {
  it('may call its tasks and write its log, and nothing else', () => {
    const [role = ''] = [...resourcesOf(template, 'AWS::IAM::Role').keys()].filter((id) =>
      id.startsWith('ModerationMachine'),
    );
    const other = rightsOf(role).filter((right) => !right.startsWith('logs:'));
    const tasks = [...functionsOf(template)].flatMap(([path, { id }]) =>
      path.startsWith('moderation/') ? [`lambda:InvokeFunction <${id}>`, `lambda:InvokeFunction <${id}>:*`] : [],
    );
    expect(other).toEqual(
      tasks
        .map(withoutHash)
        .map((text) => text.replace(/[0-9A-F]{8}>:/, '>:'))
        .toSorted(),
    );
  });
});

it('grants no action by wildcard', () => {
  const actions = [...resourcesOf(template, 'AWS::IAM::Policy').values()].flatMap((policy) =>
    z.parse(Policy, policy).PolicyDocument.Statement.flatMap(({ Action }) => Action.map(textOf)),
  );
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => action.includes('*'))).toEqual([]);
});

it('grants a wildcard resource only for the delivery of the workflow’s log', () => {
  const roles = [...resourcesOf(template, 'AWS::IAM::Role').keys()];
  const broad = roles.flatMap((role) =>
    rightsOf(role)
      .filter((right) => right.endsWith(' *'))
      .map((right) => `${withoutHash(role)} ${right}`),
  );
  expect(broad.length).toBeGreaterThan(0);
  expect(broad.filter((right) => !/^ModerationMachineRole logs:/.test(right))).toEqual([]);
});
