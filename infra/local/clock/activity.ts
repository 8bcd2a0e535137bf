/** Knows whether anything is going on: a function that runs, an event on its way, an execution that does more than wait. */
export type Activity = {
  /** Counts one thing as going on until the returned function is called. */
  begin(): () => void;
  /** Resolves when nothing is going on and nothing starts in the turns of the event loop after that. */
  rest(): Promise<void>;
};

const turn = () => new Promise<void>((done) => setImmediate(done));

export function watchActivity(): Activity {
  let going = 0;
  let started = 0;
  const waiting: (() => void)[] = [];

  return {
    begin() {
      going += 1;
      started += 1;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        going -= 1;
        if (going > 0) return;
        for (const wake of waiting.splice(0)) wake();
      };
    },
    async rest() {
      for (;;) {
        while (going > 0) await new Promise<void>((wake) => waiting.push(wake));
        const seen = started;
        for (let turns = 0; turns < 4; turns += 1) await turn();
        if (going === 0 && started === seen) return;
      }
    },
  };
}
