/** What another system tells of one closed service request. Money is in the minor unit of the contract's currency. */
export interface Work {
  readonly externalId: string;
  readonly title: string;
  /** As worked, before any rounding. */
  readonly minutes: number;
  /** Who did it: a vendor person's id, or a name. */
  readonly by: string;
  readonly closedAt: Date;
  readonly description?: string | undefined;
  readonly role?: string | undefined;
  readonly openedAt?: Date | undefined;
  readonly startedAt?: Date | undefined;
  /** An hour's price. */
  readonly rate?: number | undefined;
  /** What whoever sent it would charge. */
  readonly amountMinor?: number | undefined;
  /** How the time was spent; the customer does not read them. */
  readonly notes: readonly string[];
  /** The externalId of a request whose fault came back. */
  readonly reopens?: string | undefined;
  /** The incident or change that made it necessary. */
  readonly causedBy?: string | undefined;
}

/** One request and whose it is. */
export interface CustomersWork extends Work {
  readonly customerId: string;
}

/** `waiting` for its advocate, `queried` until whoever did it has answered, then billed or not. */
export const requestStates = ['waiting', 'queried', 'approved', 'waived'] as const;
export type RequestState = (typeof requestStates)[number];

/** A request as it is stored. */
export interface ServiceRequest {
  readonly id: string;
  readonly customerId: string;
  readonly work: CustomersWork;
  /** As it was sent, before anybody corrected it. */
  readonly original: CustomersWork;
  /** Of the customer's calendar, "2026-03". */
  readonly month: string;
  readonly state: RequestState;
  readonly findings: readonly StoredFinding[];
  /** What it costs by the contract; null while that cannot be told. */
  readonly proposedMinor: number | null;
  /** The message in which it lies before its advocate. */
  readonly cardKey: string | null;
  readonly queryTaskId: string | null;
  readonly queryWords: string | null;
  readonly answerWords: string | null;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
  readonly why: string | null;
  /** What was approved. */
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly exportId: string | null;
}

/** What a rule saw when it last looked. */
export interface StoredFinding {
  readonly rule: string;
  readonly says: string;
}
