import type { FormDefinition } from '#shared/forms/form.ts';
import type { Language } from '#shared/i18n/language.ts';
import { FieldValue } from './field-value.tsx';
import { allLeaves } from './form-fields.ts';

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
          <dt>{form.texts.in(language).fields[path]?.label ?? path}</dt>
          <dd>
            <FieldValue
              field={field}
              value={valueAt(content, path)}
              language={language}
              contentLanguage={contentLanguage}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
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

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
