/** Who stands by the customer now, and who after. */
export interface OnDuty {
  readonly advocateName: string | null;
  /** When the advocate is at work again; null while they are, and while a window of the customer's is open. */
  readonly advocateBackAt: Date | null;
  readonly onCall: OnCall | null;
}

export interface OnCall {
  readonly personId: string;
  readonly name: string;
  /** Null for always. */
  readonly until: Date | null;
  /** Who takes over then; null when nobody else is in sight. */
  readonly nextName: string | null;
}
