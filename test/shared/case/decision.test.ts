import { describe, expect, it } from 'vitest';
import { commentsOf, type Decision, fieldCommentsOf, requestedBy, type Vote } from '#shared/case/decision.ts';

const said = (decision: Vote['decision'], comment?: string, comments?: Vote['comments']): Vote => {
  return {
    decision,
    comment,
    comments,
    by: 'anna',
    institution: 'nordregio',
    round: 1,
    at: '2026-03-02T12:00:00.000Z',
  };
};
/** The last one decided. */
const decided = (...votes: Vote[]): Decision => ({ ...said('approve'), ...votes.at(-1), votes });
const onTitle = (comment: string) => ({ pointer: '/title', comment });
const onSummary = { pointer: '/summary', comment: 'Say who.' };

describe('what the submitter is told', () => {
  it('is what all wrote who approved', () => {
    const decision = decided(said('approve', 'Good.'), said('approve'), said('approve', 'Very good.'));
    expect(commentsOf(decision)).toEqual(['Good.', 'Very good.']);
  });

  it('is what all wrote who asked for changes, also when one of them broke a tie; each field is named once', () => {
    const decision = decided(
      said('approve', 'Good as it is.'),
      said('request-changes', 'Shorter.', [onTitle('Where?'), onSummary]),
      said('request-changes', 'I agree.', [onTitle('And when?')]),
    );
    expect(requestedBy(decision)).toEqual({
      comment: 'Shorter.\n\nI agree.',
      comments: [onTitle('Where?\n\nAnd when?'), onSummary],
    });
  });

  it('is the reason of whoever rejects, and nothing beside it', () => {
    const decision = decided(said('approve', 'Good.'), said('reject', 'Not ours.'), said('reject', 'Known.'));
    expect(commentsOf(decision)).toEqual(['Known.']);
    expect(fieldCommentsOf(decision)).toEqual([]);
  });

  it('is what stands in a decision of an older release, which has no votes', () => {
    const { votes: _, ...older } = decided(said('request-changes', 'Shorter.', [onSummary]));
    expect(requestedBy(older)).toEqual({ comment: 'Shorter.', comments: [onSummary] });
    expect(requestedBy(said('request-changes'))).toEqual({});
  });
});
