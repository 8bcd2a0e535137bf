/** The look of the page at /_local/: one column that fits a telephone, in the reader's own light or dark. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1a1a1a, #ececec); --quiet: light-dark(#4b5563, #b6bcc6); --line: light-dark(#6b7280, #868e99); --back: light-dark(#fff, #16181c); --raised: light-dark(#f4f6f8, #22262c); --link: light-dark(#0b4f9e, #8dbdff); }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; max-width: 56rem; margin: 0 auto; padding: 1rem; color: var(--ink); background: var(--back); }
h1, h2, h3 { line-height: 1.25; } h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 0; display: inline; }
a { color: var(--link); } p { margin: .5rem 0; }
button, input { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: .25rem; padding: .25rem .75rem; min-height: 2.75rem; max-width: 100%; }
button { background: var(--raised); cursor: pointer; } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .75rem 0; } input { width: 8rem; }
summary { cursor: pointer; padding: .625rem .75rem; } nav { display: flex; gap: 1.25rem; } nav a { padding-block: .5rem; }
summary > span { display: block; color: var(--quiet); font-size: .875rem; }
article { border: 1px solid var(--line); border-radius: .25rem; margin: .5rem 0; } article > details[open] > summary { border-block-end: 1px solid var(--line); background: var(--raised); }
article > details > p { padding: 0 .75rem; color: var(--quiet); font-size: .875rem; }
.view { border-block-start: 1px solid var(--line); } .older { margin: .5rem 0; } .older > summary, .more > summary { font-weight: 600; padding-inline: 0; }
pre { white-space: pre-wrap; font: inherit; margin: 0; padding: 0 .75rem .75rem; } .source { font: .8125rem/1.5 ui-monospace, monospace; max-height: 60vh; overflow: auto; }
iframe { display: block; width: 100%; height: 36rem; max-height: 80vh; border: 0; background: #fff; color-scheme: light; }
table { border-collapse: collapse; width: 100%; } caption { text-align: start; } th, td { text-align: start; vertical-align: top; padding: .25rem .5rem .25rem 0; border-block-end: 1px solid var(--line); }
@media (max-width: 40rem) { thead { position: absolute; clip-path: inset(100%); } tr { display: block; padding-block: .375rem; border-block-end: 1px solid var(--line); } td { display: block; padding: 0; border: 0; } }`;
