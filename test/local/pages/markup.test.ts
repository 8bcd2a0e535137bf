import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { renderPage } from '#infra/local/pages/markup.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const at = '2030-01-01T00:00:00.000Z';
const page = renderPage({
  now: at,
  mails: [
    {
      id: 'm1',
      at,
      to: ['a@example.org'],
      from: 'b@example.org',
      replyTo: [],
      subject: 'Subject',
      text: 'Hello\n\nhttps://example.org/x\n',
      html: '',
      headers: {},
    },
  ],
  executions: [{ name: 'e-1', status: 'RUNNING', state: 'Ask', waits: true, startedAt: at }],
  alarms: [{ name: 'Alarm', state: 'OK' }],
  deadLetters: [{ at, queue: 'arn:q', function: 'F', why: 'Error', payload: {} }],
  ignored: [{ what: 'Logs', type: 'AWS::Logs::LogGroup', why: 'files' }],
});

describe('the page of the local world', () => {
  it('shows mail, executions and what is left out', () => {
    for (const shown of [
      'Subject',
      'From: b@example.org',
      'Content-Type: text/plain; charset=utf-8',
      '<a href="https://example.org/x">',
      'Ask (waits)',
      'AWS::Logs::LogGroup',
    ])
      expect(page).toContain(shown);
  });

  it('is accessible by WCAG 2.2 AA', async () => {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    try {
      const tab = await browser.newPage();
      await tab.setContent(page);
      await tab.addScriptTag({ content: axe });
      const violations = await tab.evaluate(
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((found) => found.violations.map((one) => one.id))",
      );
      expect(violations).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
