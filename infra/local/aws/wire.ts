/** What the services behind the local AWS endpoint have in common: how a call comes in and how it is answered. */
import type { Caller } from './permissions.ts';
import type { CallContext } from './policy.ts';

/** An error answer of an AWS service, by the name the SDKs know it by. */
export class AwsFailure extends Error {
  readonly status: number;
  /** Members of the error beside its message. */
  readonly members: Record<string, unknown>;
  constructor(name: string, message: string, status = 400, members: Record<string, unknown> = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.members = members;
  }
}

export type AwsRequest = {
  /** The service in the signature's credential scope: `dynamodb`, `states`, … */
  service: string;
  /** `X-Amz-Target` without its prefix, or the `Action` of a posted form; empty for REST services. */
  operation: string;
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  caller: Caller;
};

export type AwsAnswer = { status: number; headers?: Record<string, string>; body: string | Buffer };

/** A call as the record keeps it. */
export type RecordedCall = {
  caller: string;
  action: string;
  resource: string;
  allowed: boolean;
  readUnits: number;
  writeUnits: number;
};

/** Checks a call against the caller's policies and records it. @throws AccessDeniedException in the words of AWS. */
export type Authorize = (caller: Caller, action: string, resources: string[], context?: CallContext) => RecordedCall[];

/** Answers the calls of one service; undefined for an operation that it does not know. */
export type AwsService = (request: AwsRequest) => Promise<AwsAnswer | undefined>;

/** An answer with a JSON body. */
export const jsonAnswer = (body: unknown, status = 200): AwsAnswer => ({ status, body: JSON.stringify(body) });

/** The request's body as JSON. @throws SerializationException. */
export function jsonBody(request: AwsRequest): unknown {
  try {
    return request.body.length === 0 ? {} : JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new AwsFailure('SerializationException', 'The body is not JSON.');
  }
}
