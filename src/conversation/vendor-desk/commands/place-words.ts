export interface SaidPlace {
  /** What is said to be the place, and whose; one way to read the words. */
  readonly place: string;
  readonly customer: string;
}

export interface SaidSettlement {
  readonly readings: readonly SaidPlace[];
  readonly audience: 'shared' | 'internal';
}

const audiences: readonly (readonly [RegExp, SaidSettlement['audience']])[] = [
  [/[\s,;:(]+(?:internal|only us|us only|ours|private)\)?\.?$/i, 'internal'],
  [/[\s,;:(]+(?:shared|they read it|public)\)?\.?$/i, 'shared'],
];

/**
 * "northwind-shared is northwind, shared" as the place, the customer and who reads it; with every reading
 * there is where "is" comes more than once. Null when one of the three is missing.
 */
export function readPlace(said: string): SaidSettlement | null {
  const line = said.trim();
  for (const [ending, audience] of audiences) {
    const found = ending.exec(line);
    if (!found) continue;
    const readings = readingsOf(line.slice(0, found.index));
    return readings.length > 0 ? { readings, audience } : null;
  }
  return null;
}

function readingsOf(text: string): SaidPlace[] {
  return [...text.matchAll(/\s+(?:is|=|belongs to)\s+/gi)].flatMap(found => {
    const place = text.slice(0, found.index).replace(/^#/, '').trim();
    const customer = text.slice(found.index + found[0].length).trim();
    return place !== '' && customer !== '' ? [{ place, customer }] : [];
  });
}
