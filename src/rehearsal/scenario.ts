import type { OutsideAction } from '../conversation/arrival/outside-answer.ts';
import type { ContactMethod, OutsideMethod } from '../customers/person.ts';
import type { ActionId } from '../delivery/card.ts';
import type { Work } from '../requests/service-request.ts';
import type { Setup } from '../setup/setup.ts';
import type { Visibility } from '../timeline/event.ts';
import type { MilestoneState } from '../transitions/milestone.ts';
import type { MediumState } from './carrier.ts';
import type { Cast } from './cast.ts';

/** A story to be lived through on virtual time: who says and does what, and what must be seen. */
export interface Scenario {
  readonly file: string;
  readonly name: string | null;
  readonly setup: Setup;
  readonly cast: Cast;
  readonly from: Date;
  readonly until: Date;
  /** Seeds every choice of chance, so that the same file tells the same story. */
  readonly seed: number;
  readonly steps: readonly ScenarioStep[];
  readonly habits: readonly Habit[];
  readonly expectations: readonly Expectation[];
}

/** One thing that happens at one moment. */
export interface ScenarioStep {
  readonly at: Date;
  readonly line: number | null;
  readonly deed: ScenarioAction;
}

/** What can happen in a scenario. */
export type ScenarioAction =
  | {
      readonly kind: 'says';
      readonly personId: string;
      /** null: to Handrail directly. */
      readonly placeId: string | null;
      readonly text: string;
      /** Said among people, not to Handrail. */
      readonly aside: boolean;
    }
  | {
      readonly kind: 'presses';
      readonly personId: string;
      readonly action: ActionId;
      /** What the button says more: minutes, a score. Left out = whatever it says. */
      readonly value?: string;
    }
  | {
      readonly kind: 'milestone';
      readonly milestoneId: string;
      readonly to: MilestoneState;
      readonly byId: string;
    }
  | {
      readonly kind: 'event';
      readonly customerId: string;
      readonly externalId: string;
      readonly text: string;
      readonly visibility: Visibility;
    }
  /** A closed service request is told. */
  | { readonly kind: 'request'; readonly customerId: string; readonly work: Work }
  /** Handrail itself stops or starts again; time and people go on. */
  | { readonly kind: 'engine'; readonly running: boolean }
  /** The machine's clock jumps by so many milliseconds. */
  | { readonly kind: 'clock'; readonly shift: number }
  /** A place or person can no longer be reached, or can again; `via` null = by no message at all. */
  | {
      readonly kind: 'reach';
      readonly id: string;
      readonly via: ContactMethod | null;
      readonly reachable: boolean;
    }
  /** A medium takes nothing from us, or takes it and brings nothing, or works again. */
  | { readonly kind: 'medium'; readonly medium: ContactMethod; readonly becomes: MediumState }
  /** Words back to us outside chat. */
  | {
      readonly kind: 'replies';
      readonly personId: string;
      readonly text: string;
      readonly via: OutsideMethod;
    }
  /** A key in the newest call that reached them. */
  | {
      readonly kind: 'keys';
      readonly personId: string;
      readonly keys: string;
      readonly via: OutsideMethod;
    }
  /** A link or button in the newest page that reached them by this medium. */
  | {
      readonly kind: 'confirms';
      readonly personId: string;
      readonly action: OutsideAction;
      readonly via: OutsideMethod;
    };

/** What somebody does each time: answers every check-in so, within that time. */
export interface Habit {
  readonly from: Date;
  readonly until: Date;
  readonly line: number | null;
  readonly personId: string;
  readonly action: ActionId;
  /** Says this instead of pressing. */
  readonly says: string | null;
  readonly withinMilliseconds: number;
}

/** What must be seen, how often, and when. */
export interface Expectation {
  readonly line: number | null;
  readonly what: Wanted;
  readonly from: Date | null;
  /** Not after this moment; an expectation with `at` ends a minute later. */
  readonly until: Date | null;
  readonly atLeast: number;
  readonly atMost: number | null;
}

/** What a line of the transcript must be like; null parts do not matter. */
export interface Wanted {
  readonly kind: 'message' | 'event';
  readonly to: string | null;
  readonly customer: string | null;
  /** Message name or event kind. */
  readonly name: string | null;
  readonly via: string | null;
  readonly audience: string | null;
  readonly offers: string | null;
  readonly edited: boolean | null;
  readonly contains: readonly string[];
  readonly matches: RegExp | null;
}
