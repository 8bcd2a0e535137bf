import { formFamily } from '../../form-texts.ts';
import { fields, sections } from '../fields.ts';

/** The texts of the form `initiative`. */
export const initiativeTexts = formFamily(import.meta.dirname, 'initiative', fields, sections);
