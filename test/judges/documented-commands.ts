import { blocksOf, codeSpansOf } from '#test/documents/markdown.ts';

/** What the documents tell operators to type. */
export interface DocumentedCommands {
  /** Of the AWS CLI: `dynamodb get-item`. */
  readonly aws: readonly string[];
  /** What is handed to `npm run ops --`, as it stands there: `show <id>`. */
  readonly ops: readonly string[];
}

/** Reads the commands out of the code of documents, each once. */
export function commandsIn(documents: Iterable<string>): DocumentedCommands {
  const code = [...documents].flatMap((text) => [...blocksOf(text), ...codeSpansOf(text)]);
  const all = (pattern: RegExp, read: (match: RegExpExecArray) => string) => [
    ...new Set(code.flatMap((text) => [...text.matchAll(pattern)].map(read))),
  ];
  return {
    aws: all(/\baws ([a-z][a-z0-9-]*) ([a-z][a-z0-9-]*)/g, ([, service, operation]) => `${service} ${operation}`),
    ops: all(/\bnpm run (?:--silent )?ops -- ([^`\n)#]*)/g, ([, command = '']) => command.trim()),
  };
}

/** Those that make no sense on one's own machine, with what the AWS CLI wants to hear at least, and why. */
export const notHere: Readonly<Record<string, { readonly options: string; readonly why: string }>> = {
  'cloudformation update-termination-protection': {
    options: '--no-enable-termination-protection --stack-name x',
    why: 'there is no stack to tear down',
  },
  'cloudwatch set-alarm-state': {
    options: '--alarm-name x --state-value ALARM --state-reason test',
    why: 'alarms are mailed to the local mailbox, whose way needs no test',
  },
  'dynamodb delete-table': { options: '--table-name gone', why: 'tables go with the folder' },
  'dynamodb restore-table-to-point-in-time': {
    options: '--source-table-name gone --target-table-name restored --restore-date-time 2026-05-01T10:00:00Z',
    why: 'there are no backups',
  },
  'dynamodb update-table': {
    options: '--no-deletion-protection-enabled --table-name gone',
    why: 'nothing is protected',
  },
  'sesv2 get-account': { options: '', why: 'there is no quota' },
  'sesv2 get-email-identity': { options: '--email-identity x', why: 'mails do not leave this machine' },
  'sesv2 put-account-details': {
    options: '--production-access-enabled --mail-type TRANSACTIONAL --website-url https://x.example',
    why: 'mails do not leave this machine',
  },
  'sqs purge-queue': { options: '--queue-url http://localhost/x', why: 'dead letters lie in a file' },
  'sqs receive-message': { options: '--queue-url http://localhost/x', why: 'dead letters lie in a file' },
};
