import { around, normal, oneOf } from './chance.ts';
import type { Manner, SignKind } from './life.ts';

/** Somebody on the customer's side, as they are. */
export interface Person {
  /** How often trouble finds this customer, beside others; 1 on average. */
  readonly roughness: number;
  /** Mean hours until trouble is told unasked; infinite for who never does. */
  readonly speaksUpAfterHours: number;
  /** Mean hours between words of a contented person; infinite for who only answers. */
  readonly chatsEveryHours: number;
  /** What comes of a question. */
  reply(isTroubled: boolean, chance: Chance): Reply;
}

export interface Reply {
  readonly kind: SignKind;
  /** Null when nobody answered. */
  readonly manner: Manner | null;
}

/** What is left to chance when a question is put; each in [0, 1). */
export interface Chance {
  readonly answers: number;
  readonly says: number;
  readonly tells: number;
  readonly hours: number;
  readonly words: number;
  readonly who: number;
  readonly knows: number;
}

/** Draws what one question leaves to chance. */
export function chanceOf(fraction: () => number): Chance {
  return {
    answers: fraction(),
    says: fraction(),
    tells: fraction(),
    hours: fraction(),
    words: fraction(),
    who: fraction(),
    knows: fraction(),
  };
}

const roughnessSigma = 1;
/** Two in five speak up about trouble sooner or later, one in four soon, the others never. */
const speakers = [
  [0.25, 6],
  [0.4, 40],
  [0.35, Number.POSITIVE_INFINITY],
] as const;
const chatters = [
  [0.3, 40],
  [0.4, 120],
  [0.3, Number.POSITIVE_INFINITY],
] as const;
/** How many of the answers given in trouble say so; the others are two "fine, one thing" to one "good". */
const frankness = [
  [0.4, 0.9],
  [0.35, 0.65],
  [0.25, 0.35],
] as const;
/** Who is well and answers: now and then a thing, or a worry with nothing behind it. */
const well = { fine: 0.08, worried: 0.015 };
/** Every fifth answer is a colleague's, who does not know of every trouble. */
const colleague = { share: 0.2, knows: 0.6 };
/** In trouble answers take longer and are shorter than this person's own, if they are not frank. */
const strain = { hours: 1.8, words: 0.7 };

/** Draws a person. */
export function personOf(fraction: () => number): Person {
  const roughness = nearOf(roughnessSigma, fraction) * Math.exp(-(roughnessSigma ** 2) / 2);
  const answers = 0.95 - 0.35 * fraction();
  const withdraws = fraction() < 0.3 ? 0.6 : 1;
  const frank = oneOf(frankness, fraction);
  const habit = { hours: around(0.7, 0.6, fraction), words: around(5, 0.6, fraction) };
  return {
    roughness,
    speaksUpAfterHours: oneOf<number>(speakers, fraction),
    chatsEveryHours: oneOf<number>(chatters, fraction),
    reply: (isTroubled, chance) => {
      if (chance.answers >= (isTroubled ? answers * withdraws : answers)) return silence;
      const by = chance.who < colleague.share ? 'member' : 'leader';
      const isKnown = isTroubled && (by === 'leader' || chance.knows < colleague.knows);
      const isStrained = isKnown && frank < 0.9;
      const hours = habit.hours * Math.exp(0.7 * quantile(chance.hours));
      const words = habit.words * Math.exp(0.5 * quantile(chance.words));
      return {
        kind: isKnown ? inTrouble(frank, chance.says) : inCalm(chance.says),
        manner: {
          by,
          hours: hours * (isStrained ? strain.hours : 1),
          words: words * (isStrained ? strain.words : 1),
        },
      };
    },
  };
}

const silence: Reply = { kind: 'silence', manner: null };

/** A lognormal factor around 1. */
export function nearOf(sigma: number, fraction: () => number): number {
  return Math.exp(sigma * normal(fraction));
}

function inTrouble(frank: number, chance: number): SignKind {
  if (chance < frank) return 'worried';
  return chance < frank + ((1 - frank) * 2) / 3 ? 'fine' : 'good';
}

function inCalm(chance: number): SignKind {
  if (chance < well.worried) return 'worried';
  return chance < well.worried + well.fine ? 'fine' : 'good';
}

/** The standard normal quantile, good to a hundredth between 1 and 99 %: Tukey's lambda. */
function quantile(p: number): number {
  const inside = Math.min(0.999, Math.max(0.001, p));
  return (inside ** 0.135 - (1 - inside) ** 0.135) / 0.1975;
}
