import { shared, type Text, time } from '../delivery/audience.ts';
import { type Card, type Fact, sharedCard } from '../delivery/card.ts';
import { joined } from '../delivery/listed.ts';
import {
  agreedPlan,
  isOver,
  isRunning,
  isTheirs,
  isWithinPlan,
  type Milestone,
} from '../transitions/milestone.ts';
import type { Transition } from '../transitions/transition.ts';
import type { OnDuty } from './duty.ts';
import { dutyText } from './situation-card.ts';
import { named, personAction, personFoot } from './text.ts';

/** A window at its beginning or its end, and who is there. */
export interface Window {
  readonly transition: Transition;
  readonly milestones: readonly Milestone[];
  readonly duty: OnDuty;
  readonly now: Date;
}

/** As many steps are named in one line; the rest are counted. */
const mostNamed = 12;

/** The window has opened: the plan, and who is there. */
export function openingCard(window: Window): Card<'shared'> {
  const { transition, milestones } = window;
  const planned = milestones.filter(one => !isOver(one));
  // A plan too long to be read is counted in one line.
  const ofWindow =
    planned.length > mostNamed
      ? planned
      : planned.filter(one => one.plannedFrom < transition.windowUntil);
  return windowCard('opening', window, {
    heading: shared`The ${named(transition.name)} begins`,
    facts: [
      ...line('The plan', ofWindow, plannedText),
      { label: 'Until', text: shared`${time(transition.windowUntil)}, by the plan.` },
      ...line(
        'Still to come',
        planned.filter(one => !ofWindow.includes(one)),
        plannedText,
      ),
    ],
  });
}

/** The window is over: what was done, what ran late, what is open, and of what nobody has told. */
export function closingCard(window: Window): Card<'shared'> {
  const { transition, now } = window;
  const milestones = window.milestones.filter(one => !wasOverBefore(one, transition));
  const done = milestones.filter(({ state }) => state === 'done');
  const toCome = milestones.filter(one => isToCome(one, now));
  const isAllDone = done.length > 0 && done.length + toCome.length === milestones.length;
  return windowCard('closing', window, {
    heading: headingOf(transition, { isAllDone, isMoreToCome: toCome.length > 0 }),
    facts: [
      ...line('Done', done.filter(isInTime), doneText),
      ...line(
        'Done late',
        done.filter(one => !isInTime(one)),
        lateText,
      ),
      ...line('Rolled back', inState(milestones, 'rolled-back'), one => named(one.name)),
      ...line(
        'Not reported done',
        milestones.filter(one => isUnreported(one, now)),
        one => named(one.name),
      ),
      ...line('Still to come', toCome, plannedText),
    ],
  });
}

interface Outcome {
  readonly isAllDone: boolean;
  readonly isMoreToCome: boolean;
}

function headingOf({ name }: Transition, { isAllDone, isMoreToCome }: Outcome): Text<'shared'> {
  if (!isAllDone) return shared`The window of the ${named(name)} is over`;
  return isMoreToCome
    ? shared`The window of the ${named(name)} is over: every step of it is done`
    : shared`The ${named(name)}: every step is done`;
}

interface Told {
  readonly heading: Text<'shared'>;
  readonly facts: readonly Fact<'shared'>[];
}

function windowCard(
  name: 'opening' | 'closing',
  { transition, duty }: Window,
  { heading, facts }: Told,
): Card<'shared'> {
  const with_ = dutyText(duty);
  return sharedCard(name, transition.customerId, {
    heading,
    body: [],
    facts: [...facts, ...(with_ ? [{ label: 'With you', text: with_ }] : [])],
    actions: [personAction(transition.customerId)],
    foot: shared`Ask "what's happening now?" any time. ${personFoot}`,
  });
}

function line(
  label: string,
  steps: readonly Milestone[],
  say: (step: Milestone) => Text<'shared'> | ReturnType<typeof named>,
): Fact<'shared'>[] {
  if (steps.length === 0) return [];
  const texts = steps.slice(0, mostNamed).map(step => shared`${say(step)}`);
  const rest = steps.length - texts.length;
  const more = rest > 0 ? [shared`and ${rest} more`] : [];
  return [{ label, text: joined([...texts, ...more], ' · ') }];
}

/** Over before the window opened: no part of it, and perhaps only taken as done. */
function wasOverBefore({ endedAt }: Milestone, { windowFrom }: Transition): boolean {
  return endedAt !== null && endedAt < windowFrom;
}

function isInTime(step: Milestone): boolean {
  return step.endedAt === null || isTheirs(step) || isWithinPlan(step, step.endedAt);
}

function plannedText({ name, plannedFrom }: Milestone): Text<'shared'> {
  return shared`${time(plannedFrom)} ${named(name)}`;
}

function doneText({ name, endedAt }: Milestone): Text<'shared'> {
  return endedAt ? shared`${named(name)} ${time(endedAt)}` : shared`${named(name)}`;
}

function lateText(step: Milestone): Text<'shared'> {
  const { name, endedAt } = step;
  const plannedUntil = agreedPlan(step).until;
  return endedAt
    ? shared`${named(name)} ${time(endedAt)} instead of ${time(plannedUntil)}`
    : shared`${named(name)}`;
}

function inState(milestones: readonly Milestone[], state: Milestone['state']): Milestone[] {
  return milestones.filter(one => one.state === state);
}

/** It has begun or should have, and nobody has said that it is done: that is all we know. */
function isUnreported(step: Milestone, now: Date): boolean {
  return isRunning(step) || (step.state === 'planned' && step.plannedFrom <= now);
}

function isToCome({ state, plannedFrom }: Milestone, now: Date): boolean {
  return state === 'planned' && plannedFrom > now;
}
