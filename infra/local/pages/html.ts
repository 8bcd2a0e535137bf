/** Text as HTML shows it. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Addresses in a text are there to be followed; everything else in it is only shown. */
export const withLinks = (text: string) =>
  escaped(text).replace(/https?:\/\/[^\s<>&]+(?:&#38;[^\s<>&]+)*/g, (address) => `<a href="${address}">${address}</a>`);

/** A moment as people read it, to the minute. */
export function timeTag(iso: string): string {
  return `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;
}

/** A table with a caption; a line that says so when it is empty. */
export function table(caption: string, headings: string[], rows: string[][]): string {
  if (rows.length === 0) return `<p>${caption}: none.</p>`;
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
