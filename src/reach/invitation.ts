import { createHash } from 'node:crypto';
import { hour } from '../shared/time.ts';

/** How long a link lets a phone be added. */
export const invitedFor = hour;

/** What the database keeps of an invitation's token: its SHA-256 as hex. */
export function hashInvitation(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
