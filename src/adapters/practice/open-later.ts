import { messageOf } from '../../shared/errors.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Mount } from '../api/mount.ts';
import { mountLater } from '../api/mount-later.ts';
import { HttpProblem } from '../api/problem.ts';

/** The practice room, and how to close what stands behind it. */
export interface Practice {
  readonly room: Mount;
  readonly close: () => Promise<unknown>;
}

/**
 * The practice, which begins when somebody comes to practise: where nobody does it costs nothing. A room that could not
 * be opened says so to its visitors; the real organisation goes on.
 */
export function openLater(open: () => Promise<Practice>, logger: Logger): Practice {
  let opening: Promise<Practice> | null = null;
  const refuse = (error: unknown): never => {
    logger.error({ cause: messageOf(error) }, 'the practice room could not be opened');
    const text =
      'The practice room could not be opened. The log says why; the rest of Handrail runs.';
    throw new HttpProblem([503, 'no-practice'], text);
  };
  const enter = async () => {
    opening = open();
    return (await opening.catch(refuse)).room;
  };
  return {
    room: mountLater(['/', '/practice'], enter),
    close: async () => (await opening?.catch(() => null))?.close(),
  };
}
