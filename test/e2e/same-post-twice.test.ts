import { describe, expect, test } from 'vitest';
import { example, Receipt } from '#test/support/story.ts';
import type { Encoding } from '#test/support/visitor.ts';
import { startWorld } from '#test/support/world.ts';

const { submit, follow, mails } = await startWorld();

let keys = 0;
function newKey(): string {
  keys += 1;
  return `key-of-this-test-${keys}`;
}

describe('The same post with one key', () => {
  test('is one submission: the same id and reference, one mail', async () => {
    const fields = example('dk-cykler-til-alle');
    const headers = { 'idempotency-key': newKey() };
    const [first, second] = [await submit(fields, { headers }), await submit(fields, { headers })];
    expect([first.status, second.status]).toEqual([202, 202]);
    const [one, again] = [Receipt.parse(first.json), Receipt.parse(second.json)];
    expect(again).toMatchObject({ id: one.id, reference: one.reference });
    expect(await mails(fields.contact.email)).toHaveLength(1);
    // Either receipt leads to the case.
    expect(await follow(again, '').progress()).toEqual(await follow(one, '').progress());
  });

  test('is one submission even when sent five times at once', async () => {
    const fields = example('dk-cykler-til-alle');
    const headers = { 'idempotency-key': newKey() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(fields, { headers })));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
    expect(new Set(answers.map(({ json }) => Receipt.parse(json).id)).size).toBe(1);
    expect(await mails(fields.contact.email)).toHaveLength(1);
  });

  test('may be sent in any encoding, and with the key quoted or as a field', async () => {
    const fields = example('dk-cykler-til-alle');
    const key = newKey();
    const ways: readonly [Encoding, object, Record<string, string>][] = [
      ['json', fields, { 'idempotency-key': key }],
      ['json', fields, { 'idempotency-key': `"${key}"` }],
      ['urlencoded', { ...fields, _key: key }, {}],
      ['multipart', { ...fields, _key: key }, {}],
    ];
    const ids = [];
    for (const [as, body, headers] of ways) ids.push(Receipt.parse((await submit(body, { as, headers })).json).id);
    expect(new Set(ids).size).toBe(1);
  });

  test('still leads to the case when that has moved on', async () => {
    const fields = example('dk-cykler-til-alle');
    const headers = { 'idempotency-key': newKey() };
    const story = follow(Receipt.parse((await submit(fields, { headers })).json), fields.contact.email);
    await story.confirm();
    const again = Receipt.parse((await submit(fields, { headers })).json);
    expect(again.id).toBe(story.id);
    expect(await follow(again, '').progress()).toMatchObject({ status: 'in-review' });
  });
});

test('Other content with the same key is refused and stored nowhere', async () => {
  const fields = example('dk-cykler-til-alle');
  const headers = { 'idempotency-key': newKey() };
  await submit(fields, { headers });
  const other = example('dk-cykler-til-alle', { title: 'Noget helt andet (eksempel)' });
  const answer = await submit(other, { headers });
  expect(answer).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
  expect(await mails(other.contact.email)).toEqual([]);
});

test('Without a key, the same post twice is two submissions', async () => {
  const fields = example('dk-cykler-til-alle');
  const ids = [await submit(fields), await submit(fields)].map(({ json }) => Receipt.parse(json).id);
  expect(new Set(ids).size).toBe(2);
  expect(await mails(fields.contact.email)).toHaveLength(2);
});

test.each([
  ['with a space', 'a b'],
  ['of 15 characters', 'a'.repeat(15)],
  ['of 201 characters', 'a'.repeat(201)],
  ['that is empty', '""'],
])('A key %s is refused', async (_, key) => {
  const answer = await submit(example('dk-cykler-til-alle'), { headers: { 'idempotency-key': key } });
  expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-idempotency-key' } });
});
