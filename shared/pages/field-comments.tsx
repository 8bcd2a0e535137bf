import type { FieldComment } from '#shared/case/decision.ts';
import { type FormDefinition, fieldAt } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import { Quotation } from './prose.tsx';

interface CommentsProps {
  readonly form: FormDefinition;
  readonly language: Language;
  readonly comment?: string | undefined;
  readonly comments?: readonly FieldComment[] | undefined;
}

/** What a moderator wrote: first about the whole, then field by field. */
export function Comments({ form, language, comment, comments = [] }: CommentsProps) {
  const labels = form.texts.in(language).fields;
  return (
    <>
      {comment && <Quotation text={comment} />}
      {comments.map(({ pointer, comment: said }) => (
        <div key={pointer}>
          <p class="of-field">{labels[fieldAt(form, pointer)?.path ?? '']?.label ?? pointer}</p>
          <Quotation text={said} />
        </div>
      ))}
    </>
  );
}
