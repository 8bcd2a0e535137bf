import type { Case } from '#shared/case/case.ts';
import type { DraftStore } from '#shared/case/draft-store.ts';
import { formOf } from '#shared/forms/forms.ts';
import type { Posted } from '#shared/http/posted-form.ts';
import { jsonReply, type Reply, unlisted } from '#shared/http/reply.ts';
import type { Request } from '#shared/http/request.ts';
import { allLeaves } from '#shared/pages/form-fields.ts';
import { typedAt } from '#shared/pages/form-values.ts';
import { replyTooLarge, showRevision } from './replies.ts';

/** In bytes as posted. */
const largestDraft = 64 * 1024;

/** Keeps what was typed so far. Nothing of it is checked but its size; only the form's own fields are kept. */
export async function keepDraft(
  { drafts, now }: { drafts: DraftStore; now: () => Date },
  request: Request,
  current: Case,
  posted: Posted,
): Promise<Reply> {
  if (request.body.length > largestDraft) return replyTooLarge(request, current, posted.values);
  const typed = allLeaves(formOf(current.form)).map(({ path }) => [path, [...typedAt(posted.values, path)]] as const);
  const draft = {
    values: Object.fromEntries(typed.filter(([, values]) => values.some((value) => value !== ''))),
    savedAt: now().toISOString(),
  };
  await drafts.save(current.id, current.round.number, draft);
  if (!request.wantsHtml) return jsonReply(200, { savedAt: draft.savedAt }, unlisted);
  return showRevision(request, current, { draft, isJustSaved: true });
}
