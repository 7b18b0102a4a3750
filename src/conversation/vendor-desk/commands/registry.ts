import type { CommandName } from '../../../customers/permission.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Reply } from '../../replies/reply.ts';
import { ack } from './ack.ts';
import { add } from './add.ts';
import { approve } from './approve.ts';
import { ask } from './ask.ts';
import { audit } from './audit.ts';
import { bill } from './bill.ts';
import { brief } from './brief.ts';
import { cadence } from './cadence.ts';
import { calendar } from './calendar.ts';
import type { Command } from './command.ts';
import { correct } from './correct.ts';
import { cover } from './cover.ts';
import { done } from './done.ts';
import { drill } from './drill.ts';
import { explain } from './explain.ts';
import { graduate } from './graduate.ts';
import { hand } from './hand.ts';
import { help } from './help.ts';
import { holidays } from './holidays.ts';
import { kept } from './kept.ts';
import { learning } from './learning.ts';
import { leave } from './leave.ts';
import { log } from './log.ts';
import { management } from './management.ts';
import { milestone } from './milestone.ts';
import { moved } from './moved.ts';
import { next } from './next.ts';
import { onCall } from './on-call.ts';
import { openConsole } from './open-console.ts';
import { override } from './override.ts';
import { page } from './page.ts';
import { pages } from './pages.ts';
import { pause } from './pause.ts';
import { place } from './place.ts';
import { portfolio } from './portfolio.ts';
import { promise } from './promise.ts';
import { publish } from './publish.ts';
import { push } from './push.ts';
import { quarterly } from './quarterly.ts';
import { query } from './query.ts';
import { readiness } from './readiness.ts';
import { reassign } from './reassign.ts';
import { reopen } from './reopen.ts';
import { resolve } from './resolve.ts';
import { resume } from './resume.ts';
import { review } from './review.ts';
import { rule } from './rule.ts';
import { sales } from './sales.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';
import { status } from './status.ts';
import { surveys } from './surveys.ts';
import { task } from './task.ts';
import { tasks } from './tasks.ts';
import { test } from './test.ts';
import { trust } from './trust.ts';
import { undo } from './undo.ts';
import { update } from './update.ts';
import { verify } from './verify.ts';
import { voice } from './voice.ts';
import { waive } from './waive.ts';
import { who } from './who.ts';
import { why } from './why.ts';
import { whyPage } from './why-page.ts';
import { words } from './words.ts';

/** What carries out each command. A command without a row does not compile. */
export const commands: Readonly<
  Record<CommandName, (trip: Trip, command: Command) => Promise<Reply[]>>
> = {
  help,
  log,
  publish,
  milestone,
  cadence,
  pause,
  resume,
  why,
  brief,
  page,
  ack,
  update,
  resolve,
  reassign,
  next,
  snooze,
  add,
  who,
  'on-call': onCall,
  override,
  promise,
  kept,
  moved,
  trust,
  words,
  leave,
  surveys,
  quarterly,
  voice,
  sales,
  management,
  hand,
  task,
  done,
  portfolio,
  learning,
  audit,
  undo,
  status,
  pages,
  graduate,
  place,
  tasks,
  drill,
  cover,
  'why-page': whyPage,
  calendar,
  holidays,
  ask,
  test,
  verify,
  readiness,
  push,
  review,
  approve,
  waive,
  query,
  explain,
  correct,
  reopen,
  bill,
  rule,
  console: openConsole,
  show,
};
