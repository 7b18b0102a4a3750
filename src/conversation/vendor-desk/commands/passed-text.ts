import { internal, type Text } from '../../../delivery/audience.ts';
import type { Reassigned } from '../../../paging/reassign-page.ts';
import { unreachable } from '../../../shared/errors.ts';

export interface PassedTo {
  readonly toName: string;
  /** Whoever passed it on said what the next one should know. */
  readonly isTold: boolean;
}

/** What came of handing a page over, for whoever did. */
export function passedText(outcome: Reassigned, { toName, isTold }: PassedTo): Text<'internal'> {
  switch (outcome) {
    case 'reassigned':
      return isTold
        ? internal`Passed to ${toName}, being called now with what you told. Until somebody has it, the calling goes on.`
        : internal`Passed to ${toName}, being called now. Until somebody has it, the calling goes on. What should they know? "update" and the impact, what was tried, what is needed.`;
    case 'resolved':
      return internal`That page is resolved already.`;
    case 'nobody':
      return internal`${toName} can't be called. Choose somebody else.`;
    case 'unreachable':
      return internal`${toName} is not called: a partner's people are called by chat alone, and no chat reaches them. Choose somebody else.`;
    case 'not-yours':
      return internal`A colleague has it by now. Type "pages" to see who.`;
    default:
      return unreachable(outcome);
  }
}
