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
    const lived = liveThrough(birth, way, dial);
    messages += lived.messages;
    unnoticed += lived.unnoticed;
  }
  return { messages: messages / births.length, unnoticed: unnoticed / births.length };
}

/** Two questions are at least half an hour apart. */
const closest = 0.5;

function liveThrough({ outlook, begin }: Birth, way: Way, dial: number): Outcome {
  const life = begin();
  const asker = way({ outlook, life, dial });
  let messages = 0;
  let next = asker(null, 0);
  for (;;) {
    const unasked = life.goOn(Math.min(next, horizon));
    if (!unasked && next >= horizon) return { messages, unnoticed: life.unnoticed() };
    const sign: Sign = unasked ?? life.ask();
    if (!unasked) messages += 1;
    const wanted = asker(sign, next);
    next = Math.max(wanted, unasked ? sign.hour : sign.hour + closest);
  }
}

/** Turns the way's dial until its customers are cared for as well as that. */
export function atEqualCare(
  births: readonly Birth[],
  way: Way,
  unnoticed: number,
): Outcome & { readonly dial: number } {
  let low = 0.01;
  let high = 40;
  for (let turn = 0; turn < 16; turn += 1) {
    const middle = Math.sqrt(low * high);
    if (liveAll(births, way, middle).unnoticed > unnoticed) high = middle;
    else low = middle;
  }
  const dial = Math.sqrt(low * high);
  return { ...liveAll(births, way, dial), dial };
}
