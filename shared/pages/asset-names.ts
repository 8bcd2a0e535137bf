/**
 * Where pages find their style: names that follow the contents, so that browsers may keep them for ever. They stand here
 * as words, for the pages' functions would otherwise carry and hash 100 KB at each cold start; a test compares them with
 * the contents and says what to write when these change.
 */
export const stylesheetHref = '/assets/site.8297824407.css';
export const iconHref = '/assets/icon.38ce6f7cb6.svg';
