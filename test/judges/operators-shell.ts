import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** How a line of an operator ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * A shell in which an operator has pasted something, with the AWS CLI on its path. Which commands of the CLI succeed, also
 * inside functions, is written down in `folder`.
 */
export function shellWith(pasted: string, cli: string, folder: string) {
  const log = join(folder, 'succeeded');
  const shim = join(folder, 'aws');
  writeFileSync(
    shim,
    `#!/bin/bash\n'${cli}' "$@" || exit $?\nwhile [[ $1 == --* ]]; do shift 2; done\necho "$1 $2" >> '${log}'\n`,
  );
  chmodSync(shim, 0o755);
  const env = { PATH: `${folder}:${process.env['PATH']}`, HOME: folder, AWS_MAX_ATTEMPTS: '1' };
  return {
    async type(line: string): Promise<Ended> {
      // What the process itself writes to is a socket, which nobody can open by the name of `/dev/stdout`; a pipe one can.
      const script = `set -o pipefail\n{ ${pasted}\n${line}\n} | cat`;
      const shell = spawn('bash', ['-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const code = new Promise<number | null>((ended) => shell.once('exit', ended));
      const [output, errors] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
      return { code: await code, output, errors };
    },
    /** `dynamodb get-item`, each once. */
    succeeded: () => (existsSync(log) ? [...new Set(readFileSync(log, 'utf8').trim().split('\n'))] : []),
  };
}
