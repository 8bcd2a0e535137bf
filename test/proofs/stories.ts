import type { Case } from '#shared/case/case.ts';
import { whenDue, windowOf } from '#shared/case/question.ts';
import type { Content } from '#shared/forms/form.ts';
import type { ModerationSettings } from '#shared/moderation/settings.ts';
import { content } from '#test/support/cases.ts';
import { settings } from '#test/support/services.ts';
import type { peopleOf } from './people.ts';
import type { World } from './world.ts';

/** A life of a case, and what must be true of it in the end, whatever goes wrong once. */
export interface Story {
  readonly name: string;
  readonly settings: ModerationSettings;
  /** Addresses that take no mail. */
  readonly refusing?: readonly string[];
  /** The texts that are sent in, one for each round. */
  readonly texts: readonly [Content, ...Content[]];
  readonly status: Case['status'];
  /** Everything that happens to the case, in this order: `<what> [<vote>] [by <whom>]`. */
  readonly facts: readonly string[];
  /** The mails that leave, by their keys. */
  readonly mails: readonly string[];
  /** How many calls to AWS it makes when nothing goes wrong, reads too. `npm run proofs -- --count` counts anew. */
  readonly calls: number;
  play(people: ReturnType<typeof peopleOf>, world: World): Promise<void>;
}

const submitter = content.contact.email;
const asked = ['received', 'asked-to-confirm', 'confirmed', 'asked-moderators'];
const toAnnaAndBo = ['confirm/1', 'review/1/anna', 'review/1/bo'];
/** What most stories have in common. */
const plain = { settings, texts: [content] } as const;
/** One mail to each; `anna/1` is a reminder to anna. */
const each = (key: string, ...to: readonly string[]) => to.map((one) => `${key}/${one}`);
const housing = { ...content, themes: ['housing'] };
/** Two of nordregio's people must approve. */
const ofTwo = {
  ...settings,
  routes: [{ themes: ['housing'], institution: 'nordregio', approvals: 2 }, ...settings.routes.slice(1)],
};

async function begin(people: ReturnType<typeof peopleOf>, text: Content): Promise<void> {
  await people.submits(text);
  await people.confirms(submitter);
}

export const approve: Story = {
  ...plain,
  name: 'approve',
  status: 'published',
  facts: [...asked, 'voted approve by anna', 'approved by anna', 'published'],
  mails: ['acknowledgement/1', ...toAnnaAndBo, 'published/1'],
  calls: 72,
  async play(people) {
    await begin(people, content);
    await people.votes('anna', 'approve');
  },
};

export const reject: Story = {
  ...plain,
  name: 'reject',
  status: 'rejected',
  facts: [...asked, 'voted reject by anna', 'rejected by anna'],
  mails: ['acknowledgement/1', ...toAnnaAndBo, 'rejected'],
  calls: 64,
  async play(people) {
    await begin(people, content);
    await people.votes('anna', 'reject');
  },
};

const revised = { ...content, title: 'Språkvänner i Umeå och Vännäs' };
const revise: Story = {
  name: 'revise',
  settings,
  texts: [content, revised],
  status: 'published',
  facts: [
    ...asked,
    'voted request-changes by anna',
    'changes-requested by anna',
    'revised',
    'asked-moderators',
    'voted approve by bo',
    'approved by bo',
    'published',
  ],
  mails: [
    'acknowledgement/1',
    'acknowledgement/2',
    'confirm/1',
    'published/1',
    ...each('review/1', 'anna', 'bo'),
    ...each('review/2', 'anna', 'bo'),
    'revise/1',
  ],
  calls: 123,
  async play(people) {
    await begin(people, content);
    await people.votes('anna', 'request-changes');
    await people.revises(submitter, revised);
    await people.votes('bo', 'approve', 2);
  },
};

const undo: Story = {
  ...plain,
  name: 'undo',
  status: 'rejected',
  facts: [...asked, 'voted approve by anna', 'vote-taken-back by anna', 'voted reject by anna', 'rejected by anna'],
  mails: ['acknowledgement/1', ...toAnnaAndBo, 'rejected'],
  calls: 90,
  async play(people, world) {
    await begin(people, content);
    await people.votes('anna', 'approve');
    await world.pass({ minutes: settings.undoMinutes / 2 });
    await people.takesBack('anna');
    await people.votes('anna', 'reject');
  },
};

