import { answerableForMilliseconds } from '../../check-ins/asking/check-in.ts';
import type { ActionId } from '../../delivery/card.ts';
import { offeredFor } from '../../promises/promise.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import { day, hour } from '../../shared/time.ts';
import { surveyPolicy } from '../../surveys/survey.ts';
import type { Reply } from '../replies/reply.ts';
import type { BareWord } from '../words/bare-words.ts';
import { answerCadence } from './answer-cadence.ts';
import { answerCheckIn } from './answer-check-in.ts';
import { answerCoverPress } from './answer-cover-press.ts';
import { answerGraduation } from './answer-graduation.ts';
import { answerReference } from './answer-reference.ts';
import { answerStep } from './answer-step.ts';
import { askWhoNext } from './ask-who-next.ts';
import type { CheckedPress } from './checked-press.ts';
import { confirmOrReopen } from './confirm-or-reopen.ts';
import { decideChange } from './decide-change.ts';
import { declinePage } from './decline-page.ts';
import {
  findAuditSubject,
  findCheckInSubject,
  findCoverSubject,
  findCustomerSubject,
  findDrillSubject,
  findEventSubject,
  findPageSubject,
  findPendingSubject,
  findPlaceSubject,
  findPromiseSubject,
  findQuarterSubject,
  findRequestSubject,
  findStepSubject,
  findSurveySubject,
  findTaskSubject,
  findThemeSubject,
  findTransitionSubject,
  findValuedPageSubject,
  type Subject,
} from './find-subject.ts';
import { handlePage } from './handle-page.ts';
import {
  isChangePending,
  isChangeStanding,
  isCheckInOpen,
  isCoverAsked,
  isDrillUnsigned,
  isEndProposed,
  isNoteInternal,
  isNoteOfPageKept,
  isPageUnconfirmed,
  isPageUnresolved,
  isPageUntaken,
  isPlaceParked,
  isPromiseOffered,
  isReferenceAsked,
  isReliefProposed,
  isRequestUndecided,
  isReviewUnpublished,
  isStepTheirs,
  isSurveyOpen,
  isTaskOpen,
  isTransitionOngoing,
} from './is-still-open.ts';
import { noteOffered } from './note-offered.ts';
import { promiseByButton } from './promise-by-button.ts';
import { publishByButton } from './publish-by-button.ts';
import { raiseByButton } from './raise-by-button.ts';
import { relieveByButton } from './relieve-by-button.ts';
import { reviewByButton } from './review-by-button.ts';
import { scoreByButton } from './score-by-button.ts';
import { settleByButton } from './settle-by-button.ts';
import { shareNote } from './share-note.ts';
import { shareNoteOfPage } from './share-note-of-page.ts';
import { showWords } from './show-words.ts';
import { signByButton } from './sign-by-button.ts';
import { tellByButton } from './tell-by-button.ts';
import { tickTask } from './tick-task.ts';

/** Everything there is to know of a button but who may press it (customers/permission.ts). */
export interface Button {
  /** What it is about, from our own rows; null when there is no such thing. */
  readonly findSubject: (tx: Tx, id: string) => Promise<Subject | null>;
  /** Does what it asks still wait for an answer? An offer without this is open as long as it has its buttons. */
  readonly isOpen?: (tx: Tx, id: string) => Promise<boolean>;
  readonly does: (trip: Trip, press: CheckedPress) => Promise<Reply[]>;
  /** The bare words that press it. */
  readonly words: readonly BareWord[];
  /** For how long, in milliseconds, a bare word answers what it asks. */
  readonly answerableFor: number;
}

const checkIn = {
  findSubject: findCheckInSubject,
  isOpen: isCheckInOpen,
  does: answerCheckIn,
  answerableFor: answerableForMilliseconds,
};
const offer = { findSubject: findCustomerSubject, answerableFor: 12 * hour };
const page = { findSubject: findPageSubject, does: handlePage, answerableFor: 12 * hour };
const word = {
  findSubject: findValuedPageSubject,
  isOpen: isPageUnresolved,
  does: promiseByButton,
  answerableFor: 12 * hour,
};
const resolution = {
  findSubject: findPageSubject,
  isOpen: isPageUnconfirmed,
  does: confirmOrReopen,
  answerableFor: 3 * day,
};
const step = {
  findSubject: findTransitionSubject,
  isOpen: isTransitionOngoing,
  does: answerCadence,
  answerableFor: 3 * day,
};
const change = {
  findSubject: findPendingSubject,
  isOpen: isChangePending,
  does: decideChange,
  answerableFor: hour,
};
const end = {
  findSubject: findTransitionSubject,
  isOpen: isEndProposed,
  does: answerGraduation,
  answerableFor: 14 * day,
};

const planned = {
  findSubject: findStepSubject,
  isOpen: isStepTheirs,
  does: answerStep,
  answerableFor: 3 * day,
};

const covering = {
  findSubject: findCoverSubject,
  isOpen: isCoverAsked,
  does: answerCoverPress,
  answerableFor: 3 * day,
};

