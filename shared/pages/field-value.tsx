import type { ComponentChildren } from 'preact';
import type { Field, ValueKind } from '#shared/forms/fields.ts';
import type { Language } from '#shared/i18n/language.ts';
import { labelOf } from '#shared/vocabulary/vocabulary.ts';
import type { Leaf } from './form-fields.ts';
import { standingAlone } from './options.ts';
import { UserText } from './prose.tsx';
import { contentTexts } from './texts/content.ts';
import { Day } from './time.tsx';

interface ShownValue {
  readonly value: unknown;
  readonly language: Language;
  /** The language in which the texts were written. */
  readonly contentLanguage: string;
}

/** A value in words: codes by their labels, dates written out, texts in their own language. */
export function FieldValue({ field, ...shown }: ShownValue & Pick<Leaf, 'field'>): ComponentChildren {
  return showValue(field, shown);
}

function showValue<Kind extends ValueKind>(field: Field<Kind>, shown: ShownValue): ComponentChildren {
  return values[field.kind](field, shown);
}

type Show<Kind extends ValueKind> = (field: Field<Kind>, shown: ShownValue) => ComponentChildren;

const asWritten = (_: Field, { value, contentLanguage }: ShownValue) => (
  <UserText text={String(value)} lang={contentLanguage} />
);
const yesOrNo = (_: Field, { value, language }: ShownValue) =>
  value === true ? contentTexts.in(language).yes : contentTexts.in(language).no;

const values: { readonly [Kind in ValueKind]: Show<Kind> } = {
  line: asWritten,
  text: asWritten,
  currency: asWritten,
  email: (_, { value }) => <MailLink address={String(value)} />,
  url: (_, { value }) => <WebLink address={String(value)} />,
  code: ({ list }, { value, language }) => standingAlone(labelOf(list, String(value), language), language),
  codes: ({ list }, { value, language }) => (
    <Labels labels={[value].flat().map((code) => labelOf(list, String(code), language))} />
  ),
  date: (_, { value, language }) => <Day at={String(value)} language={language} />,
  flag: yesOrNo,
  agreement: yesOrNo,
  amount: (_, { value, language }) =>
    typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : String(value),
};

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
