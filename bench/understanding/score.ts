import { intents } from '../../src/understanding/intent.ts';
import type { Understanding } from '../../src/understanding/understand.ts';
import type { Row } from './rows.ts';

/** A row and what was made of it. */
export interface Answer {
  readonly row: Row;
  readonly read: Understanding;
}

export interface Figures {
  readonly rows: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly sentiment: number;
  /** Share of urgent rows that were paged or offered a human. */
  readonly caught: number;
  /** Share of the others that were offered one (or paged). */
  readonly offered: number;
  readonly pagePrecision: number;
  readonly pageRecall: number;
  readonly falsePages: number;
}

/** The figures the issue asks for. A share of nothing is NaN. */
export function figuresOf(answers: readonly Answer[]): Figures {
  const urgent = answers.filter(({ row }) => row.urgent);
  const calm = answers.filter(({ row }) => !row.urgent);
  const paged = answers.filter(({ read }) => read.urgent);
  return {
    rows: answers.length,
    accuracy: share(answers, ({ row, read }) => row.intent === read.intent),
    macroF1: macroF1(answers),
    sentiment: share(answers, ({ row, read }) => row.sentiment === read.sentiment),
    caught: share(urgent, ({ read }) => read.urgent || read.offer),
    offered: share(calm, ({ read }) => read.urgent || read.offer),
    pagePrecision: share(paged, ({ row }) => row.urgent),
    pageRecall: share(urgent, ({ read }) => read.urgent),
    falsePages: share(calm, ({ read }) => read.urgent),
  };
}

function share<T>(list: readonly T[], isSo: (each: T) => boolean): number {
  return list.filter(isSo).length / list.length;
}

/** F1 of each intent that occurs. */
export function f1ByIntent(answers: readonly Answer[]): ReadonlyMap<string, number> {
  const present = intents.filter(intent => answers.some(({ row }) => row.intent === intent));
  return new Map(
    present.map(intent => {
      const meant = answers.filter(({ row }) => row.intent === intent).length;
      const said = answers.filter(({ read }) => read.intent === intent).length;
      const right = answers.filter(
        ({ row, read }) => row.intent === intent && read.intent === intent,
      ).length;
      return [intent, (2 * right) / (meant + said)];
    }),
  );
}

function macroF1(answers: readonly Answer[]): number {
  const all = [...f1ByIntent(answers).values()];
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}

/** Of those answered with a confidence in each tenth: how many, how sure, how often right. */
export function calibration(
  answers: readonly Answer[],
): { count: number; sure: number; right: number }[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const those = answers.filter(
      ({ read }) => Math.min(9, Math.floor(read.confidence * 10)) === tenth,
    );
    return {
      count: those.length,
      sure: those.reduce((sum, { read }) => sum + read.confidence, 0) / those.length,
      right: share(those, ({ row, read }) => row.intent === read.intent),
    };
  });
}

/** How often each intent (row) was taken for each (column). */
export function confusion(answers: readonly Answer[]): number[][] {
  return intents.map(meant =>
    intents.map(
      said =>
        answers.filter(({ row, read }) => row.intent === meant && read.intent === said).length,
    ),
  );
}
