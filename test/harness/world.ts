import type { ActionId } from '../../src/delivery/card.ts';
import { castOf } from '../../src/rehearsal/cast.ts';
import { hearCarriers } from '../../src/rehearsal/hear-carriers.ts';
import type { EventLine, Line, MessageLine } from '../../src/rehearsal/line.ts';
import { perform } from '../../src/rehearsal/perform.ts';
import type { ScenarioAction } from '../../src/rehearsal/scenario.ts';
import { openStage, type Stage } from '../../src/rehearsal/stage.ts';
import { importSetup } from '../../src/setup/import-setup.ts';
import { readSetup, type Setup, setupFrom } from '../../src/setup/setup.ts';
import type { Trip } from '../../src/shared/database.ts';
import { isBefore, plus } from '../../src/shared/time.ts';
import { createComplaints } from './complaints.ts';
import { worldOpener } from './open-world.ts';

/** The whole running Handrail in memory, on a clock the test moves, with everything it says recorded. */
export interface TestWorld {
  readonly stage: Stage;
  /** Somebody speaks to Handrail: in a place, or directly with `null`. Returns the messages that came of it at once. */
  says(personId: string, placeId: string | null, text: string): Promise<MessageLine[]>;
  /** Somebody speaks to the others in a place, and Handrail only hears it. */
  mutters(personId: string, placeId: string, text: string): Promise<MessageLine[]>;
  /** Somebody presses a button on the newest message they can see that offers it; throws when none does. */
  presses(personId: string, action: ActionId): Promise<MessageLine[]>;
  /** Anything else a scenario can do. */
  does(deed: ScenarioAction): Promise<MessageLine[]>;
  /** Time passes; returns the messages sent meanwhile. */
  pass(milliseconds: number): Promise<MessageLine[]>;
  /** Time passes until this moment. */
  at(moment: string | Date): Promise<MessageLine[]>;
  /** Calls a verb in a trip of its own, and lets the engine follow. */
  trip<T>(work: (trip: Trip) => Promise<T>): Promise<T>;
  /** Every message and edit that went to this place or person so far, oldest first. */
  seen(to: string): MessageLine[];
  /** The facts recorded so far, oldest first. */
  facts(customerId: string): EventLine[];
  readonly lines: readonly Line[];
  /** Ends it; throws when the engine complained about anything meanwhile. */
  close(): Promise<void>;
}

/** Opens a world with this setup (YAML text or a mapping), its clock at `at`; the engine has settled. */
export async function openTestWorld(
  setup: string | Record<string, unknown>,
  { at, seed = 1 }: { at: string | Date; seed?: number },
): Promise<TestWorld> {
  const read = readOnce(setup);
  const complaints = createComplaints();
  const lines: Line[] = [];
  const story = { cast: castOf(read), from: new Date(at), seed };
  const stage = await openStage(story, worldOpener(complaints), line => lines.push(line));
  await stage.world.ports.database.trip(trip => importSetup(trip, read));
  await stage.runUntilIdle();

  /** The messages that come while `work` is done. */
  async function during(work: () => Promise<unknown>): Promise<MessageLine[]> {
    const before = lines.length;
    await work();
    return lines.slice(before).filter(line => line.kind === 'message');
  }

  const does = (deed: ScenarioAction) =>
    during(async () => {
      const problem = await perform(stage, deed);
      if (problem) throw new Error(problem);
    });
  const until = (moment: Date) => during(() => passTime(stage, moment));

  return {
    stage,
    lines,
    does,
    says: (personId, placeId, text) =>
      does({ kind: 'says', personId, placeId, text, aside: false }),
    mutters: (personId, placeId, text) =>
      does({ kind: 'says', personId, placeId, text, aside: true }),
    presses: (personId, action) => does({ kind: 'presses', personId, action }),
    pass: milliseconds => until(plus(stage.storyTime(), milliseconds)),
    at: moment => until(new Date(moment)),
    trip: async work => {
      const result = await stage.world.ports.database.trip(work);
      await stage.runUntilIdle();
      return result;
    },
    seen: to => lines.filter(line => line.kind === 'message' && line.to === to) as MessageLine[],
    facts: customerId =>
      lines.filter(line => line.kind === 'event' && line.customer === customerId) as EventLine[],
    close: async () => {
      await stage.close();
      if (complaints.list.length > 0) {
        throw new Error(`The engine complained:\n${complaints.list.join('\n')}`);
      }
    },
  };
}

const read = new Map<string, Setup>();

/** Most tests begin with one of a few setups, and reading one takes as long as a test does. */
function readOnce(setup: string | Record<string, unknown>): Setup {
  const text = typeof setup === 'string' ? setup : JSON.stringify(setup);
  const known = read.get(text);
  if (known) return known;
  const fresh = typeof setup === 'string' ? readSetup(setup, 'setup.yaml') : setupFrom(setup);
  read.set(text, fresh);
  return fresh;
}

/** Moves the clock from one due moment to the next, settling at each. */
async function passTime(stage: Stage, until: Date): Promise<void> {
  for (;;) {
    const due = await stage.nextDue();
    if (!due || isBefore(until, due)) break;
    if (isBefore(stage.storyTime(), due)) stage.moveTo(due);
    await hearCarriers(stage);
    await stage.runUntilIdle();
  }
  stage.moveTo(until);
  await stage.runUntilIdle();
}
