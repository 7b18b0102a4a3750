import { cadenceRate, factorOf, nearFactor } from '../../confidence/confidence.ts';
import type { Evidence } from '../../confidence/evidence.ts';
import { standingAt } from '../../confidence/standing.ts';
import { minute, plus } from '../../shared/time.ts';
import { type Phase, settlingTime, type Transition } from '../../transitions/transition.ts';
import { type Expected, expectedWhy, type Since } from './expected.ts';
import { firstTime } from './first-time.ts';
import { checkInPolicy } from './policy.ts';
import type { Scene } from './scene.ts';
import { isUnsettled, slotAfter, usualNext } from './slot.ts';
import { entryRung, nextRung } from './step.ts';

/** How soon the simulated customer answers. */
const answersAfter = 20 * minute;

/**
 * The next check-ins and why each comes then, if each is answered "good" and nothing else happens, beginning with the
 * one due at `first`.
 */
export function forecast(start: Scene, first: Date | null): Expected[] {
  const expected: Expected[] = [];
  let scene = start;
  let at = first;
  let since: Since = 'now';
  let rung = start.cadence.rung;
  // A phase change, or the end of a pause, moves a time without using it up, so more turns than dates are allowed for.
  for (let turn = 0; at && expected.length < checkInPolicy.previewCount && turn < 20; turn += 1) {
    const phase = phaseAt(scene.transition, at);
    if (phase.phase !== scene.transition.phase) {
      scene = entered(scene, phase);
      at = firstTime(scene, phase.since);
      since = phase.phase;
      continue;
    }
    const { pausedUntil } = scene.cadence;
    if (pausedUntil && at < pausedUntil) {
      at = slotAfter(scene, pausedUntil);
      since = 'pause';
      continue;
    }
    expected.push({ at, why: expectedWhy(scene, { at, since, before: rung }) });
    rung = scene.cadence.rung;
    since = 'answer';
    const answeredAt = plus(at, answersAfter);
    const asked: Scene = {
      ...scene,
      cadence: { ...scene.cadence, lastAskedAt: at, dueFor: 'slot' },
    };
    scene = answered(asked, answeredAt);
    at = usualNext(scene, at, answeredAt);
  }
  return expected;
}

interface Phased {
  readonly phase: Phase;
  readonly since: Date;
}

/** The phase a transition will be in, if everything goes to plan. */
function phaseAt(
  { phase, phaseSince, kind, windowFrom, windowUntil }: Transition,
  at: Date,
): Phased {
  if (phase === 'preparing' && at >= windowFrom) return { phase: 'live', since: windowFrom };
  if (phase === 'live' && at >= windowUntil) return { phase: 'settling', since: windowUntil };
  const steadyAt = plus(phaseSince, settlingTime(kind));
  if (phase === 'settling' && at >= steadyAt) return { phase: 'steady', since: steadyAt };
  return { phase, since: phaseSince };
}

function entered(scene: Scene, { phase, since }: Phased): Scene {
  const rung = entryRung(scene.cadence, phase);
  return {
    ...scene,
    transition: { ...scene.transition, phase, phaseSince: since },
    cadence: { ...scene.cadence, rung, phase },
  };
}

function answered(scene: Scene, at: Date): Scene {
  const good: Evidence = { kind: 'good', weight: 0, at, note: '' };
  const evidence = [...scene.evidence, good];
  const standing = standingAt(scene.outlook, evidence, at);
  const rate = cadenceRate(scene.outlook, at, nearFactor(scene.outlook, standing, at));
  const { cadence, transition } = scene;
  const state = { cadence, phase: transition.phase, rate, isUnsettled: isUnsettled(scene, at) };
  const rung = nextRung(state, 'answered');
  return {
    ...scene,
    evidence,
    assessment: { ...scene.assessment, standing, factor: factorOf(standing).mean, rate },
    cadence: { ...cadence, rung },
  };
}
