/**
 * The addresses of the files that pages load. Each name holds a hash of the content, so that browsers may keep it for ever.
 * They are constants, as the functions of pages would otherwise carry and hash 100 KB at each cold start; a test compares
 * them with the contents and says what to write when these change.
 */
export const stylesheetHref = '/assets/site.8aee21e546.css';
export const iconHref = '/assets/icon.38ce6f7cb6.svg';
export const proverHref = '/assets/prove.a18bcf1641.js';
