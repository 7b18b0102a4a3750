/** What goes wrong with a call. */
export type FaultKind =
  /** 429; without `retryAfterSeconds` the header is left out. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }
  /** An HTTP status with an HTML page, as a proxy in front of Slack gives. Nothing was done. */
  | { readonly kind: 'status'; readonly status: number }
  /** The call is carried out and then answered with a server error. */
  | { readonly kind: 'done-then-status'; readonly status: number }
  /** The request is read and never answered. Nothing was done. */
  | { readonly kind: 'hang' }
  /** The call is carried out and never answered. */
  | { readonly kind: 'done-then-hang' }
  /** The call is carried out and the connection is broken instead of an answer. */
  | { readonly kind: 'done-then-reset' }
  /** The connection is broken and nothing was done. */
  | { readonly kind: 'reset' }
  /** Answered correctly after so long. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Answered `{ok: false, error}`. */
  | { readonly kind: 'error'; readonly error: string }
  /** 200 with something that is no JSON. */
  | { readonly kind: 'garbage' };

/** A fault and when it strikes. Everything left out matches everything. */
export type Fault = FaultKind & {
  readonly method?: string | RegExp;
  /** The channel or user the call names. */
  readonly channel?: string;
  readonly token?: string;
  /** How often it strikes before it is over; always when left out. */
  readonly times?: number;
  /** Strikes this share of the matching calls, by chance from `random`. */
  readonly share?: number;
};

/** What a fault is asked about. */
export interface Struck {
  readonly method: string;
  readonly channel: string | null;
  readonly token: string | null;
}

/** The faults a test has set. The newest that matches strikes. */
export class Faults {
  private list: { readonly fault: Fault; left: number }[] = [];
  private readonly random: () => number;

  /** `random` draws for `share`; give a seeded one to repeat a run. */
  constructor(random: () => number) {
    this.random = random;
  }

  /** Sets a fault; the function returned takes it away again. */
  set(fault: Fault): () => void {
    const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
    this.list.push(entry);
    return () => {
      this.list = this.list.filter(other => other !== entry);
    };
  }

  clear(): void {
    this.list = [];
  }

  /** The fault that strikes this call, if any; one with `times` is used up by it. */
  take(call: Struck): Fault | null {
    for (const entry of this.list.toReversed()) {
      const { fault } = entry;
      if (entry.left <= 0 || !isMeant(fault, call)) continue;
      if (fault.share !== undefined && this.random() >= fault.share) continue;
      entry.left -= 1;
      return fault;
    }
    return null;
  }
}

function isMeant({ method, channel, token }: Fault, call: Struck): boolean {
  if (typeof method === 'string' && method !== call.method) return false;
  if (method instanceof RegExp && !method.test(call.method)) return false;
  if (channel !== undefined && channel !== call.channel) return false;
  return token === undefined || token === call.token;
}
