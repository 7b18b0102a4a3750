import type { TransitionKind } from '../../confidence/policy.ts';
import { shared, type Text, time, words } from '../../delivery/audience.ts';
import { openly } from '../../timeline/event.ts';
import { numberTerm } from '../../transitions/duration.ts';
import type { Milestone } from '../../transitions/milestone.ts';
import type { Phase } from '../../transitions/transition.ts';

/** What somebody said or asked for last time, that the next question comes back to. */
export type Matter =
  | { readonly kind: 'worried' }
  | { readonly kind: 'one-thing' }
  /** A page that was resolved since; raised by whoever is asked, or by one of their colleagues. */
  | { readonly kind: 'resolved'; readonly at: Date; readonly isTheirs: boolean };

/** What a question can refer to, so that it is about this customer and this moment. */
export interface AskMoment {
  readonly phase: Phase;
  readonly kind: TransitionKind;
  readonly transitionName: string;
  readonly windowFrom: Date;
  /** Turns the wording, so that no two in a row are the same. */
  readonly seq: number;
  /** What of theirs it comes back to before anything else. */
  readonly matter: Matter | null;
  /** The step that ended since the last question. */
  readonly finished: Milestone | null;
  readonly underway: Milestone | null;
  readonly next: Milestone | null;
  /** The expected bad day it is, by name. */
  readonly badDay: string | null;
  /** Days since the customer was last asked; null the first time. */
  readonly daysSinceAsked: number | null;
}

/** What is asked, and what a bare "yes" says to it; null where that could mean either. */
export interface CheckInQuestion {
  /** Without the name in front, and beginning in lower case. */
  readonly text: Text<'shared'>;
  readonly yes: 'good' | null;
}

type Wording = Text<'shared'> | CheckInQuestion;

/** A question to which "yes" says that all is well. */
function holds(text: Text<'shared'>): CheckInQuestion {
  return { text, yes: 'good' };
}

function asQuestion(wording: Wording): CheckInQuestion {
  return 'text' in wording ? wording : { text: wording, yes: null };
}

/** How it is asked how things go, at this moment. */
export function questionOf(moment: AskMoment): CheckInQuestion {
  if (moment.matter) return holds(matterText(moment.matter));
  switch (moment.phase) {
    case 'preparing':
      return asQuestion(preparingText(moment));
    case 'live':
      return asQuestion(liveText(moment));
    default:
      return afterText(moment);
  }
}

function matterText(matter: Matter): Text<'shared'> {
  switch (matter.kind) {
    case 'worried':
      return shared`last time you were worried. Has it eased since?`;
    case 'one-thing':
      return shared`last time it was fine, but for one thing. Is that settled?`;
    case 'resolved': {
      const at = time(matter.at);
      return matter.isTheirs
        ? shared`what you paged us about was resolved ${at}. Is it holding?`
        : shared`what we were paged about was resolved ${at}. Is it holding?`;
    }
  }
}

function preparingText({ seq, windowFrom, transitionName }: AskMoment): Wording {
  const name = words(openly(transitionName));
  return turned(seq, [
    shared`the ${name} begins ${time(windowFrom)}. How ready does it feel on your side?`,
    shared`before the ${name} on ${time(windowFrom, 'day')}: is anything on your side still open, or keeping you awake?`,
    holds(
      shared`does everybody on your side know what happens on ${time(windowFrom, 'day')}, and whom to ask?`,
    ),
  ]);
}

function liveText({ seq, finished, underway, next }: AskMoment): Wording {
  if (finished?.state === 'rolled-back') {
    return shared`"${name(finished)}" was taken back. How are things on your side?`;
  }
  if (finished?.endedAt) {
    return turned(seq, [
      shared`"${name(finished)}" finished at ${time(finished.endedAt)}. How is it looking from your side?`,
      holds(
        shared`"${name(finished)}" has been done since ${time(finished.endedAt)}. Does everything you can see look right?`,
      ),
    ]);
  }
  if (underway && isRunningOver(underway)) {
    return shared`"${name(underway)}" is taking longer than planned. How are things on your side?`;
  }
  if (underway?.startedAt) {
    return turned(seq, [
      shared`"${name(underway)}" has been running since ${time(underway.startedAt)}. How is it looking from your side?`,
      shared`while "${name(underway)}" runs: is there anything you wonder about?`,
    ]);
  }
  if (next) {
    return shared`"${name(next)}" comes next, at ${time(next.plannedFrom)}. How is it looking from your side?`;
  }
  return turned(seq, [
    shared`how is it looking from your side?`,
    holds(shared`is everything as you expect it right now?`),
    shared`does anything look odd from where you are?`,
    shared`how are you all holding up?`,
  ]);
}

