import type { Language } from '#shared/i18n/language.ts';

/** A fact: its label, its value, and the value's language where it is not the letter's. */
export type Fact = readonly [label: string, value: string, language?: string];

/** A paragraph, a link to a page, facts one below the other, or a text of somebody else. */
export type Block =
  | string
  | { readonly link: { readonly label: string; readonly url: string } }
  | { readonly facts: readonly Fact[] }
  | { readonly quote: string };

/**
 * What a mail says, before it is text or HTML. Texts of others stand in facts, quotes and the greeting, never in a
 * paragraph: so none of them can stand alone on a line and pass for a link of ours.
 */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly blocks: readonly Block[];
  /** The last lines: the farewell and who writes. */
  readonly closing: readonly string[];
  /** A line below all others. */
  readonly seal?: string | undefined;
}

const lineWidth = 72;

/** The letter as plain text. Each link stands alone on its line, so that mail programs find its end. */
export function renderText({ greeting, blocks, closing, seal }: Letter): string {
  const parts = [greeting, ...blocks.map(blockAsText), closing.join('\n'), ...(seal === undefined ? [] : [seal])];
  return `${parts.join('\n\n')}\n`;
}

function blockAsText(block: Block): string {
  if (typeof block === 'string') return wrapped(block, lineWidth).join('\n');
  if ('link' in block) return `${block.link.label}:\n${block.link.url}`;
  // A fact keeps to one line, so that a title can be found as it was written.
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  const lines = linesOf(block.quote).flatMap((line) => wrapped(line, lineWidth - 2));
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && [...longer].length > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function linesOf(text: string): string[] {
  return text.trim().split(/\r\n?|[\n\u0085\u2028\u2029]/);
}

/** Colours that hold on white and on black, as clients in dark mode keep or swap the background as they please. */
const style = {
  body: 'margin:0 auto;padding:24px 16px;max-width:38em;font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif',
  button:
    'display:inline-block;padding:12px 20px;border-radius:4px;background-color:#0b5cad;color:#ffffff;font-weight:600',
  address: 'display:block;margin-top:8px;font-size:14px;word-break:break-all',
  table: 'border-collapse:collapse',
  label: 'padding:2px 16px 2px 0;text-align:left;vertical-align:top;font-weight:600',
  value: 'padding:2px 0;text-align:left;vertical-align:top;word-break:break-word',
  seal: 'font-size:14px',
  quote: 'margin:0;padding:4px 0 4px 16px;border-left:4px solid #767676',
};

/** The letter as a complete document: no images, nothing fetched, nothing that tells whether it was read. */
export function renderHtml({ subject, greeting, blocks, closing, seal }: Letter, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body ${styled('body')}>
${[greeting, ...blocks].map(blockAsHtml).join('\n')}
<p>${closing.map(escaped).join('<br>')}</p>${seal === undefined ? '' : `\n<p ${styled('seal')}>${escaped(seal)}</p>`}
</body>
</html>
`;
}

function blockAsHtml(block: Block): string {
  if (typeof block === 'string') return `<p>${escaped(block)}</p>`;
  if ('link' in block) return linkAsHtml(block.link);
  if ('facts' in block) return `<table ${styled('table')}>${block.facts.map(factAsHtml).join('')}</table>`;
  return `<blockquote dir="auto" ${styled('quote')}>${linesOf(block.quote).map(escaped).join('<br>')}</blockquote>`;
}

/** The bare address stands below the button, to be compared or copied. */
function linkAsHtml({ label, url }: { label: string; url: string }): string {
  const address = escaped(url);
  const button = `<a href="${address}" ${styled('button')}>${escaped(label)}</a>`;
  return `<p>${button}<span ${styled('address')}>${address}</span></p>`;
}

function factAsHtml([label, value, language]: Fact): string {
  const spoken = language === undefined ? '' : ` lang="${escaped(language)}"`;
  const head = `<th scope="row" ${styled('label')}>${escaped(label)}</th>`;
  return `<tr>${head}<td dir="auto"${spoken} ${styled('value')}>${escaped(value)}</td></tr>`;
}

function styled(name: keyof typeof style): string {
  return `style="${escaped(style[name])}"`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
