import type { ActionId } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import { answerCadence } from './answer-cadence.ts';
import { answerCheckIn } from './answer-check-in.ts';
import { answerGraduation } from './answer-graduation.ts';
import type { CheckedPress } from './checked-press.ts';
import { confirmOrReopen } from './confirm-or-reopen.ts';
import { decideChange } from './decide-change.ts';
import { declinePage } from './decline-page.ts';
import { handlePage } from './handle-page.ts';
import { raiseByButton } from './raise-by-button.ts';
import { settleByButton } from './settle-by-button.ts';
import { shareNote } from './share-note.ts';
import { tickTask } from './tick-task.ts';

type CarryOut = (trip: Trip, press: CheckedPress) => Promise<Reply[]>;

/** What each button does. A button without a row does not compile. */
const doings: Readonly<Record<Exclude<ActionId, 'choice.pick'>, CarryOut>> = {
  'check-in.good': answerCheckIn,
  'check-in.fine': answerCheckIn,
  'check-in.worried': answerCheckIn,
  'page.raise': raiseByButton,
  'page.decline': declinePage,
  'page.acknowledge': handlePage,
  'page.reassign': handlePage,
  'page.update': handlePage,
  'page.resolve': handlePage,
  'page.confirm': confirmOrReopen,
  'page.reopen': confirmOrReopen,
  'cadence.keep': answerCadence,
  'cadence.accept': answerCadence,
  'change.apply': decideChange,
  'change.cancel': decideChange,
  'change.undo': decideChange,
  'note.publish': shareNote,
  'task.close': tickTask,
  'graduation.accept': answerGraduation,
  'graduation.decline': answerGraduation,
  'place.settle': settleByButton,
};

/** Does what a checked press means. */
export async function carryOut(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  return press.action === 'choice.pick' ? [] : doings[press.action](trip, press);
}
