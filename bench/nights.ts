import { minute, since } from '../src/shared/time.ts';
import { type Fault, faults, isDoubtful } from '../test/harness/carriers/fault.ts';
import { playNight, type Story, type Told } from '../test/harness/carriers/night.ts';
import { report } from './figures.ts';

/** One page a night by every medium, under each fault of the carriers alone and in every pair: what came of them. */
export async function benchNights(): Promise<void> {
  const plans: readonly (readonly Fault[])[] = [
    [],
    ...faults.map(one => [one]),
    ...faults.flatMap(first => faults.map(second => [first, second])),
  ];
  const stories = plans.map(
    (plan, index): Story => ({
      customerId: `c${index}`,
      faults: plan,
      takenInCall: 1 + (index % 5),
    }),
  );
  const { began, told } = await playNight(stories);
  const show = (what: string, some: readonly Told[]) => report(what, rowOf(began, some));
  show(
    'no fault',
    told.filter(({ story }) => story.faults.length === 0),
  );
  for (const fault of faults) {
    show(
      `${fault}, alone`,
      told.filter(({ story }) => story.faults.join() === fault),
    );
    show(
      `${fault}, with each`,
      told.filter(({ story }) => story.faults.length === 2 && story.faults.includes(fault)),
    );
  }
  show('all of them', told);
}

function rowOf(began: Date, told: readonly Told[]) {
  const minutes = told.flatMap(({ takenAt }) => (takenAt ? [since(began, takenAt) / minute] : []));
  const repeats = told.map(repeatsIn);
  return {
    pages: told.length,
    lost: told.filter(({ state }) => state !== 'acknowledged').length,
    calls: told.reduce((all, one) => all + callsOf(one).length, 0),
    repeats_marked: repeats.reduce((all, { marked }) => all + marked, 0),
    repeats_unmarked: repeats.reduce((all, { unmarked }) => all + unmarked, 0),
    beyond_doubts: repeats.reduce((all, { beyond }) => all + beyond, 0),
    taken_after_min: `${Math.min(...minutes).toFixed(1)}–${Math.max(...minutes).toFixed(1)}`,
  };
}

const callsOf = ({ tries }: Told) => tries.filter(({ name, isEdit }) => name === 'page' && !isEdit);

/** What reached somebody more than once, and what of it says so; `beyond`: more often than calls that nobody could know of. */
function repeatsIn(told: Told): { marked: number; unmarked: number; beyond: number } {
  const calls = callsOf(told);
  const sums = { marked: 0, unmarked: 0, beyond: 0 };
  for (const id of new Set(calls.map(({ messageId }) => messageId))) {
    const tries = calls.filter(({ messageId }) => messageId === id);
    const again = tries.filter(({ isTaken }) => isTaken).slice(1);
    const doubts = tries.filter(({ fault }) => fault && isDoubtful(fault)).length;
    sums.marked += again.filter(({ isRepeat }) => isRepeat).length;
    sums.unmarked += again.filter(({ isRepeat }) => !isRepeat).length;
    sums.beyond += Math.max(0, again.length - doubts);
  }
  return sums;
}
