/** A text of ours: paragraphs apart by an empty line, lines that begin with `- ` as a list. */
export function Prose({ text }: { text: string }) {
  return (
    <div class="prose">
      {text
        .split('\n\n')
        .map((block) => (block.startsWith('- ') ? <Items key={block} block={block} /> : <p key={block}>{block}</p>))}
    </div>
  );
}

function Items({ block }: { block: string }) {
  return (
    <ul class="ds-list">
      {block.split('\n').map((line) => (
        <li key={line}>{line.slice(2)}</li>
      ))}
    </ul>
  );
}

/** A text that somebody else wrote: its line breaks are kept, its language named where it is known. */
export function UserText({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <div class="written" lang={lang}>
      {text}
    </div>
  );
}

/** A comment of a moderator, as a quotation. */
export function Quotation({ text }: { text: string }) {
  return (
    <blockquote class="quotation">
      <UserText text={text} />
    </blockquote>
  );
}
