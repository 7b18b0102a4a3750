import type { IRouter } from 'express';

/** Something with addresses of its own: Slack, Teams, the practice room. Parses its own bodies. */
export interface Mount {
  mount(app: IRouter): void;
  /** Ends what would otherwise stay open, such as event streams. */
  close?(): void;
}
