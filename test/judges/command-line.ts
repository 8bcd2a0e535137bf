import { join } from 'node:path';
import { pythonCommands } from './tools.ts';
import { passes } from './vitest.ts';

/** The AWS CLI against the local endpoint, by every command that a document names. */
export async function typeDocumentedCommands(): Promise<boolean> {
  return passes(['test/judges/command-line.test.ts'], { AWS_CLI: join(pythonCommands(), 'aws') });
}
