import { createHash } from 'node:crypto';
import type { Random } from '../shared/random.ts';

/** A new secret of two hundred bits of chance, for a link or a session. */
export function newSecret(random: Random): string {
  return `${random.id()}${random.id()}`;
}

/** What the database keeps of a secret: its SHA-256 as hex. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}
