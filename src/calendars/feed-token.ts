import { createHash } from 'node:crypto';

/** What the database keeps of a calendar's address: its SHA-256 as hex. */
export function hashFeed(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
