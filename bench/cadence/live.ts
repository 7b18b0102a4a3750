import { type Birth, horizon, type Sign, type World } from './life.ts';
import type { Way } from './way.ts';

/** What one way of asking comes to, for an average customer. */
export interface Outcome {
  readonly messages: number;
  /** Hours of trouble nobody knew of. */
  readonly unnoticed: number;
}

/** So many customers of a world, the first one with the seed `from`. */
export function birthsOf(world: World, from: number, count: number): Birth[] {
  return Array.from({ length: count }, (_, index) => world.birth(from + index));
}

/** Lives all of them through, asked in this way. */
export function liveAll(births: readonly Birth[], way: Way, dial: number): Outcome {
  let messages = 0;
  let unnoticed = 0;
  for (const birth of births) {
    const lived = liveThrough(birth, { way, dial });
    messages += lived.messages;
    unnoticed += lived.unnoticed;
  }
  return { messages: messages / births.length, unnoticed: unnoticed / births.length };
}

/** Nobody is asked more than once a working day, in whatever way: so much allows the contact budget. */
const closest = 8;

/** What somebody watching a life sees: each sign, and at some hours the trouble nobody knew of until then. */
export interface Watcher {
  readonly marks: readonly number[];
  hear(sign: Sign): void;
  mark(hour: number, unnoticed: number): void;
}

const nobody: Watcher = { marks: [], hear: () => {}, mark: () => {} };

/** Lives one life through. */
export function liveThrough(
  { outlook, begin }: Birth,
  { way, dial }: { readonly way: Way; readonly dial: number },
  { marks, hear, mark }: Watcher = nobody,
): Outcome {
  const left = [...marks];
  const life = begin();
  const asker = way({ outlook, life, dial });
  let messages = 0;
  let earliest = 0;
  let next = asker(null, 0);
  for (;;) {
    const stop = left[0] ?? horizon;
    const unasked = life.goOn(Math.min(next, horizon, stop));
    if (!unasked && stop < horizon && stop <= next) {
      mark(stop, life.unnoticed());
      left.shift();
      continue;
    }
    if (!unasked && next >= horizon) return { messages, unnoticed: life.unnoticed() };
    const sign: Sign = unasked ?? life.ask();
    hear(sign);
    if (!unasked) messages += 1;
    const wanted = asker(sign, next);
    if (!unasked) earliest = sign.hour + closest;
    next = Math.max(wanted, sign.hour, earliest);
  }
}

/** Turns the way's dial until its customers are cared for as well as that. */
export function atEqualCare(
  births: readonly Birth[],
  way: Way,
  unnoticed: number,
): Outcome & { readonly dial: number } {
  let [low, high] = [lived(births, way, 0.03), lived(births, way, 8)];
  for (let turn = 0; turn < 8; turn += 1) {
    // Where a straight line says, kept off the ends; every third time the middle, for the line may be bent.
    const guess = turn % 3 === 2 ? 0.5 : shareOf(low, high, unnoticed);
    const share = Math.min(0.9, Math.max(0.1, guess));
    const middle = lived(births, way, low.dial * (high.dial / low.dial) ** share);
    if (middle.unnoticed > unnoticed) high = middle;
    else low = middle;
  }
  const share = shareOf(low, high, unnoticed);
  return {
    dial: low.dial * (high.dial / low.dial) ** share,
    messages: low.messages + (high.messages - low.messages) * share,
    unnoticed,
  };
}

type Lived = Outcome & { readonly dial: number };

function lived(births: readonly Birth[], way: Way, dial: number): Lived {
  return { ...liveAll(births, way, dial), dial };
}

/** How far from the one to the other the care lies that is wanted. */
function shareOf(low: Lived, high: Lived, unnoticed: number): number {
  const span = high.unnoticed - low.unnoticed;
  return span > 0 ? Math.min(1, Math.max(0, (unnoticed - low.unnoticed) / span)) : 0.5;
}