const review = {
  findSubject: findRequestSubject,
  isOpen: isRequestUndecided,
  does: reviewByButton,
  words: [],
  answerableFor: 14 * day,
};

const offered = {
  findSubject: findPromiseSubject,
  isOpen: isPromiseOffered,
  does: noteOffered,
  answerableFor: offeredFor,
};

const reference = {
  findSubject: findSurveySubject,
  isOpen: isReferenceAsked,
  does: answerReference,
  answerableFor: day,
};

/** The one table of buttons. One without a row does not compile; picking a choice is no button of its own. */
export const buttons: Readonly<Record<Exclude<ActionId, 'choice.pick'>, Button>> = {
  'check-in.good': { ...checkIn, words: ['good', 'okay'] },
  'check-in.fine': { ...checkIn, words: ['fine'] },
  'check-in.worried': { ...checkIn, words: ['worried'] },
  // "Yes" calls somebody only beside an offer to do so; everywhere else the button is merely there.
  'page.raise': { ...offer, does: raiseByButton, words: [] },
  'page.decline': { ...offer, does: declinePage, words: ['no', 'later'] },
  // A drill is answered as a page would be.
  'page.acknowledge': {
    ...page,
    findSubject: async (tx, id) => (await findPageSubject(tx, id)) ?? findDrillSubject(tx, id),
    isOpen: isPageUntaken,
    words: [],
  },
  'page.reassign': { ...page, isOpen: isPageUnresolved, words: [] },
  'page.update': { ...page, isOpen: isPageUnresolved, words: [] },
  'page.resolve': { ...page, isOpen: isPageUnresolved, words: [] },
  'page.next-word': { ...word, words: [] },
  'page.snooze': { ...word, words: [] },
  'page.pass': { ...page, does: askWhoNext, isOpen: isPageUnresolved, words: [] },
  'page.share': { ...page, does: shareNoteOfPage, isOpen: isNoteOfPageKept, words: [] },
  'page.confirm': { ...resolution, words: ['yes', 'okay', 'good', 'fine'] },
  'page.reopen': { ...resolution, words: ['no'] },
  'cadence.keep': { ...step, words: ['no'] },
  'cadence.accept': { ...step, words: ['yes', 'okay', 'good', 'fine'] },
  'change.apply': { ...change, words: ['yes', 'okay'] },
  'change.cancel': { ...change, words: ['no', 'later'] },
  'change.undo': { ...change, findSubject: findAuditSubject, isOpen: isChangeStanding, words: [] },
  'note.publish': {
    findSubject: findEventSubject,
    isOpen: isNoteInternal,
    does: shareNote,
    words: ['yes', 'okay'],
    answerableFor: hour,
  },
  'task.close': {
    findSubject: findTaskSubject,
    isOpen: isTaskOpen,
    does: tickTask,
    words: [],
    answerableFor: 12 * hour,
  },
  'graduation.accept': { ...end, words: ['yes', 'okay', 'good', 'fine'] },
  'graduation.decline': { ...end, words: ['no', 'later'] },
  'step.confirm': { ...planned, words: ['done', 'yes', 'okay'] },
  'step.later': { ...planned, words: ['not-yet', 'no', 'later'] },
  'cover.accept': { ...covering, words: ['yes', 'okay'] },
  'cover.decline': { ...covering, words: ['no', 'later'] },
  'relief.ask': {
    ...covering,
    does: relieveByButton,
    isOpen: isReliefProposed,
    words: ['yes', 'okay'],
  },
  'drill.sign': {
    findSubject: findDrillSubject,
    isOpen: isDrillUnsigned,
    does: signByButton,
    words: ['yes', 'okay'],
    answerableFor: 7 * day,
  },
  'promise.note': { ...offered, words: ['yes', 'okay'] },
  'promise.share': { ...offered, words: ['yes'] },
  'promise.keep': { ...offered, words: ['okay'] },
  'promise.decline': { ...offered, words: ['no', 'later'] },
  'survey.score': {
    findSubject: findSurveySubject,
    isOpen: isSurveyOpen,
    does: scoreByButton,
    words: [],
    answerableFor: surveyPolicy.answerableFor,
  },
  'reference.accept': { ...reference, words: ['yes', 'okay'] },
  'reference.decline': { ...reference, words: ['no', 'later'] },
  'request.approve': review,
  'request.waive': review,
  'request.query': review,
  'request.correct': review,
  'voice.tell': {
    findSubject: findThemeSubject,
    does: tellByButton,
    words: [],
    answerableFor: 14 * day,
  },
  'quarter.publish': {
    findSubject: findQuarterSubject,
    isOpen: isReviewUnpublished,
    does: publishByButton,
    words: [],
    answerableFor: 14 * day,
  },
  'words.show': {
    findSubject: findEventSubject,
    does: showWords,
    words: [],
    answerableFor: 14 * day,
  },
  'place.settle': {
    findSubject: findPlaceSubject,
    isOpen: isPlaceParked,
    does: settleByButton,
    words: [],
    answerableFor: 12 * hour,
  },
};
