import { readdirSync, readFileSync } from 'node:fs';

/** What a platform posts to us, or the part of it that is other than in the fixture. */
export type Payload = Readonly<Record<string, unknown>>;

/** What is said instead of the fixture's own words, wherever they stand in it. */
export type OtherWords = Readonly<Record<string, string>>;

/** The payloads of one platform, in the shape its documents show: one file each in test/fixtures. */
export interface Fixtures {
  /**
   * One of them, told of somebody and something else. Only what the fixture has can be changed: its shape is the
   * platform's, not ours. What is empty in it is filled in freely.
   */
  replay(name: string, change: Payload, words?: OtherWords): Payload;
  /** Those nobody has asked for yet. */
  unused(): string[];
}

/** Reads a platform's folder of fixtures. */
export function readFixtures(platform: string): Fixtures {
  const folder = `test/fixtures/${platform}`;
  const names = readdirSync(folder).flatMap(file => /^(.*)\.json$/.exec(file)?.[1] ?? []);
  const used = new Set<string>();
  return {
    replay(name, change, words = {}) {
      used.add(name);
      const text = readFileSync(`${folder}/${name}.json`, 'utf8');
      return changed(JSON.parse(reworded(text, words)), change, name);
    },
    unused: () => names.filter(name => !used.has(name)),
  };
}

/** The words are taken as they are, so none may mean anything in JSON or in a platform's markup. */
function reworded(text: string, words: OtherWords): string {
  return Object.entries(words).reduce((before, [sample, other]) => {
    if (!before.includes(sample)) throw new Error(`The fixture does not say "${sample}".`);
    if (/[\\"&<>]/.test(other)) throw new Error(`This would have to be escaped: ${other}`);
    return before.replaceAll(sample, other);
  }, text);
}

function changed(sample: Payload, change: Payload, path: string): Payload {
  const isFree = Object.keys(sample).length === 0;
  const next: Record<string, unknown> = { ...sample };
  for (const [key, value] of Object.entries(change)) {
    if (!isFree && !(key in sample)) throw new Error(`The fixture has no ${path}.${key}.`);
    const own = sample[key];
    next[key] = isPayload(own) && isPayload(value) ? changed(own, value, `${path}.${key}`) : value;
  }
  return next;
}

function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
