import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
/** Outlives `npm ci`: what is installed here is installed once. */
const cache = process.env['JUDGES_DIR'] ?? join(root, '.cache', 'judges');

/** A judge's tool that this machine cannot have: no Python, no Java, no network. */
export class NoTool extends Error {}

/** The folder of the commands that are written in Python: `cfn-lint`, `aws`. @throws NoTool */
export function pythonCommands(): string {
  const folder = installedFrom('requirements.txt', 'python', (into) => {
    run('python3', ['-m', 'venv', into]);
    const quiet = ['--quiet', '--disable-pip-version-check'];
    run(join(into, 'bin', 'pip'), ['install', ...quiet, '-r', join(import.meta.dirname, 'requirements.txt')]);
  });
  return join(folder, 'bin');
}

/** The folder of the jars of DynamoDB Local. @throws NoTool */
export function javaLibraries(): string {
  run('java', ['-version']);
  return installedFrom('pom.xml', 'java', (into) => {
    mkdirSync(into, { recursive: true });
    // Maven writes beside the file that it reads.
    copyFileSync(join(import.meta.dirname, 'pom.xml'), join(into, 'pom.xml'));
    run('mvn', [
      '-q',
      '-B',
      '-f',
      join(into, 'pom.xml'),
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
      `-DoutputDirectory=${into}`,
    ]);
  });
}

/** A folder under the cache that was filled by `install` from the versions of `list`, as they are now. */
function installedFrom(list: string, name: string, install: (into: string) => void): string {
  const wanted = readFileSync(join(import.meta.dirname, list), 'utf8');
  const folder = join(cache, name);
  const finished = join(folder, 'installed-from');
  if (existsSync(finished) && readFileSync(finished, 'utf8') === wanted) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  install(folder);
  writeFileSync(finished, wanted);
  return folder;
}

function run(command: string, options: string[]): void {
  const { error, status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8' });
  if (error !== undefined) throw new NoTool(`there is no ${command}`);
  if (status !== 0) throw new NoTool(`${command} ${options.join(' ')} failed:\n${stdout}${stderr}`);
}
