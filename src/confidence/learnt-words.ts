import type { Learnt, LearntStretch } from './learning.ts';

/** What was learnt, as a manager reads it: "Learnt from 14 go-lives: day 6 is 1.8 times as bad as usual (…)." */
export function learntWords(learnt: Learnt | null, kind: string): string {
  if (!learnt)
    return `Nothing is learnt of your own ${plural(kind, 2)} yet: the stock curve holds.`;
  const from = `Learnt from ${learnt.transitions} ${plural(kind, learnt.transitions)}`;
  const found = learnt.stretches.filter(one => one.isFound);
  const parts = [
    ...(learnt.level === 1 ? [] : [`altogether ${timesWords(learnt.level)}`]),
    ...found.map(stretchWords),
  ];
  if (parts.length === 0)
    return `${from}: nothing differs from the stock curve by more than chance.`;
  return `${from}: ${parts.join('; ')}.`;
}

function stretchWords({ name, factor, seen, expected }: LearntStretch): string {
  return `${name} is ${timesWords(factor)} (${seen.toFixed(1)} troubles, ${expected.toFixed(1)} expected)`;
}

function timesWords(factor: number): string {
  const times = factor >= 1 ? factor : 1 / factor;
  return `${times.toFixed(1)} times as ${factor >= 1 ? 'bad' : 'calm'} as usual`;
}

const plurals: Readonly<Record<string, readonly [string, string]>> = {
  'go-live': ['go-live', 'go-lives'],
  upgrade: ['upgrade', 'upgrades'],
  outsourcing: ['outsourcing', 'outsourcings'],
  'new-method': ['new method', 'new methods'],
};

function plural(kind: string, count: number): string {
  const [one, many] = plurals[kind] ?? [kind, kind];
  return count === 1 ? one : many;
}
