import { afterEach, expect } from '@jest/globals';
import { type Complaints, createComplaints } from '../harness/complaints.ts';

/** A logger for a file of tests. A test that makes the code log an error fails, unless it takes it out of `errors`. */
export function watchErrors(): Complaints {
  const complaints = createComplaints();
  afterEach(() => {
    expect(complaints.errors.splice(0)).toEqual([]);
  });
  return complaints;
}
