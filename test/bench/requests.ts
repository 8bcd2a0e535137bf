import { Agent, request } from 'node:http';

/** How many requests are under way at once. */
export const atOnce = 10;

export interface Call {
  readonly path: string;
  readonly body?: string;
  readonly ending: number;
}

/** Sends so many requests, a few at a time; gives how long each took. Fails when one is not answered as it should. */
export async function sendAll(origin: string, requests: number, next: () => Call): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const waits: number[] = [];
  let left = requests;
  const sendOneByOne = async () => {
    while (left > 0) {
      left -= 1;
      const call = next();
      const begun = performance.now();
      const status = await send(agent, origin, call);
      if (status !== call.ending) throw new Error(`${call.path} was answered with ${status}`);
      waits.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendOneByOne));
  agent.destroy();
  return waits;
}

function send(agent: Agent, origin: string, { path, body }: Call): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) };
    const sent = request(new URL(path, origin), { agent, method, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}
