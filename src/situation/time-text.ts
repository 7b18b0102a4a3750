import { shared, strong, type Text, time } from '../delivery/audience.ts';
import { joined } from '../delivery/listed.ts';
import { hour, inZone, minute, plus } from '../shared/time.ts';
import { openly, type SharedEvent } from '../timeline/event.ts';
import { isOnHold, type Milestone } from '../transitions/milestone.ts';
import { stretch } from '../transitions/stretch.ts';
import type { Transition } from '../transitions/transition.ts';
import type { Period } from '../understanding/times/period.ts';
import type { Asking } from '../understanding/times/reckon.ts';
import type { Situation } from './situation.ts';
import { factText, named } from './text.ts';
import type { TimeQuestion } from './time-question.ts';
import { dueText, nextText, nowText } from './view-text.ts';

/** What the answers about time are made of. */
export interface Timed {
  readonly transitions: readonly Transition[];
  readonly milestones: readonly Milestone[];
  readonly situation: Situation;
  readonly now: Date;
}

type Texts = readonly Text<'shared'>[];

const mostSteps = 3;

/** True when the answer hangs on what is happening at this moment, and old news may mislead. */
export function isAboutNow({ milestones, now }: Timed, question: TimeQuestion): boolean {
  if (question.kind === 'on-time' || question.kind === 'finish') return true;
  if (question.kind !== 'steps') return false;
  return question.steps.some(index => {
    const step = milestones[index];
    if (step?.state === 'planned') return step.plannedFrom <= now;
    return step?.state === 'underway' || step?.state === 'late';
  });
}

/** Where the named steps stand; more than three are too many to be one answer. */
export function stepTexts(timed: Timed, steps: readonly number[]): Texts {
  return steps.slice(0, mostSteps).flatMap(index => {
    const step = timed.milestones[index];
    return step ? [stepText(step, timed)] : [];
  });
}

/** One step: what it is, since when, and until when by the plan. */
export function stepText(
  step: Milestone,
  { milestones: all, now }: Pick<Timed, 'milestones' | 'now'>,
): Text<'shared'> {
  const { startedAt, endedAt, plannedFrom, plannedUntil } = step;
  const name = strong(openly(step.name));
  const plan = stretch(plannedFrom, plannedUntil);
  const ended = endedAt ?? plannedUntil;
  switch (step.state) {
    case 'done':
      return shared`✅ ${name} is done, since ${time(ended)}.`;
    case 'cancelled':
      return shared`${name} was cancelled. It is no longer part of the plan.`;
    case 'rolled-back':
      return shared`⚠️ ${name} was rolled back, ${time(ended)}.`;
    case 'underway':
      return shared`⏳ ${name} is underway${sinceText(startedAt)}. Planned to finish ${time(plannedUntil)}.`;
    case 'late':
      return startedAt
        ? shared`⚠️ ${name} is not finished yet. It has been running${sinceText(startedAt)} and was due to finish ${time(plannedUntil)}.`
        : shared`⚠️ ${name} starts later than planned. It was due to start ${time(plannedFrom)}.`;
    case 'planned':
      return isOnHold(
        step,
        all.filter(({ transitionId }) => transitionId === step.transitionId),
      )
        ? shared`${name} waits for a new plan, because an earlier step was rolled back.`
        : step.plannedFrom <= now
          ? dueText(step)
          : shared`${name} is planned for ${plan}.`;
  }
}

function sinceText(at: Date | null): Text<'shared'> {
  return at ? shared` since ${time(at)}` : shared``;
}

const nothingPlanned: Texts = [
  shared`Nothing is planned at the moment, so I have no time to give you.`,
];

/** When it begins: the window of each transition. */
export function startTexts({ transitions, now }: Timed): Texts {
  if (transitions.length === 0) return nothingPlanned;
  return transitions.map(({ name, windowFrom, windowUntil, phase }) => {
    if (phase === 'preparing' || windowFrom > now) {
      return shared`${strong(openly(name))}: ${stretch(windowFrom, windowUntil)}.`;
    }
    return shared`${strong(openly(name))} began ${time(windowFrom)}; its window ${windowEnd(windowUntil, now)}.`;
  });
}

/** When it is over: the window's end and the last step that is still to come. */
export function finishTexts({ transitions, milestones, now }: Timed): Texts {
  if (transitions.length === 0) return nothingPlanned;
  return transitions.map(({ id, name, windowUntil }) => {
    const left = milestones.filter(
      ({ transitionId, state }) =>
        transitionId === id && ['planned', 'underway', 'late'].includes(state),
    );
    const last = left.reduce<Milestone | null>(
      (latest, one) => (latest && latest.plannedUntil >= one.plannedUntil ? latest : one),
      null,
    );
    const late = left.find(({ state }) => state === 'late');
    const rest = last
      ? shared` The last step is ${named(last.name)}, planned to finish ${time(last.plannedUntil)}.`
      : shared` No further step is planned.`;
    const warning = late
      ? shared` ⚠️ ${named(late.name)} is late, so the plan may not hold.`
      : shared``;
    return shared`${strong(openly(name))}: its window ${windowEnd(windowUntil, now)}.${rest}${warning}`;
  });
}

function windowEnd(until: Date, now: Date): Text<'shared'> {
  return until > now ? shared`ends ${time(until)}` : shared`ended ${time(until)}`;
}

