import { formFamily } from '../../form-texts.ts';
import { fields, sections } from '../fields.ts';

/** The form `initiative` in words. */
export const initiativeTexts = formFamily(import.meta.dirname, 'initiative', fields, sections);
