import { internal, type Text } from '../../../delivery/audience.ts';
import type { Reassigned } from '../../../paging/reassign-page.ts';
import { unreachable } from '../../../shared/errors.ts';

/** What came of handing a page over, for whoever did. */
export function passedText(outcome: Reassigned, toName: string): Text<'internal'> {
  switch (outcome) {
    case 'reassigned':
      return internal`Passed to ${toName}, being called now. Until somebody has it, the calling goes on.`;
    case 'resolved':
      return internal`That page is resolved already.`;
    case 'nobody':
      return internal`${toName} can't be called. Choose somebody else.`;
    case 'not-yours':
      return internal`A colleague has it by now. Type "pages" to see who.`;
    default:
      return unreachable(outcome);
  }
}
