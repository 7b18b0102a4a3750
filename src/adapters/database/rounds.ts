import type { Answer, Run } from './store.ts';

/** One statement that waits to be sent. */
export interface Asked {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Sends these in one write; each has its own answer, in their order. */
export type SendAll = (asked: readonly Asked[]) => readonly Promise<Answer>[];

/**
 * The statements of several pieces of work beside each other on one connection. Those that are asked for while a round
 * is underway go out together as the next: one write for all of them, where each alone would take one of its own.
 */
export function createRounds(sendAll: SendAll): Run {
  let waiting: { readonly asked: Asked; answer(from: Promise<Answer>): void }[] = [];
  let isUnderway = false;

  function begin(): void {
    const round = waiting;
    waiting = [];
    isUnderway = round.length > 0;
    if (!isUnderway) return;
    const answers = sendAll(round.map(({ asked }) => asked));
    for (const [n, each] of round.entries()) each.answer(answers[n] as Promise<Answer>);
    // Whoever has its answer asks its next question before those are sent.
    void Promise.allSettled(answers).then(() => setImmediate(begin));
  }

  return (name, sql, values) =>
    new Promise<Answer>(resolve => {
      waiting.push({ asked: { name, sql, values }, answer: resolve });
      if (isUnderway) return;
      isUnderway = true;
      setImmediate(begin);
    });
}
