import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

export type LogLine = { function: string; line: string };

export type Logs = {
  /** Takes text as a function writes it; whole lines go to the function's file and into memory. */
  write(functionName: string, text: string): void;
  /** The latest lines of all functions, oldest first. */
  lines(): LogLine[];
  close(): Promise<void>;
};

const keptLines = 20_000;

/** Collects what functions write, one file per function in `folder`; `eachLine` sees every line as it is completed. */
export function collectLogs(folder: string, eachLine: (functionName: string, line: string) => void): Logs {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, WriteStream>();
  const unfinished = new Map<string, string>();
  const kept: LogLine[] = [];

  function fileOf(functionName: string): WriteStream {
    const known = files.get(functionName);
    if (known) return known;
    const file = createWriteStream(join(folder, `${functionName}.log`), { flags: 'a' });
    // A log that cannot be written is no reason to stop; the lines are still in memory.
    file.on('error', () => files.delete(functionName));
    files.set(functionName, file);
    return file;
  }

  return {
    write(functionName, text) {
      const lines = `${unfinished.get(functionName) ?? ''}${text}`.split('\n');
      unfinished.set(functionName, lines.pop() ?? '');
      for (const line of lines) {
        kept.push({ function: functionName, line });
        fileOf(functionName).write(`${line}\n`);
        eachLine(functionName, line);
      }
      if (kept.length > keptLines) kept.splice(0, kept.length - keptLines);
    },
    lines: () => [...kept],
    close: async () => {
      await Promise.all([...files.values()].map((file) => new Promise<void>((done) => file.end(done))));
    },
  };
}
