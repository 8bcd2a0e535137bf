import type { SubmitterAction } from '#shared/case/submitter-acts.ts';
import type { Language } from '#shared/i18n/language.ts';
import { actionTexts } from './texts/actions.ts';

interface StatusActionsProps {
  readonly language: Language;
  /** Where the buttons post to. */
  readonly action: string;
  readonly possible: readonly SubmitterAction[];
  /** Whether the link is good for a copy of all that is kept. */
  readonly mayHaveCopy: boolean;
  /** Whether it is about to be erased. */
  readonly isErasedSoon: boolean;
}

/** What can be undone or repeated is a button; what cannot is behind one more click that says what it does. */
const final: readonly SubmitterAction[] = ['withdraw', 'hide-contact', 'erase'];

/** What a submitter can do with the case. Each is a form of its own, so that it works without script. */
export function StatusActions({ language, action, possible, mayHaveCopy, isErasedSoon }: StatusActionsProps) {
  const texts = actionTexts.in(language);
  if (isErasedSoon) return <p class="ds-card notice">{texts.erasedSoon}</p>;
  if (possible.length === 0) return null;
  return (
    <section aria-labelledby="actions">
      <h2 class="ds-heading" data-size="sm" id="actions">
        {texts.title}
      </h2>
      {mayHaveCopy && (
        <p>
          {texts.copy.effect}{' '}
          <a class="ds-link" href={`${action}/copy`} download>
            {texts.copy.label}
          </a>
        </p>
      )}
      {possible.map((name) =>
        final.includes(name) ? (
          <details class="ds-details" key={name}>
            <summary>{texts.actions[name].label}</summary>
            <div>
              <Act language={language} action={action} name={name} isFinal />
            </div>
          </details>
        ) : (
          <Act language={language} action={action} name={name} key={name} />
        ),
      )}
    </section>
  );
}

function Act({
  language,
  action,
  name,
  isFinal = false,
}: {
  language: Language;
  action: string;
  name: SubmitterAction;
  isFinal?: boolean;
}) {
  const { label, effect } = actionTexts.in(language).actions[name];
  return (
    <form method="post" action={action} class="act">
      <p id={`effect-${name}`}>{effect}</p>
      <input type="hidden" name="action" value={name} />
      <button
        type="submit"
        class="ds-button"
        data-variant="secondary"
        data-color={isFinal ? 'danger' : undefined}
        aria-describedby={`effect-${name}`}
      >
        {label}
      </button>
    </form>
  );
}
