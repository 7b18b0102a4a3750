import type { Io } from './io.ts';

/** Says now and then how far long work has come, on standard error. */
export interface Progress {
  /** At most twice a second for somebody who watches, every ten seconds in a log. */
  tell(words: () => string): void;
  /** Clears the line for what follows. */
  end(): void;
}

/** Work shorter than this says nothing. */
const patienceMilliseconds = 2_000;

/** Progress of work that begins now. */
export function createProgress(io: Io): Progress {
  const every = io.isWatched ? 500 : 10_000;
  const begun = Date.now();
  let last = begun;
  let isShown = false;
  return {
    tell(words) {
      const now = Date.now();
      if (now - begun < patienceMilliseconds || now - last < every) return;
      last = now;
      isShown = true;
      io.err(io.isWatched ? `\r\u001b[2K${words()}` : `${words()}\n`);
    },
    end() {
      if (isShown && io.isWatched) io.err('\r\u001b[2K');
    },
  };
}
