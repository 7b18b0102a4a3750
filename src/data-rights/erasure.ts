import { createHash } from 'node:crypto';
import { day } from '../shared/time.ts';
import type { Removed } from './erase-subject.ts';

/** Time to think again, and to take an export. */
export const usualWait = 7 * day;

/** What stays of whoever was forgotten: a print by which the certificate is found, and no name. */
export function subjectPrint(id: string): string {
  return createHash('sha256').update(`handrail:${id}`).digest('hex');
}

interface Certified {
  readonly id: string;
  readonly subject: string;
  readonly askedAt: Date;
  readonly doneAt: Date | null;
}

/** The certificate of an erasure: what was removed, when, and what stays. */
export function certificate({ id, subject, askedAt, doneAt }: Certified, removed: Removed): string {
  const rows = Object.entries(removed).map(([table, count]) => `  ${table}: ${count}`);
  const sum = Object.values(removed).reduce((total, count) => total + count, 0);
  return [
    `Certificate of erasure ${id}`,
    `Subject (SHA-256): ${subject}`,
    `Asked ${askedAt.toISOString()}, done ${doneAt?.toISOString() ?? 'not yet'}.`,
    `${sum} rows were removed or emptied:`,
    ...rows,
    'What stays: that this was done, and empty rows by which an event that is sent again is known.',
    'Backups made before hold it still; restore none of them, or erase again.',
    '',
  ].join('\n');
}