const quorum: Story = {
  name: 'quorum',
  settings: ofTwo,
  texts: [housing],
  status: 'published',
  facts: [...asked, 'voted approve by dan', 'voted approve by eva', 'approved by eva', 'published'],
  mails: ['acknowledgement/1', 'acknowledgement/1/dan', 'confirm/1', 'published/1', 'review/1/dan', 'review/1/eva'],
  calls: 79,
  async play(people) {
    await begin(people, housing);
    await people.votes('dan', 'approve');
    await people.votes('eva', 'approve');
  },
};

const tieBreak: Story = {
  name: 'tie-break',
  settings: ofTwo,
  texts: [housing],
  status: 'published',
  facts: [
    ...asked,
    'voted approve by dan',
    'voted reject by eva',
    'disagreed',
    'asked-lead',
    'voted approve by bo',
    'approved by bo',
    'published',
  ],
  mails: [
    'acknowledgement/1',
    ...each('acknowledgement/1', 'dan', 'eva'),
    'confirm/1',
    'published/1',
    ...each('review/1', 'dan', 'eva'),
    ...each('tie-break/1', 'anna', 'bo', 'cia'),
  ],
  calls: 116,
  async play(people) {
    await begin(people, housing);
    await people.votes('dan', 'approve');
    await people.votes('eva', 'reject');
    await people.votes('bo', 'approve');
  },
};

const ladder: Story = {
  name: 'ladder',
  settings,
  texts: [housing],
  status: 'published',
  facts: [
    ...asked,
    'reminded',
    'asked-deputy',
    'asked-lead',
    'parked',
    'resumed',
    'asked-moderators',
    'voted approve by dan',
    'approved by dan',
    'published',
  ],
  mails: [
    'acknowledgement/1',
    'confirm/1',
    'delay/1',
    'published/1',
    ...each('review/1/again-1', 'dan', 'eva'),
    ...each('review/1', 'dan', 'dan/1', 'eva', 'eva/1', 'fia', 'anna', 'bo'),
  ],
  calls: 151,
  async play(people, world) {
    await begin(people, housing);
    await world.until(
      'moderators are silent until the case is parked',
      async () => (await world.case()).parked !== undefined,
    );
    await world.pass({ hours: 3 });
    await people.attends('resume');
    await people.votes('dan', 'approve');
  },
};

/** Asked again while the first driver still waits, and decided when that one has given up. */
export const askedAgain: Story = {
  ...plain,
  name: 'asked-again',
  status: 'rejected',
  facts: [
    ...asked,
    'resumed',
    'asked-moderators',
    'reminded',
    'asked-deputy',
    'reminded',
    'voted reject by bo',
    'rejected by bo',
  ],
  mails: [
    'acknowledgement/1',
    'confirm/1',
    'delay/1/again-1',
    'rejected',
    ...each('review/1/again-1', 'anna', 'anna/1', 'anna/3', 'bo', 'bo/1', 'bo/3', 'cia', 'cia/3'),
    ...each('review/1', 'anna', 'bo'),
  ],
  calls: 144,
  async play(people, world) {
    await begin(people, content);
    await world.pass({ ms: whenDue('review', 'remind') / 2 });
    await people.attends('ask-again');
    await world.pass({ ms: windowOf('review') - whenDue('review', 'remind') / 4 });
    await people.votes('bo', 'reject');
  },
};

/** Like `approve`, but one moderator's address takes no mail. */
const refused: Story = {
  ...approve,
  name: 'refused',
  refusing: ['bo@nordic.example'],
  facts: [...asked, 'address-refused by bo', 'voted approve by anna', 'approved by anna', 'published'],
  mails: approve.mails.filter((mail) => !mail.endsWith('/bo')),
  calls: 75,
};

export const stories: readonly Story[] = [approve, reject, revise, undo, quorum, tieBreak, ladder, askedAgain, refused];
