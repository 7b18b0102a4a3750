/** The app in one Slack workspace, or in a whole enterprise: who we are there, and the token that speaks for us. */
export interface Installation {
  /** Team id, or the enterprise's id for an organisation-wide installation. */
  readonly workspace: string;
  readonly enterprise: string | null;
  readonly name: string;
  readonly appId: string;
  readonly botUserId: string;
  readonly token: string;
  readonly scopes: readonly string[];
  readonly installedAt: Date;
}

/** The installations there are now. A failure to look is thrown and never remembered. */
export interface Installations {
  /** The active one for this workspace or enterprise; null when the app is not installed there. */
  find(workspace: string): Promise<Installation | null>;
  /** Every active one, the oldest first. People of other organisations are reached through one of these. */
  list(): Promise<readonly Installation[]>;
  /** What was kept in memory is read again, because the table has just changed. */
  forget(): void;
}
