import type { BrowserFields } from '#shared/http/body.ts';

/** What was posted, to be posted on by the form around it. What asked for this page is left out. */
export function HiddenValues({ values }: { values: BrowserFields }) {
  const typed = [...values].filter(([name]) => name !== '_action' && name !== '_lang');
  return (
    <>
      {typed.flatMap(([name, all]) =>
        all.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
    </>
  );
}
