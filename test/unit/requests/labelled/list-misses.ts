import type { Verdict } from './judge-requests.ts';

/** Every request of which the rules say something else than its labels, in one line each. */
export function listMisses(verdicts: readonly Verdict[]): string[] {
  return verdicts
    .filter(({ wrong, said }) => [...wrong].sort().join() !== [...said].sort().join())
    .map(
      ({ work, wrong, said }) =>
        `${work.externalId} ${work.title}: ${wrong.join(' ') || 'right'}, said ${said.join(' ') || 'nothing'}`,
    );
}
