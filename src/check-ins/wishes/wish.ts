import { shared, type Text, time, words } from '../../delivery/audience.ts';
import { day, hour, inZone, plus } from '../../shared/time.ts';
import { openly } from '../../timeline/event.ts';
import { isWindowOpen } from '../../transitions/transition.ts';
import {
  type Cadence,
  clampRung,
  compareRungs,
  quickerRung,
  type Rung,
  rungTerm,
  slowerRung,
} from '../cadence/cadence.ts';
import { checkInPolicy } from '../cadence/policy.ts';
import type { Scene } from '../cadence/scene.ts';

/** What a customer wants of its check-ins. Times are "09:00" on the customer's clock. */
export type Wish =
  /** Less often; `atLeast`: so far apart, by their own words. */
  | { readonly kind: 'less'; readonly atLeast?: Rung }
  | { readonly kind: 'more' }
  | { readonly kind: 'daily' }
  | { readonly kind: 'weekly' }
  | { readonly kind: 'daily-at'; readonly time: string }
  | { readonly kind: 'not-before'; readonly time: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'accept' }
  | { readonly kind: 'at'; readonly at: Date };

/** Does somebody who wishes so want to hear from us? */
export function isForMore({ kind }: Wish): boolean {
  return (
    kind === 'more' || kind === 'daily' || kind === 'daily-at' || kind === 'keep' || kind === 'at'
  );
}

/** What a wish changes about a cadence. */
export type Change = Partial<
  Pick<
    Cadence,
    | 'rung'
    | 'notQuicker'
    | 'notSlower'
    | 'notBefore'
    | 'fixedTime'
    | 'stopped'
    | 'pausedUntil'
    | 'toldRung'
  >
>;

/** What follows from a wish. The customer is heard: its wish goes before bounds and pins. */
export function wished(scene: Scene, wish: Wish, now: Date): Change {
  const { cadence } = scene;
  switch (wish.kind) {
    case 'less':
      return less(scene, wish.atLeast);
    case 'more':
      return more(scene);
    case 'daily':
      return isWindowOpen(scene.transition) ? more(scene) : daily;
    case 'weekly':
      return weekly(scene);
    case 'keep':
      return keep(cadence);
    case 'daily-at':
      return dailyAt(scene, wish.time);
    case 'not-before':
      return { notBefore: wish.time, pausedUntil: pauseFor(scene, wish.time, now) };
    case 'stop':
      return { stopped: true };
    case 'accept':
      return { toldRung: cadence.rung };
    case 'at':
      return {};
  }
}

function less({ cadence, transition }: Scene, atLeast?: Rung): Change {
  const isWindow = isWindowOpen(transition);
  const widest: Rung = isWindow ? checkInPolicy.phases.live.max : '2w';
  const rung = atLeast ? furtherApart(cadence.rung, atLeast) : slowerRung(cadence.rung);
  const isBeyond = compareRungs(rung, widest) > 0 || (!atLeast && cadence.rung === widest);
  if (isBeyond) return isWindow ? { pausedUntil: transition.windowUntil } : { stopped: true };
  return { rung, toldRung: rung, notQuicker: rung, notSlower: null };
}

function furtherApart(a: Rung, b: Rung): Rung {
  return compareRungs(a, b) < 0 ? b : a;
}

const daily: Change = {
  rung: '1d',
  toldRung: '1d',
  notQuicker: '1d',
  notSlower: '1d',
  stopped: false,
  pausedUntil: null,
};

/** Whoever wants to hear weekly does not mean tonight, while the work runs. */
function weekly({ transition }: Scene): Change {
  return {
    rung: '1w',
    toldRung: '1w',
    notQuicker: '1w',
    notSlower: '1w',
    stopped: false,
    pausedUntil: isWindowOpen(transition) ? transition.windowUntil : null,
  };
}

