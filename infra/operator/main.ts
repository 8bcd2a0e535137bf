/** `npm run ops -- <command>`: what operators do (infra/RUNBOOK.md). */
import { userInfo } from 'node:os';
import { inspect } from 'node:util';
import { run } from './commands.ts';
import { exits } from './ending.ts';

/** The name for the history of a case, of the characters that it takes; undefined where the system has none. */
function nameOfUser(): string | undefined {
  try {
    return (
      userInfo()
        .username.replaceAll(/[^\w.-]/g, '-')
        .slice(0, 60) || undefined
    );
  } catch {
    return undefined;
  }
}

try {
  process.exitCode = await run(process.argv.slice(2), {
    env: process.env,
    user: nameOfUser(),
    now: () => new Date(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  // Nobody foresaw it: the stack is for whoever mends it.
  process.stderr.write(`Something is broken, and perhaps nothing was done. ${inspect(error)}\n`);
  process.exitCode = exits.refused;
}
