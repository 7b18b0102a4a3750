import { laterOf, type Module } from './module.ts';

/** What the engine does by itself, in this order: people first, then pages, then everything that can wait. */
export const ownModules: readonly Module[] = [
  laterOf(
    'departures',
    { table: 'person', dueColumn: 'departureDueAt' },
    async () => (await import('../departures/hand-over.ts')).handOver,
  ),
  laterOf(
    'page-calls',
    'page_call',
    async () => (await import('../paging/chase/call-person.ts')).callPerson,
  ),
  laterOf('pages', 'page', async () => (await import('../paging/advance-page.ts')).advancePage),
  laterOf(
    'partner-words',
    'open_question',
    async () => (await import('../partners/call-for-kept.ts')).callForKept,
  ),
  laterOf(
    'drill-calls',
    'drill_call',
    async () => (await import('../drills/call-for-drill.ts')).callForDrill,
  ),
  laterOf('drills', 'drill', async () => (await import('../drills/advance-drill.ts')).advanceDrill),
  laterOf(
    'failures',
    { table: 'message', dueColumn: 'failureDueAt' },
    async () => (await import('./handle-failed-message.ts')).handleFailedMessage,
  ),
  laterOf(
    'milestones',
    'milestone',
    async () => (await import('../transitions/watch-milestone.ts')).watchMilestone,
  ),
  laterOf(
    'transitions',
    'transition',
    async () => (await import('../transitions/move-transition.ts')).moveTransition,
  ),
  laterOf(
    'windows',
    { table: 'transition', dueColumn: 'tellDueAt' },
    async () => (await import('../situation/tell-window.ts')).tellWindow,
  ),
  laterOf(
    'shifts',
    { table: 'shift_watch', idColumn: 'scheduleId' },
    async () => (await import('../shifts/watch-shifts.ts')).watchShifts,
  ),
  laterOf(
    'readiness',
    { table: 'readiness_watch', idColumn: 'personId' },
    async () => (await import('../readiness/watch-readiness.ts')).watchReadiness,
  ),
  laterOf(
    'ladders',
    { table: 'transition', dueColumn: 'reachDueAt' },
    async () => (await import('../readiness/watch-ladder.ts')).watchLadder,
  ),
  laterOf(
    'absences',
    { table: 'absence_calendar', idColumn: 'personId' },
    async () => (await import('../absences/follow-absences.ts')).followAbsences,
  ),
  laterOf(
    'leaves',
    'stand_in',
    async () => (await import('../leaves/follow-leave.ts')).followLeave,
  ),
  laterOf(
    'holidays',
    { table: 'public_holiday', idColumn: 'customerId' },
    async () => (await import('../holidays/propose-holidays.ts')).proposeHolidays,
  ),
  laterOf(
    'promises',
    'promise',
    async () => (await import('../promises/watch-promise.ts')).watchPromise,
  ),
  laterOf(
    'news',
    'news_request',
    async () => (await import('../situation/chase-news.ts')).chaseNews,
  ),
  laterOf(
    'gathered-news',
    { table: 'telling', idColumn: 'customerId' },
    async () => (await import('../situation/tell-gathered.ts')).tellGathered,
  ),
  laterOf(
    'silence',
    'check_in',
    async () => (await import('../check-ins/silence/follow-silence.ts')).followSilence,
  ),
  laterOf(
    'mornings',
    { table: 'morning', idColumn: 'personId' },
    async () => (await import('../morning/tell-morning.ts')).tellMorning,
  ),
  laterOf(
    'sales',
    { table: 'sales_rhythm', idColumn: 'customerId' },
    async () => (await import('../sales/follow-sales.ts')).followSales,
  ),
  laterOf(
    'reviews',
    { table: 'request_review', idColumn: 'customerId' },
    async () => (await import('../requests/offer-review.ts')).offerReview,
  ),
  laterOf(
    'learning',
    { table: 'learnt_curve', idColumn: 'kind' },
    async () => (await import('../confidence/learn-kind.ts')).learnKind,
  ),
  laterOf(
    'cadence',
    { table: 'cadence', idColumn: 'transitionId' },
    async () => (await import('../check-ins/asking/ask-check-in.ts')).askCheckIn,
  ),
  laterOf(
    'surveys',
    'survey',
    async () => (await import('../surveys/follow-survey.ts')).followSurvey,
  ),
  laterOf(
    'quarters',
    'quarter_review',
    async () => (await import('../quarters/follow-quarter.ts')).followQuarter,
  ),
  laterOf(
    'voice',
    'theme_answer',
    async () => (await import('../voice/follow-answer.ts')).followAnswer,
  ),
  laterOf(
    'webhook-facts',
    { table: 'event', dueColumn: 'tellDueAt' },
    async () => (await import('../webhooks/tell-fact.ts')).tellFact,
  ),
  laterOf(
    'webhook-confidence',
    { table: 'assessment', idColumn: 'transitionId', dueColumn: 'tellDueAt' },
    async () => (await import('../webhooks/tell-confidence.ts')).tellConfidence,
  ),
  laterOf(
    'erasures',
    'erasure',
    async () => (await import('../data-rights/carry-out-erasure.ts')).carryOutErasure,
  ),
  laterOf(
    'confidence',
    { table: 'assessment', idColumn: 'transitionId' },
    async () => (await import('../confidence/renew-assessment.ts')).renewAssessment,
  ),
];
