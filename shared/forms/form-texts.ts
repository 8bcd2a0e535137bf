import { each, type Family, family, optionalText, text } from '#shared/i18n/texts.ts';
import type { Fields } from './fields.ts';

/** A part of a form's page: a heading and the fields below it, by path. */
export interface Section {
  readonly heading: string;
  readonly fields: readonly string[];
}

/** What the texts of every form are. */
function shapeOf(fields: Fields, sections: readonly Section[]) {
  return {
    name: text,
    /** The heading of its page, and what menu and front page call it: what one is asked to do. */
    invitation: text,
    /** On the front page: who is asked to do so, and why. */
    appeal: text,
    /**
     * What belongs here and what does not: shown before the first field, and the measure of moderators. Paragraphs stand
     * apart by an empty line; lines that begin with `- ` are a list.
     */
    introduction: text,
    headings: each(
      sections.map(({ heading }) => heading),
      text,
    ),
    /** What people read beside a field, by path: `title`, `contact.name`. */
    fields: each(pathsOf(fields), { label: text, hint: optionalText }),
  };
}

/** The texts of a form: a family whose texts follow from what the form asks for. */
export type FormTexts = Family<ReturnType<typeof shapeOf>>;

/** Declares the texts of a form, in `<form>/texts/<form>.ts`. */
export function formFamily(folder: string, form: string, fields: Fields, sections: readonly Section[]): FormTexts {
  return family(folder, form, shapeOf(fields, sections));
}

/** Every field by its path, groups before what they hold. */
function pathsOf(fields: Fields, prefix = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    return field.kind === 'group' ? [path, ...pathsOf(field.fields, `${path}.`)] : [path];
  });
}
