import { type Book, surroundAll } from '../../../../src/requests/book.ts';
import { checkWork } from '../../../../src/requests/rules.ts';
import type { Labelled } from './write-requests.ts';

/** A labelled request with the rules that spoke of it. */
export interface Verdict extends Labelled {
  readonly said: readonly string[];
}

/** What the rules say of each of these requests, read together as one customer's book. */
export function judgeRequests(
  labelled: readonly Labelled[],
  agreed: Omit<Book, 'works' | 'off'>,
): Verdict[] {
  const works = labelled.map(({ work }) => work);
  const around = surroundAll({ ...agreed, works, off: new Set() });
  return labelled.map(one => {
    const beside = around.get(one.work);
    return { ...one, said: beside ? checkWork(one.work, beside).map(({ rule }) => rule) : [] };
  });
}
