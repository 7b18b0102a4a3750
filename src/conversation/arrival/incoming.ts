import { z } from 'zod';
import { reportSchema } from '../../delivery/report.ts';
import { hookCallSchema } from '../../hooks/hook-call.ts';
import { inboundSchema } from './inbound.ts';
import { noticeSchema } from './notice.ts';
import { outsideAnswerSchema } from './outside-answer.ts';

export const incomingSchema = z.union([
  inboundSchema,
  noticeSchema,
  outsideAnswerSchema,
  reportSchema,
  hookCallSchema,
]);

/** Whatever comes in from outside, each kind with a key of its own: said, notice, answer, report, hook. */
export type Incoming = z.infer<typeof incomingSchema>;
