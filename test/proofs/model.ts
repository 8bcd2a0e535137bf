import type { DecisionKind } from '#shared/case/decision.ts';

/** What must be true of one submission, in the words of the promises: small, and written without a look at the code. */

const minute = 60_000;

/** How often a driver may die until an operator must look. */
const mostDeaths = 3;

export type Standing =
  | 'awaiting-confirmation'
  | 'in-review'
  | 'changes-requested'
  | 'published'
  | 'rejected'
  | 'lapsed'
  | 'withdrawn';

type Question = 'confirm' | 'review' | 'revise';

/** What each standing waits for. */
const asks: Partial<Record<Standing, Question>> = {
  'awaiting-confirmation': 'confirm',
  'in-review': 'review',
  'changes-requested': 'revise',
};

/** What a moderator is answered. */
type Told = 'voted' | 'voted-before' | 'decided-before' | 'taken-back' | 'not-yours' | 'too-late' | 'expired';

interface Settings {
  readonly approvals: number;
  readonly undoMinutes: number;
  /** How long each question waits, in milliseconds. */
  readonly windows: Readonly<Record<Question, number>>;
  /** Who may break a tie: those of the lead institution who have no stake. */
  readonly tieBreakers: readonly string[];
}

export type Model = ReturnType<typeof newModel>;

