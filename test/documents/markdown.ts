/** As much of Markdown as the documents of this repository use. */

const fence = /^ *```.*?^ *```/gms;

/** The text without blocks of code. */
function withoutBlocks(text: string): string {
  return text.replaceAll(fence, '');
}

/** The blocks of code. */
export function blocksOf(text: string): string[] {
  return text.match(fence) ?? [];
}

/** What stands between backticks, outside blocks. */
export function codeSpansOf(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
}

/** Where links and pictures lead. */
export function targetsOf(text: string): string[] {
  const prose = withoutBlocks(text).replaceAll(/`[^`\n]+`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** The anchors that GitHub makes of the headings; a second heading of the same name gets a number. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return headingsOf(text).map((heading) => {
    const anchor = anchorOf(heading);
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

export function headingsOf(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => heading);
}

export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

/** What stands under a heading of the second level, up to the next. */
export function sectionOf(text: string, heading: string): string {
  const [, after = ''] = text.split(new RegExp(`^## ${heading}$`, 'm'));
  return after.split(/^## /m)[0] ?? '';
}
