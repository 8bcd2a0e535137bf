import type { Block, Letter } from '#shared/mail/letter.ts';
import { Quotation } from './prose.tsx';

/** A letter as its reader will see it. Its links lead nowhere yet: only what their buttons will say is shown. */
export function LetterBody({ letter: { greeting, blocks, closing } }: { letter: Letter }) {
  return (
    <>
      {[greeting, ...blocks].map((block, index) => (
        <BlockBody key={`${index}`} block={block} />
      ))}
      <p class="written">{closing.join('\n')}</p>
    </>
  );
}

function BlockBody({ block }: { block: Block }) {
  if (typeof block === 'string') return <p>{block}</p>;
  if ('quote' in block) return <Quotation text={block.quote} />;
  if ('link' in block)
    return (
      <p>
        <span class="later">{block.link.label}</span>
      </p>
    );
  return (
    <dl class="content-list">
      {block.facts.map(([label, value, language]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd lang={language}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
