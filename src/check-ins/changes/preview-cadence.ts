import type { Trip } from '../../shared/database.ts';
import { belongs, type Cadence, rungWords } from '../cadence/cadence.ts';
import { forecast } from '../cadence/forecast.ts';
import { loadScene } from '../cadence/load-scene.ts';
import { replanned } from '../cadence/replan.ts';
import type { Scene } from '../cadence/scene.ts';
import { type CadenceChange, changed, changeWords } from './cadence-change.ts';

export interface CadencePreview {
  readonly transitionId: string;
  readonly customerName: string;
  /** The next five check-ins, if each is answered and nothing happens. */
  readonly dates: Date[];
  /** What would change and what is assumed, without a full stop. */
  readonly words: string;
}

/** What a change would lead to: the next five check-ins, assuming each is answered "good" and nothing else happens. */
export async function previewCadence(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  transitionId: string,
  change: CadenceChange,
): Promise<CadencePreview> {
  const before = await loadScene({ tx, now }, transitionId);
  const scene: Scene = { ...before, cadence: changed(before, change) };
  const { customer } = scene;
  const dates = forecast(scene, replanned(scene, now)).map(({ at }) => at);
  const isSilent = scene.cadence.stopped || scene.cadence.restingSince !== null;
  return {
    transitionId,
    customerName: customer.name,
    dates: isSilent ? [] : dates,
    words: wordsOf(before, scene, change),
  };
}

function wordsOf(before: Scene, { cadence }: Scene, change: CadenceChange): string {
  const { customer } = before;
  if (cadence.stopped)
    return `${customer.name} asked me to stop, and that holds until they ask for more`;
  if (cadence.restingSince)
    return 'they are silent, so nothing is asked before someone speaks or you say resume';
  const now = rungWords(before.cadence.rung);
  return `${thenWords(before, cadence, change)} (now ${now}), if each is answered "good" and nothing else happens`;
}

function thenWords({ transition }: Scene, { rung }: Cadence, change: CadenceChange): string {
  if (!change.rung || rung === change.rung) return changeWords(change);
  if (belongs(change.rung, transition.phase)) return `${rungWords(rung)} at most in this phase`;
  const when = transition.phase === 'live' ? 'once the window has closed' : 'in the window';
  return `${changeWords(change)} ${when}`;
}
