import type { ComponentChildren } from 'preact';
import type { Field } from '#shared/forms/fields.ts';
import type { FormDefinition } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';
import { allLeaves } from './form-fields.ts';
import { standingAlone } from './options.ts';
import { UserText } from './prose.tsx';
import { Day } from './time.tsx';
import { flagWords } from './words.ts';

interface ContentListProps {
  readonly form: FormDefinition;
  readonly content: Readonly<Record<string, unknown>>;
  readonly language: Language;
  /** The language in which the texts were written. */
  readonly contentLanguage: string;
  /** Paths that stand elsewhere on the page. */
  readonly except?: readonly string[];
}

/** What was written into a form, field by field in its order. Empty fields are left out, and consent, which each must give. */
export function ContentList({ form, content, language, contentLanguage, except = [] }: ContentListProps) {
  const told = allLeaves(form).filter(({ path, field }) => field.kind !== 'agreement' && !except.includes(path));
  const filled = told.filter(({ path }) => !isEmpty(valueAt(content, path)));
  return (
    <dl class="content-list">
      {filled.map(({ path, field }) => (
        <div key={path}>
          <dt>{form.texts[path]?.label[language] ?? path}</dt>
          <dd>
            <Value field={field} value={valueAt(content, path)} language={language} contentLanguage={contentLanguage} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The names of the fields that were left empty. */
export function emptyFields({ form, content, language }: Omit<ContentListProps, 'contentLanguage'>): string[] {
  const empty = allLeaves(form).filter(({ path }) => isEmpty(valueAt(content, path)));
  return empty.map(({ path }) => form.texts[path]?.label[language] ?? path);
}

/** What stands at a path such as `contact.name`; undefined when there is nothing. */
export function valueAt(content: unknown, path: string): unknown {
  let value = content;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

interface ValueProps {
  readonly field: Field;
  readonly value: unknown;
  readonly language: Language;
  readonly contentLanguage: string;
}

/** A value in words: codes by their labels, dates written out, texts in their own language. */
export function Value({ field, value, language, contentLanguage }: ValueProps): ComponentChildren {
  const text = String(value);
  switch (field.kind) {
    case 'code':
      return standingAlone(labelOf(field.list, text, language), language);
    case 'codes':
      return <Labels labels={[value].flat().map((code) => labelOf(field.list, String(code), language))} />;
    case 'date':
      return <Day at={text} language={language} />;
    case 'flag':
    case 'agreement':
      return value === true ? flagWords[language].yes : flagWords[language].no;
    case 'amount':
      return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : text;
    case 'url':
      return <WebLink address={text} />;
    case 'email':
      return <MailLink address={text} />;
    default:
      return <UserText text={text} lang={contentLanguage} />;
  }
}

function Labels({ labels }: { labels: readonly string[] }) {
  return (
    <ul class="labels">
      {labels.map((label) => (
        <li key={label} class="ds-tag" data-color="neutral">
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Only what begins with https:// becomes a link, and search engines are told that we do not vouch for it. */
function WebLink({ address }: { address: string }) {
  if (!address.startsWith('https://')) return <>{address}</>;
  return (
    <a class="ds-link" href={address} rel="nofollow ugc noreferrer">
      {address}
    </a>
  );
}

function MailLink({ address }: { address: string }) {
  return (
    <a class="ds-link" href={`mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`}>
      {address}
    </a>
  );
}
