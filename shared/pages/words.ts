import type { InEveryLanguage } from '#shared/i18n/language.ts';
import * as da from './words/da.ts';
import * as en from './words/en.ts';
import * as fi from './words/fi.ts';
import * as is from './words/is.ts';
import * as nb from './words/nb.ts';
import * as sv from './words/sv.ts';
import type { Words } from './words/words.ts';

/*
 * The words of the pages in all languages. A map for each page: a function carries only the words of its own pages.
 */

export const frameWords: InEveryLanguage<Words['frame']> = {
  en: en.frame,
  da: da.frame,
  nb: nb.frame,
  sv: sv.frame,
  fi: fi.frame,
  is: is.frame,
};
export const formWords: InEveryLanguage<Words['form']> = {
  en: en.form,
  da: da.form,
  nb: nb.form,
  sv: sv.form,
  fi: fi.form,
  is: is.form,
};
export const reviseWords: InEveryLanguage<Words['revise']> = {
  en: en.revise,
  da: da.revise,
  nb: nb.revise,
  sv: sv.revise,
  fi: fi.revise,
  is: is.revise,
};
export const statusWords: InEveryLanguage<Words['status']> = {
  en: en.status,
  da: da.status,
  nb: nb.status,
  sv: sv.status,
  fi: fi.status,
  is: is.status,
};
export const confirmWords: InEveryLanguage<Words['confirm']> = {
  en: en.confirm,
  da: da.confirm,
  nb: nb.confirm,
  sv: sv.confirm,
  fi: fi.confirm,
  is: is.confirm,
};
export const reviewWords: InEveryLanguage<Words['review']> = {
  en: en.review,
  da: da.review,
  nb: nb.review,
  sv: sv.review,
  fi: fi.review,
  is: is.review,
};
export const problemWords: InEveryLanguage<Words['problem']> = {
  en: en.problem,
  da: da.problem,
  nb: nb.problem,
  sv: sv.problem,
  fi: fi.problem,
  is: is.problem,
};
export const initiativesWords: InEveryLanguage<Words['initiatives']> = {
  en: en.initiatives,
  da: da.initiatives,
  nb: nb.initiatives,
  sv: sv.initiatives,
  fi: fi.initiatives,
  is: is.initiatives,
};
export const homeWords: InEveryLanguage<Words['home']> = {
  en: en.home,
  da: da.home,
  nb: nb.home,
  sv: sv.home,
  fi: fi.home,
  is: is.home,
};
export const flagWords: InEveryLanguage<Words['flag']> = {
  en: en.flag,
  da: da.flag,
  nb: nb.flag,
  sv: sv.flag,
  fi: fi.flag,
  is: is.flag,
};
