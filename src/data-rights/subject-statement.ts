import type { Subject } from './load-subject.ts';

/** Gives a statement its subject `s`; its values are those of `subjectValues`. */
export const withSubject =
  'WITH s AS (SELECT $1::text[] AS customers, $2::text[] AS people, $3::text[] AS places, $4::text[] AS marks, $5::text[] AS words)';

/** The values of a statement that begins so. */
export function subjectValues({ customers, people, places, marks, words }: Subject) {
  return [customers, people, places, marks, words].map(list => [...list]);
}
