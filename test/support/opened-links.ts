import type { Example, LinkKind, Service, Story } from './story.ts';
import { post } from './visitor.ts';

/** The states in which a mailed link is opened: by its reader, or before by a scanner of mails that follows every link. */

interface State {
  readonly kind: LinkKind;
  /** Tells a story so far; `words` is what people write on the way. */
  readonly tell: (story: Story, words: string) => Promise<unknown>;
}

const states = {
  'to confirm': { kind: 'confirm', tell: async () => undefined },
  'to a status page': { kind: 'status', tell: async () => undefined },
  'to a review': { kind: 'review', tell: (story) => story.confirm() },
  'to a review whose answer can be taken back': {
    kind: 'review',
    async tell(story, words) {
      await story.confirm();
      await story.vote({ decision: 'request-changes', comments: [{ pointer: '/summary', comment: words }] });
    },
  },
  'to a review with a note': {
    kind: 'review',
    async tell(story, words) {
      await story.confirm();
      await post(`${await story.link('review')}/note`, { note: words });
    },
  },
  'to a revision': {
    kind: 'revise',
    async tell(story, words) {
      await story.confirm();
      await story.decide({ decision: 'request-changes', comment: words });
    },
  },
  'to a revision with a draft': {
    kind: 'revise',
    async tell(story, words) {
      await states['to a revision'].tell(story, words);
      await story.revise({ _action: 'save', lessons: words });
    },
  },
} satisfies Record<string, State>;

export type OpenedLink = keyof typeof states;
export const openedLinks = Object.keys(states).filter((name): name is OpenedLink => name in states);

/** A story at the point where that link lies in somebody's mailbox. */
export async function mailLink(opened: OpenedLink, begin: Service['begin'], fields: Example, words: string) {
  const { kind, tell } = states[opened];
  const story = await begin(fields);
  await tell(story, words);
  return { story, kind, link: await story.link(kind) };
}

/** The addresses to which the buttons of a page post. */
export function buttonsBehind(link: string, kind: LinkKind): string[] {
  return kind === 'review' ? [link, `${link}/undo`, `${link}/note`, `${link}/preview`] : [link];
}
