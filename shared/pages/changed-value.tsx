import { diffWordsWithSpace } from 'diff';
import type { ComponentChildren } from 'preact';
import type { Language } from '#shared/i18n/language.ts';
import type { ListName } from '#shared/vocabulary/lists.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';
import { FieldValue } from './field-value.tsx';
import type { Leaf } from './form-fields.ts';
import { reviewTexts } from './texts/review.ts';

interface ChangedValueProps extends Pick<Leaf, 'field'> {
  /** Undefined or null where there was or is nothing. */
  readonly before: unknown;
  readonly after: unknown;
  readonly language: Language;
  readonly contentLanguage: string;
}

/** Two long texts with nothing in common take half a second to compare; after this many milliseconds they stand apart. */
const longestComparison = 200;

/** A value that has changed: texts word by word, lists code by code, anything else before and after. */
export function ChangedValue(props: ChangedValueProps) {
  const { field, before, after, language, contentLanguage } = props;
  if (field.kind === 'codes') return <ChangedCodes {...props} list={field.list} />;
  const isText = field.kind === 'line' || field.kind === 'text';
  const parts =
    isText && typeof before === 'string' && typeof after === 'string'
      ? diffWordsWithSpace(before, after, { timeout: longestComparison })
      : undefined;
  if (parts === undefined) return <BeforeAndAfter {...props} />;
  return (
    <div class="written" lang={contentLanguage}>
      {parts.map(({ value, added, removed }, index) => {
        const key = `${index}`;
        if (added)
          return (
            <Added key={key} language={language}>
              {value}
            </Added>
          );
        return removed ? (
          <Removed key={key} language={language}>
            {value}
          </Removed>
        ) : (
          value
        );
      })}
    </div>
  );
}

function BeforeAndAfter({ before, after, ...shown }: ChangedValueProps) {
  const { language } = shown;
  return (
    <>
      {!isNothing(before) && (
        <Removed language={language}>
          <FieldValue {...shown} value={before} />
        </Removed>
      )}
      {!isNothing(after) && (
        <Added language={language}>
          <FieldValue {...shown} value={after} />
        </Added>
      )}
    </>
  );
}

function ChangedCodes({ list, before, after, language }: ChangedValueProps & { readonly list: ListName }) {
  const [was, is] = [before, after].map((codes) => (Array.isArray(codes) ? codes.map(String) : []));
  return (
    <ul class="labels">
      {[...new Set([...(was ?? []), ...(is ?? [])])].map((code) => {
        const label = labelOf(list, code, language);
        const isKept = was?.includes(code) && is?.includes(code);
        const Mark = is?.includes(code) ? Added : Removed;
        return (
          <li key={code} class="ds-tag" data-color="neutral">
            {isKept ? label : <Mark language={language}>{label}</Mark>}
          </li>
        );
      })}
    </ul>
  );
}

interface Marked {
  readonly language: Language;
  readonly children: ComponentChildren;
}

/** Screen readers pass over the elements themselves, so a word says what they mean. */
function Added({ language, children }: Marked) {
  return (
    <ins>
      <span class="ds-sr-only" lang={language}>{` ${reviewTexts.in(language).added} `}</span>
      {children}
    </ins>
  );
}

function Removed({ language, children }: Marked) {
  return (
    <del>
      <span class="ds-sr-only" lang={language}>{` ${reviewTexts.in(language).removed} `}</span>
      {children}
    </del>
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
