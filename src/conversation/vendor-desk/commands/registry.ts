import type { CommandName } from '../../../customers/permission.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Reply } from '../../replies/reply.ts';
import { addPeople } from './add-people.ts';
import { addTask } from './add-task.ts';
import { closePage } from './close-page.ts';
import type { Order } from './command.ts';
import { explainWhy } from './explain-why.ts';
import { giveHelp } from './give-help.ts';
import { logFact } from './log-fact.ts';
import { markDone } from './mark-done.ts';
import { markKept } from './mark-kept.ts';
import { notePromise } from './note-promise.ts';
import { pageSomeone } from './page-someone.ts';
import { passPage } from './pass-page.ts';
import { pauseCadence } from './pause-cadence.ts';
import { proposeEnd } from './propose-end.ts';
import { publishFact } from './publish-fact.ts';
import { reportMilestone } from './report-milestone.ts';
import { resumeCadence } from './resume-cadence.ts';
import { sayPlace } from './say-place.ts';
import { sayWho } from './say-who.ts';
import { setCadence } from './set-cadence.ts';
import { showAudit } from './show-audit.ts';
import { showBrief } from './show-brief.ts';
import { showOnCall } from './show-on-call.ts';
import { showPages } from './show-pages.ts';
import { showPortfolio } from './show-portfolio.ts';
import { showStatus } from './show-status.ts';
import { swapDuty } from './swap-duty.ts';
import { takePage } from './take-page.ts';
import { undoLast } from './undo-last.ts';
import { updatePageWords } from './update-page-words.ts';

/** What carries out each command. A command without a row does not compile. */
export const commands: Readonly<
  Record<CommandName, (trip: Trip, order: Order) => Promise<Reply[]>>
> = {
  help: giveHelp,
  log: logFact,
  publish: publishFact,
  milestone: reportMilestone,
  cadence: setCadence,
  pause: pauseCadence,
  resume: resumeCadence,
  why: explainWhy,
  brief: showBrief,
  page: pageSomeone,
  ack: takePage,
  update: updatePageWords,
  resolve: closePage,
  reassign: passPage,
  add: addPeople,
  who: sayWho,
  'on-call': showOnCall,
  swap: swapDuty,
  promise: notePromise,
  kept: markKept,
  task: addTask,
  done: markDone,
  portfolio: showPortfolio,
  audit: showAudit,
  undo: undoLast,
  status: showStatus,
  pages: showPages,
  graduate: proposeEnd,
  place: sayPlace,
};
