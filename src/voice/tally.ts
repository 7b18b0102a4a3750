import { type Saying, sayingWeights } from './saying.ts';
import type { Theme } from './theme.ts';

/** A theme with what was said of it, counted. */
export interface Tally {
  readonly theme: Theme;
  /** The newest first. */
  readonly sayings: readonly Saying[];
  readonly customers: number;
  readonly people: number;
  readonly weight: number;
}

/** Counts every theme; what most customers said comes first, then what weighs most, then what was said last. */
export function tallyOf(themes: readonly Theme[], sayings: readonly Saying[]): Tally[] {
  const tallies = themes.map(theme =>
    countOf(
      theme,
      sayings.filter(({ themeId }) => themeId === theme.id),
    ),
  );
  return tallies
    .filter(one => one.sayings.length > 0)
    .sort(
      (a, b) =>
        b.customers - a.customers || b.weight - a.weight || newest(b) - newest(a) || byNumber(a, b),
    );
}

function countOf(theme: Theme, unsorted: readonly Saying[]): Tally {
  const sayings = [...unsorted].sort((a, b) => b.at.getTime() - a.at.getTime());
  const known = sayings.map(({ personId }) => personId).filter(id => id !== null);
  return {
    theme,
    sayings,
    customers: new Set(sayings.map(({ customerId }) => customerId)).size,
    people: new Set(known).size,
    weight: sayings.reduce((sum, { kind }) => sum + sayingWeights[kind], 0),
  };
}

function newest({ sayings }: Tally): number {
  return sayings[0]?.at.getTime() ?? 0;
}

function byNumber(a: Tally, b: Tally): number {
  return a.theme.number - b.theme.number;
}

/** One of them says it already: somebody of the customer's, or several, or somebody of ours took it in hand. */
export function isTheme({ theme, sayings }: Tally): boolean {
  return sayings.length > 1 || theme.name !== null || theme.ownerId !== null;
}

/** Whether it is time that somebody has it: two customers said it three times, or one four times. */
export function wantsOwner({ theme, sayings, customers }: Tally): boolean {
  return theme.ownerId === null && sayings.length >= (customers > 1 ? 3 : 4);
}

/** What people named it, else how somebody put it. */
export function nameOf({ theme, sayings }: Tally): string {
  return theme.name ?? labelOf(sayings);
}

const longest = 70;

/** What they say, in the words of the most typical of them: the one that has most of what the others have, and little else. */
export function labelOf(sayings: readonly Pick<Saying, 'text' | 'terms'>[]): string {
  const counts = new Map<string, number>();
  for (const term of sayings.flatMap(({ terms }) => terms))
    counts.set(term, (counts.get(term) ?? 0) + 1);
  const typical = ({ terms }: Pick<Saying, 'terms'>) =>
    terms.reduce((sum, term) => sum + (counts.get(term) ?? 0), 0) / (terms.length + 2);
  const [first] = [...sayings].sort(
    (a, b) => typical(b) - typical(a) || a.text.length - b.text.length,
  );
  const text = first?.text.replace(/\s+/g, ' ').trim() ?? '';
  return text.length > longest ? `“${text.slice(0, longest).trimEnd()}…”` : `“${text}”`;
}
