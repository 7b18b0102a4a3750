import type { Weight } from '../paging/ladder/weight.ts';
import { unreachable } from '../shared/errors.ts';
import type { Visibility } from '../timeline/event.ts';
import type { MilestoneState } from '../transitions/milestone.ts';

interface About {
  readonly customerId: string;
  /** Names the thing at its sender: the same one again is not done twice. */
  readonly once: string;
}

/** What a payload comes to. */
export type Deed = About &
  (
    | {
        readonly kind: 'event';
        readonly text: string;
        readonly visibility: Visibility;
        readonly label: string | null;
        readonly at: Date | null;
      }
    | {
        readonly kind: 'move';
        readonly transition: string;
        readonly step: string;
        readonly to: MilestoneState;
        readonly reason: string | null;
        readonly at: Date | null;
      }
    | {
        readonly kind: 'page';
        readonly reason: string;
        readonly weight: Weight;
        readonly visibility: Visibility;
        readonly transition: string | null;
      }
  );

/** A part of a payload that comes to nothing, and why. */
export interface Unused {
  readonly kind: 'nothing';
  readonly why: string;
}

/** What a payload would do, in a line. */
export function deedLine(deed: Deed | Unused): string {
  switch (deed.kind) {
    case 'nothing':
      return `nothing: ${deed.why}`;
    case 'event':
      return `event for ${deed.customerId}, ${deed.visibility}${deed.at ? `, ${deed.at.toISOString()}` : ''}: ${deed.text}`;
    case 'move':
      return `step ${deed.customerId}/${deed.transition}/${deed.step} becomes ${deed.to}, and the customer reads it`;
    case 'page':
      return `${deed.weight} page for ${deed.customerId}, ${deed.visibility}: ${deed.reason}`;
    default:
      return unreachable(deed);
  }
}
