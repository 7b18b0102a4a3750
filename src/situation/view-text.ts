import { shared, strong, type Text, time } from '../delivery/audience.ts';
import { joined } from '../delivery/listed.ts';
import { unreachable } from '../shared/errors.ts';
import { openly } from '../timeline/event.ts';
import { type Milestone, startGrace } from '../transitions/milestone.ts';
import { stretch } from '../transitions/stretch.ts';
import type { Transition } from '../transitions/transition.ts';
import type { View } from './situation.ts';
import { named } from './text.ts';

/** Known right now, or only known when the last news came: then nothing is said to be on time. */
export type Certainty = 'now' | 'last-known';

/** What is going on in one transition, a sentence for each thing. */
export function nowText(view: View, certainty: Certainty): Text<'shared'> {
  const sentences = [
    ...view.running.map(step => runningText(step, certainty, view.now)),
    ...view.rolledBack.map(step => rolledBackText(step, view)),
    ...view.due.map(dueText),
  ];
  return sentences.length > 0 ? joined(sentences) : restText(view);
}

function runningText(step: Milestone, certainty: Certainty, now: Date): Text<'shared'> {
  const { startedAt, plannedFrom, plannedUntil, state } = step;
  const name = strong(openly(step.name));
  if (state === 'late' && !startedAt) {
    return shared`⚠️ ${name} starts later than planned. It was due to start ${time(plannedFrom)}.`;
  }
  const began = startedAt ? shared`, since ${time(startedAt)}` : shared``;
  if (state === 'late') {
    return shared`⚠️ ${name}${began}, is running longer than planned. It was due to finish ${time(plannedUntil)}.`;
  }
  const isPunctual = startedAt && startedAt.getTime() <= plannedFrom.getTime() + startGrace;
  const isOnTime = isPunctual && now <= plannedUntil && certainty === 'now';
  const onTime = isOnTime ? shared`, on time` : shared``;
  if (step.original && step.original.until < plannedUntil)
    return shared`⏳ ${name}${began}. Now planned to finish ${time(plannedUntil)} instead of ${time(step.original.until)}.`;
  return shared`⏳ ${name}${began}. Planned to finish ${time(plannedUntil)}${onTime}.`;
}

function rolledBackText(step: Milestone, view: View): Text<'shared'> {
  const at = step.endedAt ? shared` at ${time(step.endedAt)}` : shared``;
  const rest = view.isOnHold ? shared` The steps after it wait for a new plan.` : shared``;
  return shared`⚠️ ${strong(openly(step.name))} was rolled back${at}.${rest}`;
}

/** A step whose time has come and of which nobody has said anything. */
export function dueText(step: Milestone): Text<'shared'> {
  return shared`⏳ ${strong(openly(step.name))} was due ${stretch(step.plannedFrom, step.plannedUntil)}. I've had no word of it yet.`;
}

function restText({ transition, rest }: View): Text<'shared'> {
  const name = named(transition.name);
  switch (rest.kind) {
    case 'before':
      return shared`The ${name} has not begun. Its window opens ${time(transition.windowFrom)}.`;
    case 'between':
      return shared`Nothing is underway at this moment.`;
    case 'no-steps':
      return shared`The window of the ${name} is open until ${time(transition.windowUntil)}. No steps are planned in it.`;
    case 'all-done':
      return rest.at
        ? shared`✅ Every planned step of the ${name} is done, since ${time(rest.at)}.`
        : shared`✅ Every planned step of the ${name} is done.`;
    case 'all-cancelled':
      return shared`Every planned step of the ${name} was cancelled.`;
    case 'after':
      return afterText(transition);
    default:
      return unreachable(rest);
  }
}

function afterText({ name, phase, phaseSince, windowUntil }: Transition): Text<'shared'> {
  const isSettling = phase === 'settling';
  const calm = isSettling
    ? shared`This is the time of settling in.`
    : shared`It runs steadily now.`;
  const ended = isSettling ? phaseSince : windowUntil;
  return shared`Nothing is underway. The work on the ${named(name)} ended ${time(ended)}. ${calm}`;
}

/** What comes next in one transition, by its plan; null when nothing is planned any more. */
export function nextText({ next, transition, isOnHold }: View): Text<'shared'> | null {
  if (next) return shared`${named(next.name)}, ${time(next.plannedFrom)}.`;
  if (isOnHold) return shared`There is no new plan yet.`;
  if (transition.phase === 'preparing') {
    return shared`The window, ${stretch(transition.windowFrom, transition.windowUntil)}.`;
  }
  return null;
}
