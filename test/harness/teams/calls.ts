/** One request to the connector, as it was answered. */
export interface Call {
  readonly at: number;
  readonly kind: 'send' | 'edit' | 'delete' | 'create' | 'members' | 'token' | 'other';
  readonly method: string;
  readonly path: string;
  /** The chat or channel, without a thread. */
  readonly conversation: string | null;
  /** The first message of the thread it was written into. */
  readonly root: string | null;
  readonly body: unknown;
  readonly bytes: number;
  /** The answer's status; 0 when the connection ended without one. */
  status: number;
  /** What else came of it: a fault that was injected, a limit that was passed. */
  note: string | null;
}

/** One message as people see it in Teams now. */
export interface ShownActivity {
  readonly id: string;
  readonly conversation: string;
  readonly root: string | null;
  readonly at: number;
  activity: Readonly<Record<string, unknown>>;
  edits: number;
  isDeleted: boolean;
}

/** What the connector does instead of answering as it should. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: string; readonly code?: string }
  /** Does what it is asked, and cuts the connection instead of answering. */
  | 'accept-then-reset'
  /** Cuts the connection and does nothing. */
  | 'reset'
  /** Never answers, and does nothing. */
  | 'hang'
  /** Does what it is asked and never answers. */
  | 'accept-then-hang'
  | { readonly slow: number };

export interface FaultRule {
  readonly fault: Fault;
  /** Which calls; all of them when left out. */
  readonly on?: (call: Call) => boolean;
  /** How often; for ever when left out. */
  readonly times?: number;
}

/** The faults that are in force. */
export interface Faults {
  add(rule: FaultRule): () => void;
  take(call: Call): Fault | null;
  clear(): void;
}

/** No fault at first. */
export function createFaults(): Faults {
  const rules = new Map<number, { rule: FaultRule; left: number }>();
  let count = 0;
  return {
    add: rule => {
      count += 1;
      const key = count;
      rules.set(key, { rule, left: rule.times ?? Number.POSITIVE_INFINITY });
      return () => void rules.delete(key);
    },
    take: call => {
      for (const [key, entry] of rules) {
        if (entry.rule.on && !entry.rule.on(call)) continue;
        entry.left -= 1;
        if (entry.left <= 0) rules.delete(key);
        return entry.rule.fault;
      }
      return null;
    },
    clear: () => rules.clear(),
  };
}