export function newModel({ approvals, undoMinutes, windows, tieBreakers }: Settings, title: string, now: number) {
  return {
    approvals,
    now,
    status: 'awaiting-confirmation' as Standing,
    round: 1,
    /** What stands, by moderator; `before` is what contradicted each other. */
    votes: new Map<string, DecisionKind>(),
    before: undefined as ReadonlyMap<string, DecisionKind> | undefined,
    /** Who has taken something back since the question was asked. */
    tookBack: new Set<string>(),
    finalAt: undefined as number | undefined,
    answerBy: now + windows.confirm,
    isParked: false,
    deaths: 0,
    /** The decisions so far, by round, with all votes that led to each. */
    decisions: new Map<number, { kind: DecisionKind; votes: ReadonlyMap<string, DecisionKind> }>(),
    /** Rounds in which votes contradicted each other for good. */
    disagreements: new Set<number>(),
    /** What the text of each round is called. */
    titles: new Map([[1, title]]),
    /** How many rounds there have been since it was sent in, or changed once it was published. */
    count: 1,
    /** How many versions have been published, and what the one is called that readers see. */
    versions: 0,
    shown: undefined as string | undefined,
    isConfirmed: false,
    /** What the mail was called that a moderator saw beforehand, by round and decision. */
    previews: new Map<string, string>(),
    /** What moderators wrote to each other. */
    notes: new Set<string>(),

    /** How many must approve: of those who break a tie, one. */
    needed(): number {
      return this.before === undefined ? approvals : 1;
    },

    /** What everybody has said to this round and not taken back. */
    standing(): ReadonlyMap<string, DecisionKind> {
      return this.decisions.get(this.round)?.votes ?? new Map([...(this.before ?? []), ...this.votes]);
    },

    /** What the votes come to; undefined while more must be said. */
    outcome(): DecisionKind | 'disagreed' | undefined {
      const all = [...this.votes.values()];
      const objection = all.find((vote) => vote !== 'approve');
      if (objection !== undefined) return all.includes('approve') ? 'disagreed' : objection;
      return all.length >= this.needed() ? 'approve' : undefined;
    },

    /** From when on the votes can no longer be taken back. Whoever was waited for too long waits no more. */
    judgeVotes(): void {
      const undo = Math.min(this.now + undoMinutes * minute, this.answerBy);
      this.finalAt = this.outcome() === undefined ? undefined : this.isParked ? this.now : undo;
    },

    isFinal(): boolean {
      return this.finalAt !== undefined && this.now >= this.finalAt;
    },

    /** Whoever comes makes final what is due. */
    settle(): void {
      if (this.isFinal()) this.decide();
    },

    decide(): void {
      const outcome = this.outcome();
      if (outcome === undefined) return;
      const given = new Map([...(this.before ?? []), ...this.votes]);
      if (this.isParked || outcome !== 'disagreed') this.deaths = 0;
      this.finalAt = undefined;
      this.votes = new Map();
      this.tookBack = new Set();
      this.isParked = outcome === 'disagreed' && tieBreakers.every((one) => given.has(one));
      if (outcome === 'disagreed') {
        this.before = given;
        this.disagreements.add(this.round);
        this.answerBy = this.now + windows.review;
        return;
      }
      this.before = undefined;
      this.decisions.set(this.round, { kind: outcome, votes: given });
      if (outcome === 'approve') this.publish();
      else if (outcome === 'reject') this.status = this.shown === undefined ? 'rejected' : 'published';
      else this.waitFor('revise', 'changes-requested');
    },

    publish(): void {
      this.status = 'published';
      this.versions += 1;
      this.shown = this.titles.get(this.round);
    },

    waitFor(question: Question, status: Standing): void {
      this.status = status;
      this.answerBy = this.now + windows[question];
    },

    confirm(): 'confirmed' | 'confirmed-before' | 'too-late' {
      this.settle();
      if (this.status === 'lapsed') return 'too-late';
      if (this.status !== 'awaiting-confirmation') return 'confirmed-before';
      if (this.now >= this.answerBy) return 'too-late';
      this.isConfirmed = true;
      this.beginReview();
      return 'confirmed';
    },

    beginReview(): void {
      this.waitFor('review', 'in-review');
      this.isParked = false;
      this.deaths = 0;
    },

    /** Settles what is due, and says whether the lead institution has yet to be asked and this moderator waits for that. */
    settlesWithout(by: string): boolean {
      const before = this.disagreements.size;
      this.settle();
      return this.disagreements.size > before && !this.standing().has(by);
    },

    vote(by: string, decision: DecisionKind): Told {
      if (this.settlesWithout(by)) return 'expired';
      const own = this.standing().get(by);
      if (own !== undefined) return own === decision ? 'voted-before' : 'decided-before';
      if (this.status !== 'in-review' || this.outcome() !== undefined) return 'decided-before';
      this.votes.set(by, decision);
      this.judgeVotes();
      this.settle();
      return 'voted';
    },

    takeBack(by: string): Told {
      if (this.settlesWithout(by)) return 'expired';
      if (this.votes.delete(by)) {
        this.tookBack.add(by);
        this.judgeVotes();
        return 'taken-back';
      }
      if (this.standing().has(by)) return 'too-late';
      return this.tookBack.has(by) ? 'taken-back' : 'not-yours';
    },

    /** The changes that were asked for in that round, or to what is published. */
    revise(commentedOn: number, called: string): 'revised' | 'revised-before' | 'round-over' | 'too-late' {
      this.settle();
      if (this.round === commentedOn + 1 && this.titles.get(this.round) === called) return 'revised-before';
      if (this.round !== commentedOn) return 'round-over';
      if (this.status === 'lapsed') return 'too-late';
      if (this.status !== 'changes-requested' && this.status !== 'published') return 'round-over';
      if (this.status === 'changes-requested' && this.now >= this.answerBy) return 'too-late';
      this.round += 1;
      this.count = this.status === 'published' ? 1 : this.count + 1;
      this.titles.set(this.round, called);
      this.beginReview();
      return 'revised';
    },

    /** The end of a wait: nobody is waited for any more. What is clear is made final instead. */
    timeOut(): void {
      if (this.isParked || this.now < this.answerBy) return;
      if (this.status === 'in-review') this.park();
      else if (asks[this.status] !== undefined) this.status = this.shown === undefined ? 'lapsed' : 'published';
    },

    withdraw(): 'acted' | 'acted-before' | 'not-possible' {
      this.settle();
      if (this.status === 'withdrawn') return 'acted-before';
      if (this.status === 'rejected' || this.status === 'lapsed') return 'not-possible';
      this.status = 'withdrawn';
      this.shown = undefined;
      this.isParked = false;
      this.finalAt = undefined;
      return 'acted';
    },

    /** An operator sends on its way what is parked. Where it waited too long, it waits as long again. */
    resume(): 'attended' | 'nothing-to-do' {
      // What only now becomes a tie that nobody breaks is parked afterwards.
      const wasParked = this.isParked;
      this.settle();
      if (!wasParked) return 'nothing-to-do';
      this.deaths = 0;
      if (this.now >= this.answerBy) this.askOnceMore();
      const { before } = this;
      this.isParked = before !== undefined && tieBreakers.every((one) => before.has(one));
      return 'attended';
    },

    /** Whoever has said something is not asked to say it again. */
    askOnceMore(): void {
      const question = asks[this.status];
      if (question !== undefined) this.waitFor(question, this.status);
      if (this.standing().size === 0) this.tookBack = new Set();
    },

    /** An operator has the review begin anew: nothing counts that was said before. */
    askAgain(): 'attended' | 'nothing-to-do' {
      this.settle();
      if (this.status !== 'in-review' || this.outcome() !== undefined) return 'nothing-to-do';
      this.votes = new Map();
      this.before = undefined;
      this.tookBack = new Set();
      this.beginReview();
      return 'attended';
    },

    park(): void {
      if (this.outcome() !== undefined) this.decide();
      else this.isParked = true;
    },

    /** A driver dies that waited for somebody. Too often, and an operator must look. */
    die(): void {
      this.settle();
      if (this.isParked || asks[this.status] === undefined) return;
      this.deaths += 1;
      if (this.deaths > mostDeaths) this.park();
    },
  };
}
