import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** How a line of an operator ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A shell with the AWS CLI, which speaks to an endpoint as an operator. */
export function shellAt(endpoint: string, cli: string, home: string) {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    AWS_ACCESS_KEY_ID: 'operator',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_DEFAULT_REGION: 'eu-north-1',
    AWS_MAX_ATTEMPTS: '1',
  };
  return {
    async type(line: string): Promise<Ended> {
      // What the process itself writes to is a socket, which nobody can open by the name of `/dev/stdout`; a pipe one can.
      const script = `set -o pipefail\naws() { '${cli}' --endpoint-url '${endpoint}' "$@"; }\n{ ${line}\n} | cat`;
      const shell = spawn('bash', ['-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const code = new Promise<number | null>((ended) => shell.once('exit', ended));
      const [output, errors] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
      return { code: await code, output, errors };
    },
  };
}
