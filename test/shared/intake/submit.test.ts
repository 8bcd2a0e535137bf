import { randomUUID } from 'node:crypto';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { repeatLife } from '#shared/case/case-links.ts';
import { hashOf } from '#shared/case/content-hash.ts';
import { referenceOf } from '#shared/case/reference.ts';
import { type Submission, submit } from '#shared/intake/submit.ts';
import { openLink } from '#shared/moderation/open-link.ts';
import { content, later, noon } from '#test/support/cases.ts';
import { readCase, useServices } from '#test/support/services.ts';
import { submissionsTable, useTables } from '#test/support/tables.ts';

vi.spyOn(console, 'error').mockImplementation(() => {});
const tables = useTables();
const ordinary: Submission = {
  form: 'initiative',
  content,
  language: 'sv',
  circumstances: { honeypot: '', secondsOnPage: 60 },
  arrival: { address: '192.0.2.1', mayBeHeld: false },
};
const newKey = () => randomUUID();

async function accepted(ports: ReturnType<typeof useServices>, submission: Submission) {
  const submitted = await submit(ports, submission);
  if (submitted.kind !== 'accepted') throw new Error(submitted.kind);
  return submitted;
}

describe('a submission', () => {
  it('is stored whole before it is answered, and its workflow started', async () => {
    const ports = useServices(tables);
    const { id, reference, statusSecret } = await accepted(ports, ordinary);
    expect(await readCase(ports, id)).toMatchObject({
      reference,
      status: 'received',
      version: 1,
      round: { number: 1, content, contentHash: hashOf(content) },
      verdict: { kind: 'clean' },
      driver: { number: 1, phase: 'starting', restarts: 0 },
      checkAt: later(noon, { minutes: 1 }).toISOString(),
      facts: [{ number: 1, what: 'received' }],
    });
    expect(reference).toBe(referenceOf(id));
    expect(ports.workflow.started).toEqual([`${id}-1`]);
    expect(await openLink(ports, 'status', statusSecret)).toMatchObject({ kind: 'open', case: { id } });
  });

  it('that looks like spam is held: stored and answered alike, but nobody is disturbed', async () => {
    const ports = useServices(tables);
    const { id } = await accepted(ports, { ...ordinary, circumstances: { honeypot: 'x', secondsOnPage: 60 } });
    const held = await readCase(ports, id);
    expect(held).toMatchObject({ status: 'spam', facts: [{ what: 'held' }] });
    expect(held.driver).toBeUndefined();
    expect(held.checkAt).toBeUndefined();
    expect(ports.workflow.started).toEqual([]);
  });

  it('whose workflow cannot be started is accepted all the same, and will be looked at', async () => {
    const ports = useServices(tables);
    ports.workflow.state.failure = new Error('down');
    const { id } = await accepted(ports, ordinary);
    expect(await readCase(ports, id)).toMatchObject({ driver: { phase: 'starting' }, checkAt: expect.any(String) });
  });

  it('without a key is a new one each time', async () => {
    const ports = useServices(tables);
    expect((await accepted(ports, ordinary)).id).not.toBe((await accepted(ports, ordinary)).id);
  });
});

