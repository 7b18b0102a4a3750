import { createHash } from 'node:crypto';
import { second, since } from '../shared/time.ts';

/** The import of a file too large for one transaction. */
export interface SetupImport {
  readonly id: string;
  /** Of what the file says. */
  readonly print: string;
  readonly file: string;
  /** How many the file has. */
  readonly customers: number;
  /** Of how many everything is saved. */
  readonly done: number;
  readonly startedAt: Date;
  readonly savedAt: Date;
  readonly endedAt: Date | null;
}

/** A part takes a second, and twenty at the very most: an import that saved nothing for so long was cut off. */
const importPatience = 30 * second;

/** Nobody goes on with it now: it was cut off in the middle. */
export function isCutOff({ endedAt, savedAt }: SetupImport, now: Date): boolean {
  return endedAt === null && since(savedAt, now) > importPatience;
}

/** Somebody is at it now. */
export function isUnderWay(one: SetupImport, now: Date): boolean {
  return one.endedAt === null && !isCutOff(one, now);
}

/** One short text for what a file says; another file, another print. */
export function printOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