/** What is underway and what comes after it, by the plan. */
export function nextTexts({ situation }: Timed): Texts {
  const { views } = situation;
  if (views.length === 0) return [shared`Nothing further is planned.`];
  return views.map(view => {
    const next = nextText(view);
    const upcoming = next ? shared`Next: ${next}` : shared`No further step is planned.`;
    const prefix = views.length > 1 ? shared`${strong(openly(view.transition.name))}: ` : shared``;
    return shared`${prefix}${upcoming} ${nowText(view, 'last-known')}`;
  });
}

/** Are we on time: what is late, or that nothing is. */
export function onTimeTexts(timed: Timed): Texts {
  const { milestones, situation } = timed;
  const late = milestones.filter(({ state }) => state === 'late' || state === 'rolled-back');
  const due = situation.views.flatMap(view => view.due);
  if (late.length > 0) return late.map(step => stepText(step, timed));
  if (due.length > 0) return [joined([...due.map(dueText), shared`Nothing is reported late.`])];
  const running = milestones.filter(({ state }) => state === 'underway');
  if (milestones.length === 0) return nothingPlanned;
  const so = shared`By everything reported so far, nothing is late.`;
  return [joined([so, ...running.map(step => stepText(step, timed))])];
}

/** When we next ask how it is going, as it is planned now. */
export function checkInTexts(at: Date | null): Texts {
  if (!at) return [shared`No check-in is planned. I'm here any time: just type.`];
  return [
    shared`I'll check in next ${time(at)}, or sooner if something changes. You need not wait for it: just type.`,
  ];
}

/** What the plan has in a stretch of time. */
export function plannedTexts({ milestones, now }: Timed, { from, until }: Period): Texts {
  const begin = from > now ? from : now;
  const steps = milestones.filter(
    ({ state, plannedFrom, plannedUntil }) =>
      ['planned', 'underway', 'late'].includes(state) &&
      plannedFrom < until &&
      plannedUntil >= begin,
  );
  if (steps.length === 0) {
    const none = shared`Nothing is planned between ${time(begin)} and ${time(until)}.`;
    const [next] = milestones
      .filter(({ state, plannedFrom }) => state === 'planned' && plannedFrom >= until)
      .toSorted((a, b) => a.plannedFrom.getTime() - b.plannedFrom.getTime());
    return next ? [none, shared`Next: ${named(next.name)}, ${time(next.plannedFrom)}.`] : [none];
  }
  const lines = steps.map(
    ({ name, plannedFrom, plannedUntil }) =>
      shared`${stretch(plannedFrom, plannedUntil)} ${named(name)}`,
  );
  return [shared`Planned: ${joined(lines, ' · ')}.`];
}

/** Facts of a stretch of time: the newest of it, how many more, and the last one before when it has none. */
export interface Facts {
  readonly shown: readonly SharedEvent[];
  readonly more: number;
  readonly before: SharedEvent | null;
}

/** What happened in a stretch of time, oldest first, or that nothing did. */
export function happenedTexts(
  { shown, more, before }: Facts,
  period: Period,
  asking: Asking,
): Texts {
  const range = rangeText(period, asking);
  if (shown.length === 0) {
    const last = before ? shared` The last before that: ${factText(before)}` : shared``;
    return [shared`${range}, nothing was reported.${last}`];
  }
  const earlier = more > 0 ? shared` (${more} earlier ones left out)` : shared``;
  return [shared`${range}${earlier}:`, ...shown.map(factText)];
}

/** "Since 18:00", "Today", "On Thu 5 Mar", "From Sat 7 Mar to Sun 8 Mar", "Between 18:00 and 08:00". */
function rangeText({ from, until }: Period, { now, timeZone }: Asking): Text<'shared'> {
  const [start, end] = [inZone(from, timeZone), inZone(until, timeZone)];
  const isWholeDays = [start, end].every(one => one.toMillis() === one.startOf('day').toMillis());
  if (isWholeDays && until > now && start.hasSame(inZone(now, timeZone), 'day'))
    return shared`Today`;
  if (until >= now) return shared`Since ${time(from)}`;
  if (!isWholeDays) return shared`Between ${time(from)} and ${time(until)}`;
  const last = end.minus({ days: 1 });
  if (last.hasSame(start, 'day')) return shared`On ${time(from, 'day')}`;
  return shared`From ${time(from, 'day')} to ${time(last.toJSDate(), 'day')}`;
}

/** How far around a moment facts still belong to it. */
export function momentSpan(at: Date): Period {
  return { from: plus(at, -hour / 2), until: plus(at, hour / 2 + minute) };
}

/** What was (or will be) going on at one moment. */
export function momentTexts(timed: Timed, at: Date, facts: readonly SharedEvent[]): Texts {
  const { milestones, now } = timed;
  if (at > now) return plannedTexts(timed, { from: at, until: plus(at, minute) });
  const underway = milestones.filter(
    ({ startedAt, endedAt }) =>
      startedAt !== null && startedAt <= at && (endedAt === null || endedAt > at),
  );
  const steps = underway.map(({ name }) => named(name)).map(name => shared`${name}`);
  const then =
    steps.length > 0
      ? shared`At ${time(at)}, this was underway: ${joined(steps, ', ')}.`
      : shared`At ${time(at)}, no step was underway.`;
  if (facts.length === 0) return [shared`${then} Nothing was reported within half an hour of it.`];
  return [then, ...facts.map(factText)];
}
