import { readEnv } from '#shared/aws/read-env.ts';
import { taskFunction } from '#shared/aws/task-function.ts';
import type { Question } from '#shared/case/case.ts';
import { askAndWait } from './ask-and-wait.ts';
import { askTask } from './contract.ts';
import { createMailPorts } from './ports.ts';

/** The function behind a task that asks a person: mails the question and waits. `folder` is where its settings lie. */
export function askFunction(kind: Question['kind'], folder: string) {
  const ports = createMailPorts(readEnv(askTask.env), folder);
  return taskFunction(askTask, (input) => askAndWait(ports, kind, input));
}
