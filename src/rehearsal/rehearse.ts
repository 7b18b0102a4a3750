import { importSetup } from '../setup/import-setup.ts';
import { InvariantError } from '../shared/errors.ts';
import { earliest, isBefore } from '../shared/time.ts';
import { judgeExpectation } from './expectation.ts';
import { answersTo, deedOf, type PlannedAnswer } from './habit.ts';
import { hearCarriers } from './hear-carriers.ts';
import type { Line, Summary } from './line.ts';
import { perform } from './perform.ts';
import type { Scenario, ScenarioAction, ScenarioStep } from './scenario.ts';
import { type OpenWorld, openStage, type Stage } from './stage.ts';

/** The engine may be asked this often at one moment before it is a bug and not just busy. */
const mostRounds = 1_000;

/** How a rehearsal ended, with everything that was seen. */
export interface Rehearsed {
  readonly lines: readonly Line[];
  readonly summary: Summary;
}

/**
 * Lives a scenario through on virtual time, with the real code over the world that `open` makes; `onLine`
 * gets each line as it happens. At one moment the plan and other systems move first, then Handrail does
 * what is due, then people speak and press.
 */
export async function rehearse(
  scenario: Scenario,
  open: OpenWorld,
  onLine: (line: Line) => void = () => {},
): Promise<Rehearsed> {
  const telling = createTelling(scenario);
  const stage = await openStage(scenario, open, line => {
    telling.hear(line, stage);
    onLine(line);
  });
  try {
    await stage.world.ports.database.trip(trip => importSetup(trip, scenario.setup));
    await stage.runUntilIdle();
    await play(stage, scenario, telling);
    return { lines: telling.lines, summary: summaryOf(scenario, telling) };
  } finally {
    await stage.close();
  }
}

/** What has been seen so far, and what people mean to do about it. */
interface Telling {
  readonly lines: Line[];
  readonly missed: string[];
  readonly intents: PlannedAnswer[];
  /** Messages on which somebody pressed a button. */
  readonly pressed: Set<string>;
  hear(line: Line, stage: Stage): void;
}

function createTelling({ habits }: Scenario): Telling {
  const lines: Line[] = [];
  const intents: PlannedAnswer[] = [];
  const pressed = new Set<string>();
  let count = 0;
  return {
    lines,
    missed: [],
    intents,
    pressed,
    hear(line, stage) {
      lines.push(line);
      if (line.kind === 'input' && line.on) pressed.add(line.on.messageId);
      if (line.kind !== 'message') return;
      const moment = { cast: stage.cast, storyTime: stage.storyTime(), count };
      const answers = answersTo(line, habits, moment);
      count += answers.length;
      intents.push(...answers);
      intents.sort((a, b) => a.at.getTime() - b.at.getTime());
    },
  };
}

async function play(stage: Stage, scenario: Scenario, telling: Telling): Promise<void> {
  const steps = scenario.steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  let rounds = 0;
  for (;;) {
    const due = await stage.nextDue();
    const next = earliest([steps[0]?.at, telling.intents[0]?.at, due]);
    if (!next || isBefore(scenario.until, next)) break;
    rounds = isBefore(stage.storyTime(), next) ? 0 : rounds + 1;
    if (rounds > mostRounds)
      throw new InvariantError('Time stands still: something is due again and again.');
    if (isBefore(stage.storyTime(), next)) stage.moveTo(next);
    const isDue = due !== null && !isBefore(next, due);
    await playMoment(stage, scenario, { steps, telling, isDue });
  }
  stage.moveTo(scenario.until);
  await stage.runUntilIdle();
}

async function playMoment(
  stage: Stage,
  { file }: Scenario,
  { steps, telling, isDue }: { steps: ScenarioStep[]; telling: Telling; isDue: boolean },
): Promise<void> {
  const due = takeWhile(steps, ({ at }) => !isBefore(stage.storyTime(), at));
  const act = async ({ deed, line }: Pick<ScenarioStep, 'deed' | 'line'>): Promise<void> => {
    const problem = await perform(stage, deed);
    if (problem) telling.missed.push(`${line === null ? file : `${file}:${line}`} ${problem}.`);
  };
  for (const step of due.filter(({ deed }) => !isSpoken(deed))) await act(step);
  if (isDue) {
    await hearCarriers(stage);
    await stage.runUntilIdle();
  }
  for (const step of due.filter(({ deed }) => isSpoken(deed))) await act(step);
  const intents = takeWhile(telling.intents, ({ at }) => !isBefore(stage.storyTime(), at));
  for (const intent of intents) {
    const now = stage.board().get(intent.messageId);
    const isOffered = now?.actions.some(({ subject }) => subject === intent.subject);
    if (now && isOffered && !telling.pressed.has(intent.messageId)) {
      await act({ deed: deedOf(intent, now.to, stage.cast), line: intent.habit.line });
    }
  }
}

function isSpoken(deed: ScenarioAction): boolean {
  return ['says', 'presses', 'replies', 'keys', 'confirms'].includes(deed.kind);
}

/** Takes the first items for which `isDue` holds out of the list. */
function takeWhile<T>(list: T[], isDue: (item: T) => boolean): T[] {
  const end = list.findIndex(item => !isDue(item));
  return list.splice(0, end === -1 ? list.length : end);
}

function summaryOf({ expectations, file, cast }: Scenario, { lines, missed }: Telling): Summary {
  const messages: Record<string, number> = {};
  for (const line of lines) {
    if (line.kind !== 'message' || line.edited) continue;
    messages[line.message] = (messages[line.message] ?? 0) + 1;
  }
  const { passed, failures } = judgeExpectation(expectations, lines, {
    file,
    timeZone: cast.timeZone,
  });
  return { messages, expectations: { passed, failed: failures.length }, failures, missed };
}
