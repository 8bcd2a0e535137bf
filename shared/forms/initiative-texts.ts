import type { FormDefinition } from './form.ts';

/** Every word of the form `initiative`. */
export const initiativeTexts: Pick<FormDefinition, 'name' | 'introduction' | 'sections' | 'texts'> = {
  name: { en: 'Initiative', da: 'Initiativ', nb: 'Initiativ', sv: 'Initiativ', fi: 'Aloite', is: 'Verkefni' },
  introduction: { en: '', da: '', nb: '', sv: '', fi: '', is: '' },
  sections: [],
  texts: {},
};