function more({ cadence, transition }: Scene): Change {
  const { min } = checkInPolicy.phases[transition.phase];
  const from = cadence.rung === 'on-request' ? '2w' : cadence.rung;
  const rung =
    compareRungs(from, min) <= 0 ? from : clampRung(quickerRung(from), { min, max: from });
  return {
    rung,
    toldRung: rung,
    notSlower: rung,
    notQuicker: null,
    stopped: false,
    pausedUntil: null,
  };
}

function keep({ rung, previousRung, notQuicker }: Cadence): Change {
  const kept = previousRung && compareRungs(previousRung, rung) < 0 ? previousRung : rung;
  const isFree = notQuicker !== null && compareRungs(notQuicker, kept) > 0;
  return {
    rung: kept,
    toldRung: kept,
    notSlower: kept,
    notQuicker: isFree ? null : notQuicker,
    stopped: false,
  };
}

function dailyAt({ transition }: Scene, at: string): Change {
  const change: Change = { fixedTime: at, notQuicker: '1d', notSlower: '1d', stopped: false };
  if (isWindowOpen(transition)) return change;
  return { ...change, rung: '1d', toldRung: '1d' };
}

/** In the window quiet hours do not hold, but "not before 9" said there means this very night. */
function pauseFor({ cadence, transition, customer }: Scene, clock: string, now: Date): Date | null {
  if (!isWindowOpen(transition)) return cadence.pausedUntil;
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const today = inZone(now, customer.timeZone).set({
    hour: hours,
    minute: minutes,
    second: 0,
    millisecond: 0,
  });
  const next = today.toJSDate() > now ? today : today.plus({ days: 1 });
  const isNear = next.toJSDate() < plus(now, 16 * hour);
  return isNear ? next.toJSDate() : cadence.pausedUntil;
}

/** What the customer hears back: what changes, and when we ask next. */
export function wishText(wish: Wish, { scene, nextAt, isProposed }: WishAnswer): Text<'shared'> {
  const rhythm = rungTerm(scene.cadence.rung);
  const next = nextAt ? shared` Next time: ${time(nextAt)}.` : shared``;
  if (scene.cadence.stopped && wish.kind !== 'at' && wish.kind !== 'not-before') {
    return isProposed
      ? shared`Until you answer that, I won't ask anything more.`
      : shared`Then I'll stop checking in as of now. You still hear what happens, and I'm here whenever you type.`;
  }
  switch (wish.kind) {
    case 'less':
      if (isPaused(scene))
        return shared`Then I won't ask again while the work runs. I'm here if you type.`;
      return shared`Less it is: ${rhythm} from now on.${next}`;
    case 'weekly':
      return shared`Weekly it is.${next}`;
    case 'more':
    case 'daily':
      return shared`Gladly: ${rhythm} from now on.${next}`;
    case 'keep':
      return shared`I'll keep it ${rhythm}, until you say otherwise.${next}`;
    case 'accept':
      return shared`Good.${next}`;
    case 'daily-at':
      if (isWindowOpen(scene.transition)) {
        return shared`Every day at ${words(openly(wish.time))}, from the first working day after this. Until then ${rhythm}.`;
      }
      return shared`Every working day at ${words(openly(wish.time))}, then.${next}`;
    case 'not-before':
      return shared`Never before ${words(openly(wish.time))}, then.${next}`;
    case 'stop':
      return shared`Then I'll stop checking in as of now. I'm still here if you type.`;
    case 'at':
      return shared`I'll ask ${time(wish.at)}.`;
  }
}

export interface WishAnswer {
  /** As it is with the wish granted. */
  readonly scene: Scene;
  readonly nextAt: Date | null;
  /** The customer was asked in the same breath whether this is the end. */
  readonly isProposed: boolean;
}

function isPaused({ cadence, transition }: Scene): boolean {
  const { pausedUntil } = cadence;
  return (
    pausedUntil !== null &&
    pausedUntil >= transition.windowUntil &&
    plus(pausedUntil, -day) < transition.windowUntil
  );
}
