/** How a command ends, for scripts: the exit code of the process. */
export const exits = {
  done: 0,
  /** It was so before, or does not apply: nothing was changed. */
  nothingToDo: 1,
  usage: 2,
  notFound: 3,
  /** Refused, or something is broken. */
  refused: 4,
} as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** An end that is no success, with the one line that says what to do. */
export class Stopped extends Error {
  readonly exit: Exit;
  constructor(exit: Exit, message: string) {
    super(message);
    this.exit = exit;
  }
}
