import { badSpells } from '../../confidence/outlook.ts';
import { minute, plus } from '../../shared/time.ts';
import type { Phase } from '../../transitions/transition.ts';
import { compareRungs, type Rung, rungWords } from './cadence.ts';
import { runsRoundTheClock, type Scene } from './scene.ts';

/** A check-in that will come if nothing happens, and why it comes then: for the vendor's people. */
export interface Expected {
  readonly at: Date;
  readonly why: string;
}

/** What came last before it: it stands in the plan, an answer, the end of a pause, or a phase. */
export type Since = 'now' | 'answer' | 'pause' | Phase;

/** What is known of one expected check-in; `before` is the rung of the one before it. */
interface Coming {
  readonly at: Date;
  readonly since: Since;
  readonly before: Rung;
}

/** Why a check-in comes when it does, in a few words. */
export function expectedWhy(scene: Scene, coming: Coming): string {
  const [spell] = badSpells(scene.outlook, coming.at, plus(coming.at, minute));
  const why = plainWhy(scene, coming);
  return spell ? `${why}; ${spell.name} is expected to be hard` : why;
}

function plainWhy(scene: Scene, { at, since, before }: Coming): string {
  const { rung, lastReason, dueFor } = scene.cadence;
  const usual = `${rungWords(rung)}${runsRoundTheClock(scene, at) ? ', while the window is open' : ''}`;
  if (since === 'now') {
    if (dueFor === 'wish') return 'when they asked to be asked';
    return lastReason || usual;
  }
  if (since === 'pause') return 'the first one after the pause';
  if (since !== 'answer') return phaseWhy[since];
  const moved = compareRungs(rung, before);
  if (moved === 0) return usual;
  return `${moved > 0 ? 'further apart' : 'closer together'} after an answer: ${usual}`;
}

const phaseWhy: Readonly<Record<Phase, string>> = {
  preparing: 'the first one before the window',
  live: 'the first one once the window has opened',
  settling: 'the first one once the window has closed',
  steady: 'the first one once things are steady',
  graduated: 'the first one after the end',
};
