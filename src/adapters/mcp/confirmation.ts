import { createHmac } from 'node:crypto';
import { minute } from '../../shared/time.ts';

/** For so long what was shown can be confirmed, and up to twice that. */
const windowLength = 10 * minute;

/** What is to be confirmed: by whom, and in which words. */
export interface Wish {
  /** The sender's token, which alone can confirm it. */
  readonly token: string;
  readonly tool: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** The code of what is shown at `now`. Nothing of it is stored: any instance knows it again. */
export function codeOf(wish: Wish, now: Date): string {
  return codeIn(wish, windowOf(now));
}

/** True when this code was shown for the same words a short time ago. */
export function isConfirmed(wish: Wish, code: unknown, now: Date): boolean {
  const window = windowOf(now);
  return [window, window - 1].some(one => codeIn(wish, one) === code);
}

function windowOf(now: Date): number {
  return Math.floor(now.getTime() / windowLength);
}

function codeIn({ token, tool, said }: Wish, window: number): string {
  const words = Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', token)
    .update(JSON.stringify([tool, window, words]))
    .digest('base64url')
    .slice(0, 10);
}
