import { createSeededRandom } from '../../src/adapters/clock/seeded-random.ts';
import type { Outlook } from '../../src/confidence/outlook.ts';
import { outlookAfterSaturday } from './calendar.ts';
import { oneOf, within } from './chance.ts';
import { horizon, type Life, type Sign, type SignKind, type World } from './life.ts';
import { curveOf } from './second-world-curve.ts';
import { type Chance, chanceOf, nearOf, type Person, personOf } from './second-world-people.ts';

/** Troubles an hour of an average customer where the curve is 1. */
const base = 0.009;
/** A trouble that has just ended makes the next likelier, and that fades within days. */
const aftershock = { raise: 1.5, fadeHours: 24 };
/** A third of all troubles last until somebody notices; the others end by themselves. */
const lasting = { share: 0.3, medianHours: 24, sigma: 1 };
/** What "fine, one thing" tells in trouble: every other time the thing that hurts. */
const fineTells = 0.5;
/** After two questions in a row without an answer the advocate calls, a day or so later. */
const call = { afterSilences: 2, hours: 8, spreadHours: 8 };
const outlooks = Array.from({ length: 8 }, (_, n) => outlookAfterSaturday(n));

/**
 * A world that assumes nothing of the model's. How often trouble comes is lognormal between customers and comes
 * when the real work does (second-world-curve.ts); one trouble breeds the next; moods may end by themselves.
 * People answer by temperament (second-world-people.ts): some speak up, some say "good" and mean it less.
 */
export const secondWorld: World = {
  name: 'a world that assumes nothing of the model',
  birth: seed => {
    const random = createSeededRandom(seed * 104_729 + 11);
    const outlook = outlooks[Math.floor(random.fraction() * outlooks.length)];
    if (!outlook) throw new RangeError('There is no such Saturday.');
    const nature = natureOf(outlook, random.fraction);
    return { outlook, begin: () => lifeOf(nature) };
  },
};

/** What is settled before anybody asks: the same for every way of asking. */
interface Nature {
  readonly person: Person;
  /** Troubles an hour, for each business hour, aftershocks apart. */
  readonly rates: readonly number[];
  /** When the plan slips, if it does. */
  readonly slipAt: number | null;
  /** Chance, for each business hour: does trouble begin, how long would it last, when would it be told? */
  readonly fates: readonly Fate[];
  /** Chance, for each question. */
  readonly asks: readonly Chance[];
  /** How late, within its spread, the n-th call of the advocate comes. */
  readonly calls: readonly number[];
}

interface Fate {
  readonly begins: number;
  readonly at: number;
  readonly lasts: number;
  readonly toldAfter: number;
  /** Hours after which a contented person would say something, counted from this hour. */
  readonly chatsAfter: number;
  readonly chat: SignKind;
}

function natureOf(outlook: Outlook, fraction: () => number): Nature {
  const person = personOf(fraction);
  const { curve, slipAt } = curveOf(outlook, fraction);
  return {
    person,
    rates: curve.map(height => base * person.roughness * height),
    slipAt,
    fates: Array.from({ length: horizon }, () => fateOf(person, fraction)),
    asks: Array.from({ length: 1_000 }, () => chanceOf(fraction)),
    calls: Array.from({ length: 100 }, fraction),
  };
}

function fateOf(person: Person, fraction: () => number): Fate {
  const ends = lasting.medianHours * nearOf(lasting.sigma, fraction);
  return {
    begins: fraction(),
    at: fraction(),
    lasts: fraction() < lasting.share ? Number.POSITIVE_INFINITY : ends,
    toldAfter: within(person.speaksUpAfterHours, fraction),
    chatsAfter: within(person.chatsEveryHours, fraction),
    chat: oneOf<SignKind>(
      [
        [0.3, 'thanks'],
        [0.7, 'neutral'],
      ],
      fraction,
    ),
  };
}

interface Trouble {
  readonly began: number;
  readonly endsAt: number;
  readonly toldAt: number;
}

/** One life as it goes: hour by hour, from what chance has settled and from what is noticed. */
class SecondLife implements Life {
  private hour = 0;
  private trouble: Trouble | null = null;
  private shockFrom = Number.NEGATIVE_INFINITY;
  private hidden = 0;
  private asked = 0;
  private silences = 0;
  private callAt = Number.POSITIVE_INFINITY;
  private slipped = false;
  private readonly nature: Nature;