function name(milestone: Milestone): ReturnType<typeof words> {
  return words(openly(milestone.name));
}

interface KindWords {
  readonly badDays: Readonly<Record<string, readonly Wording[]>>;
  readonly settling: readonly Wording[];
  readonly steady: readonly Wording[];
}

const kindWords: Readonly<Record<TransitionKind, KindWords>> = {
  'go-live': {
    badDays: {
      'day 1': [shared`first full working day on the new system. How is it going for your people?`],
      'day 3': [shared`the third day often brings the first odd cases. Have you met any?`],
      'the first month-end': [
        holds(shared`month-end on the new system. Is the closing going through as it should?`),
        holds(shared`is month-end on track today?`),
        shared`does anything in the closing take longer than it used to?`,
      ],
    },
    settling: [
      shared`anything rough in the new screens?`,
      shared`is anybody on your side still working around the new system?`,
      shared`how has the work gone in the new system since we last spoke?`,
      shared`is there a question your people keep asking each other?`,
    ],
    steady: [
      shared`how is the new system treating you?`,
      shared`is anything still slower than it was before the change?`,
      shared`has anything come up since we last spoke?`,
    ],
  },
  upgrade: {
    badDays: {
      'day 1': [
        holds(
          shared`first full working day on the new version. Does everything behave as you know it?`,
        ),
      ],
      'day 3': [shared`some days into the new version: has anything turned up that used to work?`],
    },
    settling: [
      holds(shared`does everything you rely on still work as before?`),
      shared`has anything in the new version surprised you?`,
      shared`is anything slower or in a different place than you expect?`,
    ],
    steady: [
      shared`how is the new version holding up?`,
      shared`has anything come up in the new version since we last spoke?`,
    ],
  },
  outsourcing: {
    badDays: {
      'day 1': [
        holds(
          shared`first full working day with the new team. Did everything that should arrive arrive?`,
        ),
      ],
      'day 3': [shared`some days in with the new team: is anything falling between two chairs?`],
      'the first month-end': [
        holds(shared`first month-end with the new team. Is everything being closed on time?`),
        holds(shared`is the new team's part of month-end on track today?`),
      ],
    },
    settling: [
      holds(shared`is the new team answering you as it should?`),
      shared`is anything still landing on your desk that should not?`,
      shared`is anything waiting for somebody, without your knowing for whom?`,
    ],
    steady: [
      shared`how is the work with the new team going?`,
      shared`is anything taking longer than you agreed?`,
    ],
  },
  'new-method': {
    badDays: {
      'day 1': [shared`first full day of working the new way. How is it going for your people?`],
      'day 3': [holds(shared`on the third day the old way is tempting. Is the new one holding?`)],
    },
    settling: [
      shared`does any step of the new way still feel awkward?`,
      shared`is anybody on your side quietly back to the old way?`,
      shared`how does the new way sit with your people by now?`,
    ],
    steady: [
      holds(shared`is the new way holding up as a habit?`),
      shared`is there a step of the new way you would change by now?`,
    ],
  },
};

/** Late, or given a later end: somebody has said so, and the customer knows. */
function isRunningOver({ state, original, plannedUntil }: Milestone): boolean {
  return state === 'late' || (original !== undefined && original.until < plannedUntil);
}

function afterText({ phase, kind, seq, badDay, daysSinceAsked }: AskMoment): CheckInQuestion {
  const own = kindWords[kind];
  const special = badDay ? own.badDays[badDay] : undefined;
  if (special) return asQuestion(turned(seq, special));
  const question = asQuestion(turned(seq, phase === 'settling' ? own.settling : own.steady));
  if (daysSinceAsked === null || daysSinceAsked < 2) return question;
  const gap =
    daysSinceAsked === 7
      ? shared`a week has passed`
      : shared`it's been ${numberTerm(daysSinceAsked)} days`;
  return { ...question, text: shared`${gap}: ${question.text}` };
}

const nothing: Text<'shared'> = shared`how is it going?`;

function turned(seq: number, wordings: readonly Wording[]): Wording {
  return wordings[seq % wordings.length] ?? nothing;
}
