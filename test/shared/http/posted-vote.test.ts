import { describe, expect, it } from 'vitest';
import { mostRounds } from '#shared/case/votes.ts';
import { initiative } from '#shared/forms/initiative/initiative.ts';
import type { Body } from '#shared/http/body.ts';
import { longestFieldComment, mostComments } from '#shared/http/posted-comments.ts';
import { readPostedVote } from '#shared/http/posted-vote.ts';
import { aCase } from '#test/support/cases.ts';

const contentHash = 'a'.repeat(64);
const firstRound = aCase('in-review');
const read = (body: Body, of = firstRound) => readPostedVote(initiative, body, of);
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
    for (const body of both(fields)) expect(read(body)).toEqual({ kind: 'vote', vote: fields });
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
    [{ decision: 'request-changes', contentHash }, [['/comment', 'required']]],
    [{ decision: 'request-changes', contentHash, comment: ' ' }, [['/comment', 'required']]],
    [{ decision: 'approve', contentHash, comment: 'a\u0007b' }, [['/comment', 'control-character']]],
    [{ decision: 'approve', contentHash, comment: 'x'.repeat(4001) }, [['/comment', 'too-long']]],
  ])('is refused alike: %j', (fields, errors) => {
    for (const body of both(fields)) {
      expect(read(body)).toEqual({
        kind: 'refused',
        errors: errors.map(([pointer, code]) => ({ pointer, code })),
      });
    }
  });

  it('is refused in JSON with a field that nobody asked for, which a browser may post', () => {
    expect(read(json({ decision: 'approve', contentHash, by: 'somebody' }))).toEqual({
      kind: 'refused',
      errors: [{ pointer: '/by', code: 'unknown-field' }],
    });
    expect(read(browser({ decision: 'approve', contentHash, by: 'somebody' })).kind).toBe('vote');
  });

  it('may come with what is accepted everywhere', () => {
    const everywhere = { _key: 'key-of-a-test-0001', _lang: 'fi', _redirect: '', altcha: 'x', subject_line: '' };
    for (const body of both({ decision: 'approve', contentHash, ...everywhere })) {
      expect(read(body)).toEqual({ kind: 'vote', vote: { decision: 'approve', contentHash } });
    }
  });

  it('has no comment when that is blank', () => {
    for (const body of both({ decision: 'approve', contentHash, comment: ' \n ' })) {
      expect(read(body)).toStrictEqual({ kind: 'vote', vote: { decision: 'approve', contentHash } });
    }
  });

  it('has no reason unless it is a rejection, and an empty field is an absent one', () => {
    expect(read(browser({ decision: 'approve', contentHash, reason: '', comment: '' }))).toEqual({
      kind: 'vote',
      vote: { decision: 'approve', contentHash },
    });
    for (const body of both({ decision: 'approve', contentHash, reason: 'other' })) {
      expect(read(body)).toEqual({ kind: 'vote', vote: { decision: 'approve', contentHash } });
    }
  });

  it.each([null, [], 'approve', 7])('is refused when the body is no object: %j', (value) => {
    expect(read(json(value))).toEqual({ kind: 'refused', errors: [{ pointer: '', code: 'wrong-type' }] });
  });

  it('may only ask for changes as long as there can be another round', () => {
    const asks = { decision: 'request-changes', contentHash, comment: 'Skriv mer' };
    const inRound = (number: number) => ({ ...firstRound, round: { ...firstRound.round, number } });
    for (const body of both(asks)) {
      expect(read(body, inRound(mostRounds - 1)).kind).toBe('vote');
      expect(read(body, inRound(mostRounds))).toEqual({
        kind: 'refused',
        errors: [{ pointer: '/decision', code: 'round-limit' }],
      });
    }
    expect(read(json({ decision: 'approve', contentHash }), inRound(mostRounds)).kind).toBe('vote');
  });
});

describe('comments on single fields', () => {
  const asks = { decision: 'request-changes', contentHash };
  const about = (pointer: string, comment = 'Skriv mer') => ({ pointer, comment });

  it('are read alike from a program and a browser, in place of a comment on the whole', () => {
    const expected = { kind: 'vote', vote: { ...asks, comments: [about('/title'), about('/contact/name', 'Vem?')] } };
    expect(read(json({ ...asks, comments: [about('/title'), about('/contact/name', 'Vem?')] }))).toEqual(expected);
    expect(read(browser({ ...asks, 'comment.title': 'Skriv mer', 'comment.contact.name': 'Vem?' }))).toEqual(expected);
  });

  it.each<[string, object, string, string]>([
    ['a field that the form does not have', { comments: [about('/nothing')] }, '/comments/0/pointer', 'unknown-code'],
    ['one entry of a list', { comments: [about('/themes/0')] }, '/comments/0/pointer', 'unknown-code'],
    ['a field twice', { comments: [about('/title'), about('/title')] }, '/comments/1/pointer', 'listed-twice'],
    ['no words', { comments: [about('/title', ' ')] }, '/comments/0/comment', 'too-short'],
    [
      'too many words',
      { comments: [about('/title', 'x'.repeat(longestFieldComment + 1))] },
      '/comments/0/comment',
      'too-long',
    ],
    ['too many fields', { comments: Array(mostComments + 1).fill(about('/title')) }, '/comments', 'too-many'],
    ['something else', { comments: [{ ...about('/title'), by: 'me' }] }, '/comments/0/by', 'unknown-field'],
    ['no list', { comments: 'title' }, '/comments', 'wrong-type'],
    ['nothing at all', { comments: [] }, '/comment', 'required'],
    ['an approval', { decision: 'approve', comments: [about('/title')] }, '/comments', 'unknown-field'],
    ['a rejection', { decision: 'reject', reason: 'other', comments: [about('/title')] }, '/comments', 'unknown-field'],
  ])('are refused with %s', (_what, fields, pointer, code) => {
    expect(read(json({ ...asks, ...fields }))).toEqual({ kind: 'refused', errors: [{ pointer, code }] });
  });

  it('are none in a browser where they are empty, or about what the form does not have', () => {
    const empty = { 'comment.title': ' ', 'comment.nothing': 'Hej', 'comment.': 'Hej' };
    expect(read(browser({ decision: 'approve', contentHash, ...empty }))).toEqual({
      kind: 'vote',
      vote: { decision: 'approve', contentHash },
    });
  });

  it('are refused in a browser beside an approval, as in a program', () => {
    expect(read(browser({ decision: 'approve', contentHash, 'comment.title': 'Hej' }))).toEqual({
      kind: 'refused',
      errors: [{ pointer: '/comments', code: 'unknown-field' }],
    });
  });
});
