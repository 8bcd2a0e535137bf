import { describe, expect, test } from 'vitest';
import { languages } from '#shared/i18n/language.ts';
import { serviceTexts } from '#shared/i18n/texts/service.ts';
import { examplePages } from './example-pages.ts';
import { tagsOf, textOf } from './markup.ts';

describe.each(Object.entries(examplePages))('%s', (_name, render) => {
  test.each(languages)('says that it is in %s', (language) => {
    const html = render(language);
    expect(html).toMatch(/^<!DOCTYPE html><html /);
    expect(tagsOf(html, 'html')[0]?.['lang']).toBe(language);
    expect(html).toMatch(new RegExp(`<title>[^<]*${serviceTexts.in(language).name}</title>`));
  });

  test.each(languages)('says beside its name what the service is, in %s', (language) => {
    const { name, purpose } = serviceTexts.in(language);
    expect(textOf(/<header.*?<\/header>/s.exec(render(language))?.[0] ?? '')).toContain(`${name}${purpose}`);
  });

  test('leads to itself in each language', () => {
    const chooser = /<nav class="site-languages".*?<\/nav>/s.exec(render('sv'))?.[0] ?? '';
    const ways = [...tagsOf(chooser, 'a'), ...tagsOf(chooser, 'button').filter(({ lang }) => lang !== undefined)];
    expect(ways.map(({ lang }) => lang)).toEqual([...languages]);
    for (const { lang, href, formaction } of ways) {
      expect(href ?? formaction).toMatch(new RegExp(`^/[^?]*\\?(.*&)?lang=${lang}$`));
    }
    const current = ways.filter((way) => way['aria-current'] !== undefined);
    expect(current.map(({ lang }) => lang)).toEqual(['sv']);
  });

  test('runs no script and brings no style of its own', () => {
    expect(render('en')).not.toMatch(/<script|\son\w+=|\sstyle=|<style|javascript:/i);
  });

  test('has one heading of the first rank and no id twice', () => {
    const html = render('en');
    expect(tagsOf(html, 'h1')).toHaveLength(1);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(languages)('has no word missing in %s', (language) => {
    expect(render(language)).not.toMatch(/undefined|\[object|NaN/);
  });
});
