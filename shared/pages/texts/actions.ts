import { submitterActions } from '#shared/case/submitter-acts.ts';
import { each, family, text } from '#shared/i18n/texts.ts';

/** What a submitter can do on the status page. */
export const actionTexts = family(import.meta.dirname, 'actions', {
  title: text,
  /** `effect` is said before it is done. */
  actions: each(submitterActions, { label: text, effect: text }),
  copy: { label: text, effect: text },
  /** Instead of them, when all is about to be erased. */
  erasedSoon: text,
});
