import { RejectReason } from '#shared/case/decision.ts';
import { caseTexts } from '#shared/case/texts/labels.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import { type BrowserFields, readBody } from '#shared/http/body.ts';
import { commentPrefix } from '#shared/http/posted-comments.ts';
import { showAgain } from '#shared/http/posted-form.ts';
import { typedVote } from '#shared/http/posted-vote.ts';
import { type Problem, problemStatus } from '#shared/http/problem.ts';
import { htmlReply, type Reply, unlisted } from '#shared/http/reply.ts';
import { languageOf, type Request } from '#shared/http/request.ts';
import type { Language } from '#shared/i18n/language.ts';
import { answerProblem } from './answer-problem.ts';
import { formId } from './frame.tsx';
import { HiddenValues } from './hidden-values.tsx';
import { renderProblemPage } from './problem-page.tsx';
import { Quotation } from './prose.tsx';
import { reviewAddress } from './review-address.ts';
import { reviewTexts } from './texts/review.ts';

interface KeptWordsProps {
  readonly form: FormDefinition;
  readonly language: Language;
  /** Of the review page. */
  readonly path: string;
  readonly values: BrowserFields;
}

/** What a moderator typed and nothing recorded, so that it can be copied. The page in another language has it too. */
export function KeptWords({ form, language, path, values }: KeptWordsProps) {
  return (
    <>
      {wordsIn(form, values, language).map(({ about, words }) => (
        <div key={about}>
          <p class="of-field">{about}</p>
          <Quotation text={words} />
        </div>
      ))}
      <form id={formId} method="post" action={path} acceptCharset="utf-8">
        <HiddenValues values={values} />
      </form>
    </>
  );
}

/** Whether there is anything to keep. */
export function hasWords(form: FormDefinition, values: BrowserFields): boolean {
  return wordsIn(form, values, 'en').length > 0;
}

function wordsIn(form: FormDefinition, values: BrowserFields, language: Language): { about: string; words: string }[] {
  const texts = reviewTexts.in(language);
  const labels = form.texts.in(language).fields;
  return [...values].flatMap(([name, [words = '']]) => {
    if (words.trim() === '') return [];
    if (name === 'comment') return [{ about: texts.yourComment, words }];
    if (name === 'note') return [{ about: texts.note, words }];
    if (name.startsWith(commentPrefix)) {
      const path = name.slice(commentPrefix.length);
      return [{ about: texts.commentOn({ field: labels[path]?.label ?? path }), words }];
    }
    const reason = RejectReason.safeParse(name === 'reason' && values.get('decision')?.[0] === 'reject' && words);
    return reason.success ? [{ about: texts.reason, words: caseTexts.in(language).rejectReasons[reason.data] }] : [];
  });
}

/** A problem with a review link: for people a page that keeps what they typed, RFC 9457 JSON for programs. */
export async function answerKeepingWords(request: Request, problem: Problem, form: FormDefinition): Promise<Reply> {
  const path = reviewAddress(request);
  const body = request.wantsHtml ? await readBody(request) : undefined;
  const values = body === undefined || body.kind === 'refused' ? undefined : typedVote(body);
  if (values === undefined || !hasWords(form, values)) return answerProblem(request, problem, path);
  const language = languageOf(request);
  const html = renderProblemPage({
    ...problem.textIn(language),
    language,
    path,
    formAgain: { address: path, action: showAgain },
    children: (
      <div class="ds-card notice" data-color="warning" data-variant="tinted">
        <p>{reviewTexts.in(language).notKept}</p>
        <KeptWords form={form} language={language} path={path} values={values} />
      </div>
    ),
  });
  return htmlReply(problemStatus[problem.code], html, language, unlisted);
}
