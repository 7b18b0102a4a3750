import type { Trip } from '../../../shared/database.ts';
import type { Intent } from '../../../understanding/intent.ts';
import type { Reply } from '../../replies/reply.ts';
import { answerCommitment } from './answer-commitment.ts';
import { answerComplaint } from './answer-complaint.ts';
import { answerHelp } from './answer-help.ts';
import { answerResolved } from './answer-resolved.ts';
import { answerSmalltalk } from './answer-smalltalk.ts';
import { answerStatus } from './answer-status.ts';
import { answerThanks } from './answer-thanks.ts';
import { answerUnsure } from './answer-unsure.ts';
import { answerWho } from './answer-who.ts';
import { answerWish } from './answer-wish.ts';
import { answerWorried } from './answer-worried.ts';
import type { Ask } from './ask.ts';
import { handOverQuestion } from './hand-over-question.ts';

/** What each intent (understanding/intent.ts) is answered with. An intent without a row does not compile. */
export const answers: Readonly<Record<Intent, (trip: Trip, ask: Ask) => Promise<Reply[]>>> = {
  status: answerStatus,
  next: answerStatus,
  who: answerWho,
  help: answerHelp,
  worried: answerWorried,
  thanks: answerThanks,
  stop: answerWish,
  more: answerWish,
  complaint: answerComplaint,
  billing: handOverQuestion,
  planning: handOverQuestion,
  purchase: handOverQuestion,
  commitment: answerCommitment,
  resolved: answerResolved,
  smalltalk: answerSmalltalk,
  other: answerUnsure,
};
