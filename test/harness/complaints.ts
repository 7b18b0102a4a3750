import type { Logger } from '../../src/shared/logger.ts';

/** What the code logged as a warning or an error. Nothing is logged into the void: somebody looks at these. */
export interface Complaints {
  readonly logger: Logger;
  /** Warnings and errors, oldest first. */
  readonly list: string[];
  /** The errors among them, which no test causes without saying so. */
  readonly errors: string[];
}

/** A logger that keeps what somebody should hear of. */
export function createComplaints(): Complaints {
  const list: string[] = [];
  const errors: string[] = [];
  const complaint = (facts: Record<string, unknown>, message: string) =>
    `${message} ${JSON.stringify(facts)}`;
  return {
    list,
    errors,
    logger: {
      debug: () => {},
      info: () => {},
      warn: (facts, message) => {
        list.push(complaint(facts, message));
      },
      error: (facts, message) => {
        list.push(complaint(facts, message));
        errors.push(complaint(facts, message));
      },
    },
  };
}
