import { followAbsences } from '../absences/follow-absences.ts';
import { askCheckIn } from '../check-ins/asking/ask-check-in.ts';
import { followSilence } from '../check-ins/silence/follow-silence.ts';
import { learnKind } from '../confidence/learn-kind.ts';
import { renewAssessment } from '../confidence/renew-assessment.ts';
import { carryOutErasure } from '../data-rights/carry-out-erasure.ts';
import { handOver } from '../departures/hand-over.ts';
import { advanceDrill } from '../drills/advance-drill.ts';
import { callForDrill } from '../drills/call-for-drill.ts';
import { proposeHolidays } from '../holidays/propose-holidays.ts';
import { followLeave } from '../leaves/follow-leave.ts';
import { tellMorning } from '../morning/tell-morning.ts';
import { advancePage } from '../paging/advance-page.ts';
import { callPerson } from '../paging/chase/call-person.ts';
import { callForKept } from '../partners/call-for-kept.ts';
import { watchPromise } from '../promises/watch-promise.ts';
import { followQuarter } from '../quarters/follow-quarter.ts';
import { watchLadder } from '../readiness/watch-ladder.ts';
import { watchReadiness } from '../readiness/watch-readiness.ts';
import { offerReview } from '../requests/offer-review.ts';
import { followSales } from '../sales/follow-sales.ts';
import { watchShifts } from '../shifts/watch-shifts.ts';
import { chaseNews } from '../situation/chase-news.ts';
import { tellGathered } from '../situation/tell-gathered.ts';
import { tellWindow } from '../situation/tell-window.ts';
import { followSurvey } from '../surveys/follow-survey.ts';
import { moveTransition } from '../transitions/move-transition.ts';
import { watchMilestone } from '../transitions/watch-milestone.ts';
import { followAnswer } from '../voice/follow-answer.ts';
import { tellConfidence } from '../webhooks/tell-confidence.ts';
import { tellFact } from '../webhooks/tell-fact.ts';
import { handleFailedMessage } from './handle-failed-message.ts';
import { type Module, moduleOf } from './module.ts';

/** What the engine does by itself, in this order: people first, then pages, then everything that can wait. */
export const ownModules: readonly Module[] = [
  moduleOf('departures', { table: 'person', dueColumn: 'departureDueAt' }, handOver),
  moduleOf('page-calls', 'page_call', callPerson),
  moduleOf('pages', 'page', advancePage),
  moduleOf('partner-words', 'open_question', callForKept),
  moduleOf('drill-calls', 'drill_call', callForDrill),
  moduleOf('drills', 'drill', advanceDrill),
  moduleOf('failures', { table: 'message', dueColumn: 'failureDueAt' }, handleFailedMessage),
  moduleOf('milestones', 'milestone', watchMilestone),
  moduleOf('transitions', 'transition', moveTransition),
  moduleOf('windows', { table: 'transition', dueColumn: 'tellDueAt' }, tellWindow),
  moduleOf('shifts', { table: 'shift_watch', idColumn: 'scheduleId' }, watchShifts),
  moduleOf('readiness', { table: 'readiness_watch', idColumn: 'personId' }, watchReadiness),
  moduleOf('ladders', { table: 'transition', dueColumn: 'reachDueAt' }, watchLadder),
  moduleOf('absences', { table: 'absence_calendar', idColumn: 'personId' }, followAbsences),
  moduleOf('leaves', 'stand_in', followLeave),
  moduleOf('holidays', { table: 'public_holiday', idColumn: 'customerId' }, proposeHolidays),
  moduleOf('promises', 'promise', watchPromise),
  moduleOf('news', 'news_request', chaseNews),
  moduleOf('gathered-news', { table: 'telling', idColumn: 'customerId' }, tellGathered),
  moduleOf('silence', 'check_in', followSilence),
  moduleOf('mornings', { table: 'morning', idColumn: 'personId' }, tellMorning),
  moduleOf('sales', { table: 'sales_rhythm', idColumn: 'customerId' }, followSales),
  moduleOf('reviews', { table: 'request_review', idColumn: 'customerId' }, offerReview),
  moduleOf('learning', { table: 'learnt_curve', idColumn: 'kind' }, learnKind),
  moduleOf('cadence', { table: 'cadence', idColumn: 'transitionId' }, askCheckIn),
  moduleOf('surveys', 'survey', followSurvey),
  moduleOf('quarters', 'quarter_review', followQuarter),
  moduleOf('voice', 'theme_answer', followAnswer),
  moduleOf('webhook-facts', { table: 'event', dueColumn: 'tellDueAt' }, tellFact),
  moduleOf(
    'webhook-confidence',
    { table: 'assessment', idColumn: 'transitionId', dueColumn: 'tellDueAt' },
    tellConfidence,
  ),
  moduleOf('erasures', 'erasure', carryOutErasure),
  moduleOf('confidence', { table: 'assessment', idColumn: 'transitionId' }, renewAssessment),
];
