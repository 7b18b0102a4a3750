import { stringify } from 'yaml';
import type { Stored } from './load-stored.ts';

/** What the store has, or some parts of it, as the text of a setup file: read back, it changes nothing. */
export function setupText(stored: Partial<Stored>): string {
  const kept = Object.entries(stored).filter(([, part]) => !Array.isArray(part) || part.length > 0);
  return kept.length === 0 ? '' : stringify(Object.fromEntries(kept), { lineWidth: 110 });
}
