/** Something that is done again and again, with a pause of its own choice between. */
export interface Loop {
  start(): void;
  /** Does it now instead of at the end of the pause. */
  soon(): void;
  /** Ends it, after the round underway. */
  stop(): Promise<void>;
}

/** `round` does it once, never throws, and says after how many milliseconds to do it again. Rounds never overlap. */
export function createLoop(round: () => Promise<number>): Loop {
  let timer: NodeJS.Timeout | undefined;
  let underway: Promise<void> | null = null;
  let isOn = false;
  let isAsked = false;

  async function run(): Promise<void> {
    let pause: number;
    do {
      isAsked = false;
      pause = await round();
    } while (isAsked && isOn);
    underway = null;
    if (isOn) timer = setTimeout(begin, pause).unref();
  }

  function begin(): void {
    if (underway) {
      isAsked = true;
      return;
    }
    clearTimeout(timer);
    underway = run();
  }

  return {
    start() {
      isOn = true;
      begin();
    },
    soon() {
      if (isOn) begin();
    },
    async stop() {
      isOn = false;
      clearTimeout(timer);
      await underway;
    },
  };
}
