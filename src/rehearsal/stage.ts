import type { Incoming } from '../conversation/arrival/incoming.ts';
import type { Surfaces } from '../delivery/surface.ts';
import type { Engine } from '../engine/engine.ts';
import type { MovableClock } from '../shared/clock.ts';
import type { Ports } from '../shared/database.ts';
import { InvariantError } from '../shared/errors.ts';
import { earliest, plus } from '../shared/time.ts';
import { type Board, knownText, withLine } from './board.ts';
import type { Carrier } from './carrier.ts';
import type { Cast } from './cast.ts';
import { createJournal } from './journal.ts';
import type { Line } from './line.ts';
import { createTranscriptSurface, type TranscriptSurface } from './transcript-surface.ts';

/** What a world for a rehearsal is made with. */
export interface StageParts {
  /** What its clock shows first. */
  readonly from: Date;
  /** Seeds its chance, so that the same story is told twice in the same words. */
  readonly seed: number;
  readonly surfaces: Surfaces;
}

/** A world to rehearse in: the real code over an empty in-memory database, its clock in our hands. */
export interface StageWorld {
  readonly ports: Ports & { readonly clock: MovableClock };
  readonly engine: Engine;
  receive(incoming: Incoming): Promise<'new' | 'duplicate'>;
  close(): Promise<void>;
}

/** Makes the world of one rehearsal. Called once; `close` ends it. */
export type OpenWorld = (parts: StageParts) => Promise<StageWorld>;

export interface Story {
  readonly cast: Cast;
  readonly from: Date;
  readonly seed: number;
}

/**
 * A world on virtual time with everything it said. "Story time" goes on evenly; the world's own clock may
 * be moved away from it, and the engine may stand still.
 */
export interface Stage {
  readonly cast: Cast;
  readonly world: StageWorld;
  readonly surface: TranscriptSurface;
  readonly board: () => Board;
  /** Story time, and the world's own clock. */
  readonly storyTime: () => Date;
  readonly now: () => Date;
  /** When the engine next has something to do, in story time; null when nothing is planned or it stands still. */
  nextDue(): Promise<Date | null>;
  moveTo(storyTime: Date): void;
  shiftClock(milliseconds: number): void;
  setRunning(running: boolean): void;
  /** Puts a line of the story itself, an input, into the transcript. */
  tell(line: Line): void;
  /** Lets the engine do what is due, and puts what came of it into the transcript. */
  runUntilIdle(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the world of a story; every line goes to `onLine` in order. */
export async function openStage(
  { cast, from, seed }: Story,
  open: OpenWorld,
  onLine: (line: Line) => void,
): Promise<Stage> {
  const surface = createTranscriptSurface();
  const world = await open({ from, seed, surfaces: surface.surfaces });
  const { clock, database } = world.ports;
  const journal = createJournal({ cast, database, clock, surface });
  let board: Board = new Map();
  let storyTime = from;
  let skew = 0;
  let isRunning = true;

  const tell = (line: Line): void => {
    if (line.kind !== 'message') {
      onLine(line);
      return;
    }
    const before = knownText(board, line);
    board = withLine(board, line);
    onLine({ ...line, before });
  };

  return {
    cast,
    world,
    surface,
    board: () => board,
    storyTime: () => storyTime,
    now: clock.now,
    nextDue: async () => {
      const due = isRunning ? await world.engine.nextDue() : null;
      return earliest([due && plus(due, -skew), surface.carrier.nextWord()]);
    },
    moveTo: to => {
      if (to < storyTime) throw new InvariantError('A story does not go back in time.');
      storyTime = to;
      clock.moveTo(plus(storyTime, skew));
    },
    shiftClock: milliseconds => {
      skew += milliseconds;
      clock.moveTo(plus(storyTime, skew));
    },
    setRunning: running => {
      isRunning = running;
    },
    tell,
    runUntilIdle: async () => {
      if (isRunning) await world.engine.runUntilIdle();
      for (const line of await journal.read()) {
        tell(line);
        handOver(line, surface.carrier, storyTime);
      }
    },
    close: world.close,
  };
}

/** What was sent outside chat is with a carrier now; words after a call end it. */
function handOver(line: Line, carrier: Carrier, at: Date): void {
  if (line.kind !== 'message' || line.via === 'chat') return;
  const { messageId, to, via, edited } = line;
  if (edited) carrier.hangUp(messageId);
  else carrier.accept({ messageId, to, via }, at);
}