  constructor(nature: Nature) {
    this.nature = nature;
  }

  goOn(until: number): Sign | null {
    while (this.hour < until) {
      const end = Math.min(until, Math.floor(this.hour) + 1);
      const heard = this.liveHour(end);
      if (heard) return heard;
      this.hour = end;
    }
    return null;
  }

  ask(): Sign {
    const { person, asks } = this.nature;
    const chance = asks[this.asked % asks.length];
    if (!chance) throw new RangeError('Nothing left to chance.');
    this.asked += 1;
    const { kind, manner } = person.reply(this.trouble !== null, chance);
    const isTold = kind === 'worried' || (kind === 'fine' && chance.tells < fineTells);
    if (isTold) this.endTrouble(this.hour);
    return { ...this.hear(kind), manner };
  }

  rate(hours: number): number {
    let total = 0;
    for (let h = this.hour; h < this.hour + hours; h += 1) total += this.rateAt(h);
    return total / hours;
  }

  unnoticed(): number {
    return this.hidden + (this.trouble ? this.hour - this.trouble.began : 0);
  }

  /** What happens before the end of the hour: a trouble begins, ends or is told; words; a slip; the advocate's call. */
  private liveHour(end: number): Sign | null {
    const fate = this.nature.fates[Math.floor(this.hour)];
    if (!fate) return null;
    if (!this.trouble) this.begin(fate, end);
    const { slipAt } = this.nature;
    if (slipAt !== null && !this.slipped && slipAt < end) {
      this.slipped = true;
      return this.come(slipAt, 'late-milestone');
    }
    if (this.trouble && this.trouble.toldAt < Math.min(end, this.trouble.endsAt)) {
      const told = this.come(this.trouble.toldAt, 'complaint');
      this.endTrouble(this.hour);
      return told;
    }
    if (this.trouble && this.trouble.endsAt < end) this.endTrouble(this.trouble.endsAt);
    if (this.callAt < end) return this.called();
    const chatAt = this.hour + fate.chatsAfter;
    return !this.trouble && chatAt < end ? this.come(chatAt, fate.chat) : null;
  }

  private begin(fate: Fate, end: number): void {
    const began = Math.floor(this.hour) + fate.at;
    if (began < this.hour || began >= end) return;
    if (fate.begins >= 1 - Math.exp(-this.rateAt(this.hour))) return;
    this.trouble = { began, endsAt: began + fate.lasts, toldAt: began + fate.toldAfter };
  }

  private rateAt(hour: number): number {
    const { rates } = this.nature;
    const { raise, fadeHours } = aftershock;
    const shock = raise * Math.exp(-Math.max(0, hour - this.shockFrom) / fadeHours);
    return (rates[Math.min(Math.floor(hour), rates.length - 1)] ?? 0) * (1 + shock);
  }

  private called(): Sign {
    const said = this.come(this.callAt, this.trouble ? 'complaint' : 'neutral');
    this.endTrouble(this.hour);
    return said;
  }

  private endTrouble(at: number): void {
    if (!this.trouble) return;
    this.hidden += at - this.trouble.began;
    this.trouble = null;
    this.shockFrom = at;
  }

  private come(hour: number, kind: SignKind): Sign {
    this.hour = Math.max(this.hour, hour);
    return this.hear(kind);
  }

  private hear(kind: SignKind): Sign {
    if (kind === 'silence') this.countSilence();
    else if (kind !== 'late-milestone') this.countWord();
    return { hour: this.hour, kind, manner: null };
  }

  private countSilence(): void {
    this.silences += 1;
    if (this.silences !== call.afterSilences) return;
    const spread = this.nature.calls[this.asked % this.nature.calls.length] ?? 0;
    this.callAt = this.hour + call.hours + spread * call.spreadHours;
  }

  /** Somebody was heard: nobody needs to call. */
  private countWord(): void {
    this.silences = 0;
    this.callAt = Number.POSITIVE_INFINITY;
  }
}

function lifeOf(nature: Nature): Life {
  return new SecondLife(nature);
}
