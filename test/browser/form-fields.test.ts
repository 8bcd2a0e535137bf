import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { initiative as form } from '#shared/forms/initiative/initiative.ts';
import { allLeaves, idOf, type Leaf } from '#shared/pages/form-fields.ts';
import { formTexts } from '#shared/pages/texts/form.ts';
import { reviewTexts } from '#shared/pages/texts/review.ts';
import { describeInBrowser } from '#test/support/browser.ts';
import { example } from '#test/support/story.ts';
import { startWorld } from '#test/support/world.ts';
import { press } from './person.ts';

const { at, begin } = await startWorld();
const telephone = { width: 360, height: 740 };
const { required } = formTexts.in('en');

describeInBrowser('Who hears the form', (openPage) => {
  test('is told once of each field that it is required, and of none that it is wrong before anything is typed', async () => {
    const page = await openPage({ locale: 'en-GB' });
    await page.goto(at('/forms/initiative'));
    const heard = await controlsHeardOn(page);
    expect(heard.filter(({ invalid }) => invalid)).toEqual([]);
    const { fields } = form.texts.in('en');
    const mustAnswer = allLeaves(form).filter(({ field }) => field.required);
    const isSeveral = ({ field }: Leaf) => field.kind === 'codes';
    for (const { path } of mustAnswer.filter((leaf) => !isSeveral(leaf))) {
      const label = fields[path]?.label ?? path;
      const says = `#${idOf(path)}[aria-required=true], [role=radiogroup][aria-required=true]:has(#${idOf(path)})`;
      expect(await page.locator(says).count(), path).toBe(1);
      expect(
        heard.some(({ name }) => name.trim() === label),
        label,
      ).toBe(true);
    }
    // ARIA cannot say it of several boxes to tick: there it stands in the name, and nowhere else.
    const named = heard.filter(({ role, name }) => role !== 'LabelText' && name.endsWith(` ${required}`));
    const several = mustAnswer.filter(isSeveral).map(({ path }) => `${fields[path]?.label} ${required}`);
    expect(named.map(({ name }) => name)).toEqual(several);
  });

  test('is told what is wrong after sending', async () => {
    const page = await openPage({ locale: 'en-GB' });
    await page.goto(at('/forms/initiative'));
    expect(await press(page.getByRole('button', { name: formTexts.in('en').send, exact: true }))).toBe(422);
    const wrong = (await controlsHeardOn(page)).filter(({ invalid }) => invalid).map(({ name }) => name);
    expect(wrong).toContain(form.texts.in('en').fields['title']?.label);
  });

  test('is told of a decision that one must be chosen, and of none that it is wrong', async () => {
    const story = await begin(example('dk-cykler-til-alle'));
    await story.confirm();
    const page = await openPage({ locale: 'en-GB' });
    await page.goto(await story.link('review'));
    const heard = await controlsHeardOn(page);
    expect(heard.filter(({ invalid }) => invalid)).toEqual([]);
    const asked = heard.filter((control) => control.required).map(({ role, name }) => ({ role, name }));
    expect(asked).toEqual([{ role: 'radiogroup', name: reviewTexts.in('en').yourDecision }]);
  });
});

describeInBrowser('A link in the summary of errors', (openPage) => {
  test.each(['en', 'fi'] as const)('leads to a field whose name and error can be seen, in %s', async (language) => {
    const page = await openPage({ locale: language, viewport: telephone });
    await page.goto(at('/forms/initiative'));
    await press(page.getByRole('button', { name: formTexts.in(language).send, exact: true }));
    const links = await page.locator('.ds-error-summary a').all();
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      const id = (await link.getAttribute('href'))?.slice(1) ?? '';
      await link.click();
      for (const selector of [`label[for="${id}"]`, `legend:has(~ .choices #${id})`, `#${id}-error`, `#${id}`]) {
        expect.soft(await isInView(page, selector), `${selector} at ${id}`).toBe(true);
      }
    }
  });
});

const Heard = z.array(z.object({ role: z.string(), name: z.string(), required: z.boolean(), invalid: z.boolean() }));

/** What a browser tells screen readers of each control and group. */
async function controlsHeardOn(page: Page): Promise<z.infer<typeof Heard>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return Heard.parse(
    nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, properties = [] }) => {
        const said = (property: string) =>
          String(properties.find((one) => one.name === property)?.value.value ?? false);
        return {
          role: String(role?.value ?? ''),
          name: String(name?.value ?? ''),
          required: said('required') === 'true',
          invalid: said('invalid') !== 'false',
        };
      }),
  );
}

/** Whether all of what is found is between the upper and the lower edge of the screen. */
function isInView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(`(() => {
    const edges = Array.from(document.querySelectorAll('${selector}'), (found) => found.getBoundingClientRect());
    return edges.every(({ top, bottom }) => top >= 0 && bottom <= innerHeight);
  })()`);
}
