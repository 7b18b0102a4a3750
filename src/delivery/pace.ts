import { z } from 'zod';
import { isBefore, minute, plus, second } from '../shared/time.ts';
import type { Lane } from './draft.ts';
import type { Limit } from './surface.ts';

/** What was called at one address, or in all of a workspace, and what has to wait there. Times are milliseconds. */
const paceColumn = z.object({
  /** The newest calls, the oldest first; as many as the limits look back on. */
  calls: z.array(z.number()).default([]),
  /** Older calls, counted by the minute, for limits of more than so many: [minute, calls]. */
  counted: z.array(z.tuple([z.number(), z.number()])).default([]),
  /** The platform asked for silence until then. */
  heldUntil: z.number().default(0),
  /** The last turn that was promised to somebody who waits. */
  promisedUntil: z.number().default(0),
  /** The call that is underway, and when it is over at the latest. */
  busy: z.object({ tag: z.string(), until: z.number() }).nullish(),
});

export type Pace = z.infer<typeof paceColumn>;

/** A stored row as a pace; one that cannot be read has seen nothing. */
export function paceFrom(stored: unknown): Pace {
  return paceColumn.safeParse(stored).data ?? paceColumn.parse({});
}

/** A message that is about to be handed over. */
export interface PaceAsk {
  /** Tells this try from any other of the same message, so that asking twice counts once. */
  readonly tag: string;
  readonly lane: Lane;
  readonly limits: readonly Limit[];
  readonly now: Date;
}

/** The paces of an address and of its workspace, which one call concerns. */
export interface Paces {
  readonly address: Pace;
  readonly workspace: Pace;
}

/** It goes, and is counted; or it waits until `at`, with what is then remembered of it. */
export type PaceTurn =
  | { readonly goes: true; readonly paces: Paces }
  | { readonly goes: false; readonly at: Date; readonly paces: Paces };

/** A try whose end nobody reported is over by then; longer than any call. */
const longestCallMilliseconds = 10 * second;

/** How soon a message looks again whose address is busy: a refusal must be known before the next call. */
const busyMilliseconds = 20;

/** As many calls are kept one by one; a limit of more is counted by the minute. */
const mostKept = 64;

/** What is no page leaves so much of a workspace's budget to pages. */
const pageReserve = 0.2;

/**
 * Whether a message may go to its address now, by what the platform puts up with. One call at a time goes to an address,
 * a platform's wish for silence comes before everything, and pages never wait for the budget of what is none.
 */
export function takeTurn(paces: Paces, { tag, lane, limits, now }: PaceAsk): PaceTurn {
  const { address, workspace } = paces;
  const own = freeAt(address, limitsPer('address', limits), now);
  const shared = limitsPer('workspace', limits).map(limit => withoutReserve(limit, lane));
  const all = freeAt(workspace, shared, now);
  const free = isBefore(own, all) ? all : own;
  if (isBefore(now, free)) {
    // Pages stand in no queue: they take the first moment there is.
    if (!isBefore(now, all) || lane === 'pages') return { goes: false, at: free, paces };
    const promised = nextPromise(workspace, { limits: shared, free: all });
    const waiting = { ...workspace, promisedUntil: promised.getTime() };
    return {
      goes: false,
      at: isBefore(own, promised) ? promised : own,
      paces: { address, workspace: waiting },
    };
  }
  const isBusy = address.busy && address.busy.tag !== tag && address.busy.until > now.getTime();
  if (isBusy) return { goes: false, at: plus(now, busyMilliseconds), paces };
  const busy = { tag, until: now.getTime() + longestCallMilliseconds };
  return {
    goes: true,
    paces: {
      address: { ...counted(address, limits, now), busy },
      workspace: counted(workspace, limits, now),
    },
  };
}

function limitsPer(scope: Limit['per'], limits: readonly Limit[]): Limit[] {
  return limits.filter(({ per }) => per === scope);
}

function withoutReserve(limit: Limit, lane: Lane): Limit {
  if (lane === 'pages') return limit;
  return { ...limit, calls: Math.max(1, Math.floor(limit.calls * (1 - pageReserve))) };
}

/** The first moment, not before now, at which none of the limits is used up. */
function freeAt(pace: Pace, limits: readonly Limit[], now: Date): Date {
  const slots = limits.map(limit => slotOf(pace, limit));
  return new Date(Math.max(now.getTime(), pace.heldUntil, ...slots));
}

function slotOf(pace: Pace, limit: Limit): number {
  return limit.calls <= mostKept ? exactSlot(pace, limit) : countedSlot(pace, limit);
}

function exactSlot({ calls }: Pace, { calls: most, withinMilliseconds }: Limit): number {
  const oldest = calls[calls.length - most];
  return oldest === undefined ? 0 : oldest + withinMilliseconds;
}

/** A minute counts until all of it is over: rather a moment too late than one call too many. */
function countedSlot(
  { counted: minutes }: Pace,
  { calls: most, withinMilliseconds }: Limit,
): number {
  let sum = 0;
  for (const [at, count] of minutes.toReversed()) {
    sum += count;
    if (sum >= most) return (at + 1) * minute + withinMilliseconds;
  }
  return 0;
}

/** Those who wait for a workspace come one after the other, so that not all of them look again at once. */
function nextPromise(
  { promisedUntil }: Pace,
  { limits, free }: { readonly limits: readonly Limit[]; readonly free: Date },
): Date {
  const gaps = limits.map(({ calls, withinMilliseconds }) => withinMilliseconds / calls);
  const next = promisedUntil + Math.max(0, ...gaps);
  return new Date(Math.max(free.getTime(), Math.ceil(next)));
}

function counted(pace: Pace, limits: readonly Limit[], now: Date): Pace {
  const at = now.getTime();
  const longest = Math.max(0, ...limits.map(({ withinMilliseconds }) => withinMilliseconds));
  const needsMinutes = limits.some(({ calls }) => calls > mostKept);
  return {
    ...pace,
    calls: [...pace.calls, at].filter(each => each > at - longest).slice(-mostKept),
    counted: needsMinutes ? withOneMore(pace.counted, { at, longest }) : [],
    promisedUntil: Math.max(pace.promisedUntil, 0),
  };
}

function withOneMore(
  minutes: Pace['counted'],
  { at, longest }: { readonly at: number; readonly longest: number },
): Pace['counted'] {
  const present = Math.floor(at / minute);
  const kept = minutes.filter(([each]) => (each + 1) * minute > at - longest);
  const last = kept.at(-1);
  if (last?.[0] !== present) return [...kept, [present, 1]];
  return [...kept.slice(0, -1), [present, last[1] + 1]];
}
