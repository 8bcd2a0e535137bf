import { describe, expect, it } from 'vitest';
import type { Body } from '#shared/http/body.ts';
import { readPostedVote } from '#shared/http/posted-vote.ts';

const contentHash = 'a'.repeat(64);
const json = (value: unknown): Body => ({ kind: 'json', value });
const browser = (fields: Record<string, string>): Body => ({
  kind: 'browser',
  fields: new Map(Object.entries(fields).map(([name, value]) => [name, [value]])),
});
const both = (fields: Record<string, string>) => [json(fields), browser(fields)];

describe('a moderator’s vote', () => {
  it.each([
    [{ decision: 'approve', contentHash }],
    [{ decision: 'request-changes', contentHash, comment: 'Skriv mer' }],
    [{ decision: 'reject', contentHash, reason: 'duplicate' }],
    [{ decision: 'reject', contentHash, reason: 'other', comment: 'Rad ett\nRad två' }],
  ])('is read alike from a program and a browser: %j', (fields) => {
    for (const body of both(fields)) expect(readPostedVote(body)).toEqual({ kind: 'vote', vote: fields });
  });

  it.each([
    [
      {},
      [
        ['/decision', 'required'],
        ['/contentHash', 'required'],
      ],
    ],
    [{ decision: 'maybe', contentHash }, [['/decision', 'unknown-code']]],
    [{ decision: 'approve' }, [['/contentHash', 'required']]],
    [{ decision: 'reject', contentHash }, [['/reason', 'required']]],
    [
      { decision: 'reject' },
      [
        ['/contentHash', 'required'],
        ['/reason', 'required'],
      ],
    ],
    [{ decision: 'reject', contentHash, reason: 'dull' }, [['/reason', 'unknown-code']]],
    [{ decision: 'approve', contentHash, comment: 'a\u0007b' }, [['/comment', 'control-character']]],
    [{ decision: 'approve', contentHash, comment: 'x'.repeat(4001) }, [['/comment', 'too-long']]],
  ])('is refused alike: %j', (fields, errors) => {
    for (const body of both(fields)) {
      expect(readPostedVote(body)).toEqual({
        kind: 'refused',
        errors: errors.map(([pointer, code]) => ({ pointer, code })),
      });
    }
  });

  it('is refused in JSON with a field that nobody asked for, which a browser may post', () => {
    expect(readPostedVote(json({ decision: 'approve', contentHash, by: 'somebody' }))).toEqual({
      kind: 'refused',
      errors: [{ pointer: '/by', code: 'unknown-field' }],
    });
    expect(readPostedVote(browser({ decision: 'approve', contentHash, by: 'somebody' })).kind).toBe('vote');
  });

  it('may come with what is accepted everywhere', () => {
    const everywhere = { _key: 'key-of-a-test-0001', _lang: 'fi', _redirect: '', altcha: 'x', subject_line: '' };
    for (const body of both({ decision: 'approve', contentHash, ...everywhere })) {
      expect(readPostedVote(body)).toEqual({ kind: 'vote', vote: { decision: 'approve', contentHash } });
    }
  });

  it('has no comment when that is blank', () => {
    for (const body of both({ decision: 'approve', contentHash, comment: ' \n ' })) {
      expect(readPostedVote(body)).toStrictEqual({ kind: 'vote', vote: { decision: 'approve', contentHash } });
    }
  });

  it('has no reason unless it is a rejection, and an empty field is an absent one', () => {
    expect(readPostedVote(browser({ decision: 'approve', contentHash, reason: '', comment: '' }))).toEqual({
      kind: 'vote',
      vote: { decision: 'approve', contentHash },
    });
    for (const body of both({ decision: 'approve', contentHash, reason: 'other' })) {
      expect(readPostedVote(body)).toEqual({ kind: 'vote', vote: { decision: 'approve', contentHash } });
    }
  });

  it.each([null, [], 'approve', 7])('is refused when the body is no object: %j', (value) => {
    expect(readPostedVote(json(value))).toEqual({ kind: 'refused', errors: [{ pointer: '', code: 'wrong-type' }] });
  });
});