describe('a submission with a key', () => {
  it('is the same one when it is sent again, with another link to it', async () => {
    const ports = useServices(tables);
    const key = newKey();
    const first = await accepted(ports, { ...ordinary, key });
    const again = await accepted(ports, { ...ordinary, key, language: 'fi' });
    expect(again).toMatchObject({ id: first.id, reference: first.reference });
    expect(await openLink(ports, 'status', again.statusSecret)).toMatchObject({
      kind: 'open',
      case: { id: first.id, version: 1 },
    });
    expect(ports.workflow.started).toEqual([`${first.id}-1`]);
  });

  it('is answered with a link that stays the first time, and with one of seven days each time after', async () => {
    const ports = useServices(tables);
    const key = newKey();
    const first = await accepted(ports, { ...ordinary, key });
    const again = await accepted(ports, { ...ordinary, key });
    expect((await ports.links.find(first.statusSecret))?.expiresAt).toBeUndefined();
    expect((await ports.links.find(again.statusSecret))?.expiresAt).toBe(later(noon, { ms: repeatLife }).toISOString());
  });

  it('is refused with other content, and nothing is stored', async () => {
    const ports = useServices(tables);
    const key = newKey();
    const { id } = await accepted(ports, { ...ordinary, key });
    expect(await submit(ports, { ...ordinary, key, content: { ...content, title: 'Something else' } })).toEqual({
      kind: 'key-reused',
    });
    expect((await readCase(ports, id)).round.content.title).toBe(content.title);
  });

  it('is one case for twins at the same moment', async () => {
    const ports = useServices(tables);
    const key = newKey();
    const twins = await Promise.all(Array.from({ length: 6 }, () => accepted(ports, { ...ordinary, key })));
    const ids = new Set(twins.map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(new Set(twins.map(({ statusSecret }) => statusSecret)).size).toBe(6);
    expect(ports.workflow.started).toEqual([`${[...ids][0]}-1`]);
  });

  it.each(['key', 'link', 'case'])(
    'that breaks off at the write of the %s is completed under the same id by a retry',
    async (sk) => {
      const ports = useServices(tables);
      const key = newKey();
      const claimed: string[] = [];
      const newId = () => {
        const id = ports.newId();
        claimed.push(id);
        return id;
      };
      const send = tables.documents.send.bind(tables.documents);
      const breaking = Object.assign(Object.create(tables.documents), {
        send: async (command: PutCommand) => {
          if (command instanceof PutCommand && command.input.Item?.['sk'] === sk) throw new Error('The power went');
          return send(command);
        },
      });
      const broken = useServices({ ...tables, documents: breaking, endpoint: '' });
      await expect(submit({ ...broken, newId }, { ...ordinary, key })).rejects.toThrow('The power went');
      if (sk !== 'link') for (const id of claimed) expect(await ports.cases.read(id)).toBeUndefined();

      const { id, statusSecret } = await accepted({ ...ports, newId }, { ...ordinary, key });
      // A claim that was written counts; before it nothing was.
      expect(id).toBe(sk === 'key' ? claimed[1] : claimed[0]);
      expect((await readCase(ports, id)).status).toBe('received');
      expect([...broken.workflow.started, ...ports.workflow.started]).toEqual([`${id}-1`]);
      // What completes the submission is no repeat: its sender has no other link. Only where the case was made, nobody can tell.
      const expiresAt = (await ports.links.find(statusSecret))?.expiresAt;
      expect(expiresAt).toBe(sk === 'link' ? later(noon, { ms: repeatLife }).toISOString() : undefined);
    },
  );
});

describe('content that the table refuses', () => {
  const unstorable = { ...content, funding: { amount: 1e-140 } };

  it('is no submission, and its key may come again with content that is changed', async () => {
    const ports = useServices(tables);
    const key = newKey();
    for (let time = 0; time < 2; time += 1)
      expect(await submit(ports, { ...ordinary, key, content: unstorable })).toEqual({ kind: 'not-storable' });
    expect(ports.workflow.started).toEqual([]);
    const { id } = await accepted(ports, { ...ordinary, key });
    expect((await readCase(ports, id)).round.content).toEqual(content);
  });

  it('does not free a key that somebody has claimed since', async () => {
    const { keys } = useServices(tables);
    const key = newKey();
    const mine = { submissionId: 'mine', contentHash: 'hash' };
    const theirs = { ...mine, submissionId: 'theirs' };
    await keys.claim('initiative', key, theirs, noon);
    await keys.release('initiative', key, mine, noon);
    expect(await keys.claim('initiative', key, mine, noon)).toEqual(theirs);
  });
});

describe('what the table holds of a submission', () => {
  it('is one head, one link, where it lies, and one key, and no secret in clear', async () => {
    const ports = useServices(tables);
    const key = newKey();
    const { id, statusSecret } = await accepted(ports, { ...ordinary, key });
    const { Items = [] } = await tables.documents.send(new ScanCommand({ TableName: submissionsTable }));
    const own = Items.filter((item) => item['pk'] === id || item['submissionId'] === id);
    expect(own.map((item) => String(item['sk']).split('#')[0]).sort()).toEqual(['case', 'key', 'link', 'link']);
    expect(JSON.stringify(own)).not.toContain(statusSecret);
    expect(JSON.stringify(own)).not.toContain(key);
  });
});
