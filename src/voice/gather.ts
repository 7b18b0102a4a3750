/** What one thing said is about, and the theme it stands under. */
export interface Placed {
  readonly themeId: string;
  readonly terms: ReadonlySet<string>;
}

/** From here on two things said are about the same. */
const alikeFrom = 0.3;

/**
 * The theme that these words belong to: that of the saying they are most alike, or of all its sayings together; null when
 * they are like none. Rare words tell more than frequent ones (weighted Dice, by inverse frequency).
 */
export function findTheme(terms: ReadonlySet<string>, placed: readonly Placed[]): string | null {
  const weigh = weigher([...placed.map(one => one.terms), terms]);
  let best = { themeId: null as string | null, likeness: alikeFrom };
  for (const { themeId, terms: theirs } of placed) {
    const likeness = likenessOf(terms, theirs, weigh);
    if (likeness >= best.likeness) best = { themeId, likeness };
  }
  return best.themeId;
}

type Weigh = (term: string) => number;

/** A word that stands in everything says nothing; one that stands in a few says which. */
function weigher(texts: readonly ReadonlySet<string>[]): Weigh {
  const counts = new Map<string, number>();
  for (const terms of texts)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return term => {
    const rarity = Math.log(1 + texts.length / (counts.get(term) ?? 1));
    return term.startsWith('#') ? rarity / 2 : rarity;
  };
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  const sum = (terms: Iterable<string>) => [...terms].reduce((all, term) => all + weigh(term), 0);
  const common = [...a].filter(term => b.has(term));
  // A manner alone makes no theme: everything slow is not one thing.
  if (!common.some(term => !term.startsWith('#'))) return 0;
  const [less, more] = [sum(a), sum(b)].sort((x, y) => x - y);
  // Half of one that says little, and a part of one that says much.
  return (2 * sum(common)) / ((less ?? 0) * 1.4 + (more ?? 0) * 0.6);
}
