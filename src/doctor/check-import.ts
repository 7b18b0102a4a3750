import { isCutOff, type SetupImport } from '../setup/setup-import.ts';
import { type Finding, fix } from './finding.ts';

/** An import that was cut off has left some customers as the file says and some as they were before. */
export function checkImport(last: SetupImport | null, now: Date): Finding[] {
  if (!last || !isCutOff(last, now)) return [];
  const { file, done, customers } = last;
  return [
    fix(
      'setup',
      `the import of ${file} ended after ${done} of ${customers} customers. Import it again; it goes on there.`,
    ),
  ];
}
