import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRoutes, type FileName, type FunctionPath } from '#infra/functions.ts';
import { limitsOf, stageSettings } from '#infra/stages.ts';

/** A first invocation: the event, and how it must end for the sample to count (an HTTP status, an error's name, or `returned`). */
export interface FirstCall {
  readonly event: unknown;
  readonly ending: number | string;
}

const example = readFileSync(join(import.meta.dirname, '../../events/examples/dk-cykler-til-alle.json'), 'utf8');
const submissionId = '0199f0a0-0000-7000-8000-000000000000';
const secret = 'A'.repeat(43);
const task = { submissionId, execution: `${submissionId}-1` };
const question = { ...task, token: 'AQB8AAAAKgAAAAMAAAAA' };

/**
 * The way through each function with the fewest AWS requests, at least one where the function has any: what is looked for
 * is not there, as the tables of the stub are empty. What is measured is the start, not the work.
 */
export const firstCalls: Record<FunctionPath, FirstCall> = {
  'catalogue/list-initiatives': { event: get('/v1/initiatives'), ending: 200 },
  'catalogue/read-initiative': { event: get('/v1/initiatives/{id}', submissionId), ending: 404 },
  'catalogue/serve-assets': { event: get('/assets/{file}', 'unknown.css'), ending: 404 },
  'catalogue/show-pages': { event: get('/initiatives/{id}', submissionId), ending: 404 },
  'catalogue/show-privacy': { event: get('/privacy'), ending: 200 },
  'intake/describe-forms': { event: get('/v1/forms/{form}', 'initiative'), ending: 200 },
  'intake/make-challenge': { event: query('/v1/challenge', 'form=initiative'), ending: 200 },
  'intake/show-form': { event: get('/forms/{form}', 'initiative'), ending: 200 },
  // A filled honeypot: the case is stored and held, so no workflow starts.
  'intake/submit-form': {
    event: post('/v1/forms/{form}/submissions', 'initiative', { ...JSON.parse(example), subject_line: 'x' }),
    ending: 202,
  },
  'links/change-case': { event: post('/status/{secret}', secret, { action: 'withdraw' }), ending: 404 },
  'links/confirm': { event: get('/confirm/{secret}', secret), ending: 404 },
  'links/preview-mail': { event: post('/review/{secret}/preview', secret, {}), ending: 404 },
  'links/review': { event: get('/review/{secret}', secret), ending: 404 },
  'links/revise': { event: get('/revise/{secret}', secret), ending: 404 },
  'links/show-status': { event: get('/status/{secret}', secret), ending: 404 },
  'moderation/ask-for-changes': { event: question, ending: 'Superseded' },
  'moderation/ask-moderators': { event: question, ending: 'Superseded' },
  'moderation/ask-submitter': { event: question, ending: 'Superseded' },
  'moderation/lapse-case': { event: task, ending: 'returned' },
  'moderation/park-case': { event: { ...task, why: 'workflow-failed' }, ending: 'returned' },
  'moderation/update-catalogue': { event: task, ending: 'returned' },
  'moderation/take-up-case': { event: task, ending: 'returned' },
  'moderation/tell-outcome': { event: task, ending: 'returned' },
  'operations/answer-unknown': { event: get('/v1/unknown'), ending: 404 },
  'operations/attend-case': { event: { act: 'release', submissionId }, ending: 'returned' },
  'operations/check-health': { event: get('/v1/health'), ending: 200 },
  'operations/reconcile': {
    event: { source: 'aws.states', detail: { name: task.execution, status: 'FAILED' } },
    ending: 'returned',
  },
  'operations/remind': { event: { source: 'aws.events', time: '2026-01-01T00:00:00Z' }, ending: 'returned' },
  'operations/retention': { event: { source: 'aws.events', time: '2026-01-01T00:00:00Z' }, ending: 'returned' },
};

/** What the reference handler is asked: ten fields that fit, to be stored. */
export const referenceCall: FirstCall = { event: post('/submissions', '', JSON.parse(example)), ending: 202 };
export const emptyCall: FirstCall = { event: {}, ending: 204 };

/** The environment of every function at once; each reads what it knows. */
export function environmentFor(awsEndpoint: string): Record<string, string> {
  return {
    SUBMISSIONS_TABLE: 'Submissions',
    INITIATIVES_TABLE: 'Initiatives',
    WORKFLOW_ARN: 'arn:aws:states:eu-north-1:000000000000:stateMachine:Moderation',
    EVENT_BUS: 'clearing-centre',
    ORIGIN: 'https://clearing-centre.example',
    ALLOWED_ORIGINS: JSON.stringify({ initiative: [] }),
    PUBLIC_EMAIL: 'contact@clearing-centre.example',
    MAIL_FROM: 'no-reply@clearing-centre.example',
    MAIL_CONFIGURATION_SET: 'clearing-centre',
    AWS_REGION: 'eu-north-1',
    AWS_LAMBDA_FUNCTION_NAME: 'bench',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL: awsEndpoint,
  };
}

/** The files that lie beside a function's code. */
export function fileBeside(name: FileName): string {
  const contents = {
    'settings.json': stageSettings('local').moderation,
    'limits.json': limitsOf(stageSettings('local')),
    'routes.json': allRoutes(),
  };
  return JSON.stringify(contents[name]);
}

function get(route: string, parameter = ''): object {
  return httpEvent('GET', route, parameter);
}

function query(route: string, rawQueryString: string): object {
  return { ...httpEvent('GET', route, ''), rawQueryString };
}

function post(route: string, parameter: string, content: unknown): object {
  return { ...httpEvent('POST', route, parameter), body: JSON.stringify(content), isBase64Encoded: false };
}

/** An event of an HTTP API, payload 2.0, as far as functions read it. */
function httpEvent(method: string, route: string, parameter: string): object {
  const name = route.match(/\{(\w+)\}/)?.[1];
  const path = route.replace(/\{\w+\}/, parameter);
  return {
    version: '2.0',
    routeKey: `${method} ${route}`,
    rawPath: path,
    rawQueryString: '',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(name !== undefined && { pathParameters: { [name]: parameter } }),
    requestContext: { http: { method, path, sourceIp: '192.0.2.1' } },
  };
}
