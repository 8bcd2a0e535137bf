import { describe, expect, it } from 'vitest';
import { type Letter, renderHtml, renderText } from '#shared/mail/letter.ts';

const url = `https://clearing.example.org/confirm/${'x'.repeat(90)}`;
const letter: Letter = {
  subject: 'One step left',
  greeting: 'Dear Aino,',
  blocks: [
    'A paragraph of many words. '.repeat(10).trim(),
    { link: { label: 'Confirm', url } },
    {
      facts: [
        ['Title', 'Fika '.repeat(25).trim(), 'sv'],
        ['Reference', '7KX4-9QTC'],
      ],
    },
    { quote: `First line.\r\n\n${'Many words again. '.repeat(10)}` },
  ],
  closing: ['Kind regards', 'Nordic Clearing Centre on Integration'],
};

describe('a letter as text', () => {
  const text = renderText(letter);
  const lines = text.split('\n');

  it('keeps paragraphs and quotes within 72 columns', () => {
    const prose = lines.filter((line) => line !== url && !line.startsWith('Title: '));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(72);
    expect(lines.filter((line) => line.startsWith('A paragraph of many words.'))).toHaveLength(1);
  });

  it('leaves a link whole and alone, below what it is for', () => {
    expect(text).toContain(`\n\nConfirm:\n${url}\n\n`);
  });

  it('keeps each fact on one line', () => {
    expect(lines).toContain(`Title: ${'Fika '.repeat(25).trim()}`);
  });

  it('marks every line of a quote, empty ones too', () => {
    expect(text).toContain('> First line.\n>\n> Many words again.');
    expect(lines.filter((line) => line.includes('Many words again.')).every((line) => line.startsWith('> '))).toBe(
      true,
    );
  });

  it('ends with the farewell', () => {
    expect(text.endsWith('\n\nKind regards\nNordic Clearing Centre on Integration\n')).toBe(true);
  });
});

describe('a letter as HTML', () => {
  const html = renderHtml(letter, 'en');

  it('shows the address beside the button that leads there', () => {
    expect(html).toContain(`<a href="${url}"`);
    expect(html).toContain(`>${url}</span>`);
  });

  it('lets the client choose light or dark', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).not.toMatch(/<body[^>]*[; "](background|color):/);
  });

  it('keeps the lines of a quote', () => {
    expect(html).toContain('First line.<br><br>Many words again.');
  });

  it('escapes what could leave an attribute or an element', () => {
    const hostile = renderHtml({ ...letter, blocks: [{ link: { label: '<b>', url: 'https://x/"><b>' } }] }, 'en');
    expect(hostile).not.toContain('<b>');
    expect(hostile).toContain('href="https://x/&quot;&gt;&lt;b&gt;"');
  });
});
