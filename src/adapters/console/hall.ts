import type { Request, Response } from 'express';
import type { Ports } from '../../shared/database.ts';
import type { Logger } from '../../shared/logger.ts';
import { second } from '../../shared/time.ts';
import { signInPolicy } from '../../sign-in/session.ts';
import type { Cookie } from './door/cookie.ts';
import type { Limits } from './door/limits.ts';
import type { Origin } from './door/origin.ts';
import type { Provider } from './door/provider.ts';
import type { Finding } from './look/finding.ts';
import type { Rehearse } from './look/rehearsal.ts';

export interface ConsoleParts {
  readonly ports: Ports;
  /** Called after commit, so that nothing waits for the tick. */
  readonly nudge: () => void;
  /** Where people reach this server. */
  readonly publicUrl: string;
  /** Where people have a place alone with Handrail: "Slack", "Teams". */
  readonly chats: readonly string[];
  /** Looks at everything a page depends on; it may ask carriers and platforms, and sends nothing. */
  readonly examine: () => Promise<readonly Finding[]>;
  /** Lives a scenario through beside us and tells what became of it, later; null where nothing can be begun beside us. */
  readonly rehearse: Rehearse | null;
  /** Where one may sign in as well; null where there is no such place. */
  readonly provider: Provider | null;
  readonly logger: Logger;
}

/** What every handler needs. */
export interface Hall extends ConsoleParts {
  readonly origin: Origin;
  readonly limits: Limits;
}

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** The cookie that holds a session's secret. */
export function cookieOf({ origin }: Hall, value: string): Cookie {
  return { origin, value, seconds: signInPolicy.longest / second };
}
