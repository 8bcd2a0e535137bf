import { describe, expect, test } from 'vitest';
import { renderPreviewPage } from '#shared/pages/preview-page.tsx';
import { letter, secret } from './example-pages.ts';
import { controlsNamed, tagsOf } from './markup.ts';

const path = `/review/${secret}/preview`;
const values = new Map([
  ['decision', ['reject']],
  ['comment', ['Line\r\nand "line"']],
  ['comment.title', ['Shorter']],
  ['note', ['For Bo']],
  ['contentHash', ['abc']],
  ['_action', ['show']],
]);
const page = { language: 'en', path, values, errors: [] } as const;

describe('the page that shows a mail before it is sent', () => {
  const html = renderPreviewPage({ ...page, mail: { letter, language: 'fi' } });

  test('shows it in the language of its reader, as a mail and not as its source', () => {
    expect(html).toMatch(/<section class="mail ds-card" lang="fi"/);
    expect(html).toContain('<span lang="en">Subject: </span>Ei julkaistu: ”Esimerkki”');
    expect(html).toContain('<p>Kiitos ehdotuksestasi.</p>');
    expect(html).toContain('<dt>Otsikko</dt><dd lang="sv">”Språkvän”</dd>');
    expect(html).toMatch(/<blockquote class="quotation">.*Anteeksi\.\n&lt;b>Ei&lt;\/b>/s);
    expect(html).toContain('Ystävällisin terveisin\nOsaamiskeskus');
  });

  test('names the buttons of the mail, which lead nowhere yet', () => {
    expect(html).toContain('Avaa lomake');
    expect(html).not.toContain('forms/…');
  });

  test('sends everything that was typed to the review, or takes it back there', () => {
    expect(tagsOf(html, 'form')).toMatchObject([{ method: 'post', action: `/review/${secret}` }]);
    for (const [name, [value = '']] of values) {
      const kept = controlsNamed(html, name).filter(({ type }) => type === 'hidden');
      expect(kept.map((control) => control['value'])).toEqual(
        name === '_action' ? [] : [value.replaceAll('"', '&quot;')],
      );
    }
    const buttons = html.slice(html.indexOf('class="buttons"'));
    expect(buttons).toMatch(/<button class="ds-button" type="submit">Send my decision<\/button>/);
    expect(buttons).toMatch(/name="_action" value="show">Back<\/button>/);
  });

  test('says what is missing, and then only leads back', () => {
    const errors = [{ pointer: '/decision', code: 'required' as const, detail: 'Choose.' }];
    const refused = renderPreviewPage({ ...page, errors });
    expect(refused).toContain('The mail cannot be shown yet</h1>');
    expect(refused).toContain('Choose.');
    expect(refused).not.toContain('Send my decision');
    expect(refused).toContain('value="Shorter"');
  });
});
