import type { Course } from '../confidence/course.ts';
import { confidenceWords, evidenceWords } from '../confidence/words.ts';
import { internal, shared, type Text, time } from '../delivery/audience.ts';
import { joined } from '../delivery/listed.ts';
import type { DrawnCourse, DrawnStep, DrawnWindow } from '../delivery/picture.ts';
import {
  agreedPlan,
  isOver,
  isRunning,
  type Milestone,
  type Stretch,
} from '../transitions/milestone.ts';
import type { Transition } from '../transitions/transition.ts';
import { named } from './text.ts';

/** As many steps fit into a picture that is read on a telephone. */
const mostDrawn = 11;

/** The window of a transition as it is drawn: all its steps, or those nearest to now. */
export function drawnWindow(
  { windowFrom, windowUntil }: Transition,
  steps: readonly Milestone[],
  now: Date,
): DrawnWindow {
  const near = steps.toSorted((a, b) => distance(a, now) - distance(b, now)).slice(0, mostDrawn);
  return {
    ...writtenStretch({ from: windowFrom, until: windowUntil }),
    steps: steps.filter(step => near.includes(step)).map(drawnStep),
  };
}

/** How far a step is from now, in milliseconds; what runs is nearest. */
function distance(step: Milestone, now: Date): number {
  if (isRunning(step)) return 0;
  const { plannedFrom, plannedUntil, endedAt } = step;
  const end = endedAt ?? plannedUntil;
  return Math.max(1, plannedFrom.getTime() - now.getTime(), now.getTime() - end.getTime());
}

function drawnStep(step: Milestone): DrawnStep {
  const { key, name, state, plannedFrom, plannedUntil, original, startedAt, endedAt } = step;
  return {
    key,
    name,
    state,
    planned: writtenStretch({ from: plannedFrom, until: plannedUntil }),
    original: original ? writtenStretch(original) : null,
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function writtenStretch({ from, until }: Stretch) {
  return { from: from.toISOString(), until: until.toISOString() };
}

/** How confidence went, as it is drawn. */
export function drawnCourse({ points, causes }: Course): DrawnCourse {
  return {
    points: points.map(({ at, value }) => ({ at: at.toISOString(), value: rounded(value) })),
    causes: causes.map(({ at, value, kind }) => ({
      at: at.toISOString(),
      value: rounded(value),
      kind,
    })),
  };
}

/** A thousandth is less than a pixel. */
function rounded(value: number): number {
  return Math.round(1000 * value) / 1000;
}

/** What the drawing of a window shows, in words the customer may read. */
export function windowText(
  { name, windowFrom, windowUntil }: Transition,
  steps: readonly Milestone[],
): Text<'shared'> {
  const window = shared`The ${named(name)}, ${time(windowFrom)} until ${time(windowUntil)}.`;
  if (steps.length === 0) return shared`${window} It has no steps.`;
  const done = steps.filter(({ state }) => state === 'done').length;
  const running = steps.filter(isRunning);
  const next = steps.find(step => !isOver(step) && !isRunning(step));
  const texts = [
    shared`${done} of ${steps.length} steps done`,
    ...running.map(step => runningText(step)),
    ...(next ? [shared`next ${named(next.name)}, planned for ${time(next.plannedFrom)}`] : []),
  ];
  return shared`${window} ${joined(texts, '; ')}.`;
}

function runningText(step: Milestone): Text<'shared'> {
  const { name, state } = step;
  const { until } = agreedPlan(step);
  return state === 'late'
    ? shared`${named(name)} is late, planned until ${time(until)}`
    : shared`${named(name)} is underway, planned until ${time(until)}`;
}

const mostCauses = 4;

/** What the drawing of confidence shows, for our own people. */
export function courseText({ points, causes }: Course): Text<'internal'> {
  const before = confidenceWords(points[0]?.value ?? 0);
  const now = confidenceWords(points.at(-1)?.value ?? 0);
  const went =
    before === now
      ? internal`Confidence stayed ${now} over two weeks.`
      : internal`Confidence went from ${before} to ${now} in two weeks.`;
  const newest = causes.slice(-mostCauses);
  if (newest.length === 0) return internal`${went} Nothing moved it but time.`;
  const moved = newest.reduce(
    (all, { kind, at }) =>
      internal`${all}${all.spans.length > 0 ? ', ' : ''}${evidenceWords[kind]} ${time(at)}`,
    internal``,
  );
  return internal`${went} What moved it last: ${moved}.`;
}
