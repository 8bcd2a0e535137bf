import type { Activity } from '../clock/activity.ts';
import { beyondCatching } from './state-errors.ts';

/** Whether an execution does something or only waits; while it waits, it is at rest. */
export type Waiting = {
  /**
   * Waits on the clock or for an answer: `start` gets what ends the wait and returns what calls it off.
   * @throws what no state catches, once the execution is stopped.
   */
  until<Result>(start: (done: (result: Result) => void) => () => void): Promise<Result>;
  now(): boolean;
  /** The execution is over. */
  end(): void;
};

/** Counts an execution as going on, except while it waits, until its end. */
export function startWaiting(activity: Activity, stop: AbortSignal): Waiting {
  let end = activity.begin();
  let waits = false;

  return {
    until: (start) =>
      new Promise((resolve, reject) => {
        const cancel = start((result) => {
          end = activity.begin();
          waits = false;
          stop.removeEventListener('abort', giveUp);
          resolve(result);
        });
        // The library keeps a timer for a task as long as the task is not over.
        const giveUp = () => {
          cancel();
          reject(beyondCatching('stopped'));
        };
        stop.addEventListener('abort', giveUp, { once: true });
        waits = true;
        end();
      }),
    now: () => waits,
    end: () => end(),
  };
}
