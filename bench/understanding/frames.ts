import { type Intent, intents } from '../../src/understanding/intent.ts';
import { randomFrom } from './learn.ts';
import type { Row } from './rows.ts';

/** How often each frame is used. */
const uses = 6;

/** Writes the sentences that a file of frames stands for; `training/english.frames` says how one is written. */
export function expandFrames(text: string, lang: string): Row[] {
  const random = randomFrom(text.length);
  const slots = new Map<string, string[]>();
  const rows = new Map<string, Row>();
  for (const line of text.split('\n')) {
    const slot = /^(\w+) = (.+)$/.exec(line);
    if (slot?.[1] && slot[2]) slots.set(slot[1], slot[2].split(/,\s*/));
    const frame = /^(\w+?)(!?)([-+01]|-1)? \| (.+)$/.exec(line);
    const intent = intents.find(each => each === frame?.[1]);
    if (!frame?.[4] || !intent) continue;
    for (let use = 0; use < uses; use += 1) {
      const said = fill(frame[4], slots, random);
      rows.set(
        said,
        rowOf(said, { intent, urgent: frame[2] === '!', mood: frame[3] ?? '0', lang }),
      );
    }
  }
  return [...rows.values()];
}

interface Kind {
  readonly intent: Intent;
  readonly urgent: boolean;
  readonly mood: string;
  readonly lang: string;
}

function rowOf(text: string, { intent, urgent, mood, lang }: Kind): Row {
  const sentiment = mood.startsWith('-') ? -1 : mood === '+' || mood === '1' ? 1 : 0;
  return { text, intent, urgent, sentiment, lang, adversarial: false };
}

function fill(frame: string, slots: ReadonlyMap<string, string[]>, random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  let said = frame;
  for (let depth = 0; depth < 4; depth += 1) {
    said = said
      .replace(/\{(\w+)\}/g, (_, name: string) => pick(slots.get(name) ?? [name]))
      .replace(/\(([^()]*)\)/g, (_, list: string) => pick(list.split('|')));
  }
  return said
    .replace(/\s+/g, ' ')
    .replace(/ ([,?!.])/g, '$1')
    .replace(/[, ]+$/, '')
    .trim();
}
