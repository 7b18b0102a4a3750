import { z } from 'zod';
import { weights } from '../paging/ladder/weight.ts';
import { milestoneStates } from '../transitions/milestone.ts';
import { signingNames } from './signing.ts';

const visibility = z.enum(['internal', 'shared']);

/** One rule: which payloads it is for, and what they mean. The first that fits counts. */
const ruleColumn = z.object({
  /** What the sender's header calls it, one of these. */
  on: z.array(z.string()).optional(),
  /** A list in the payload: once for each of its entries. */
  each: z.string().optional(),
  /** Values by their address; each must be one of those listed. */
  when: z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()]))).optional(),
  /** A text that names the thing, so that it counts once however often it is told. */
  once: z.string().optional(),
  /** Where the payload says when it happened. */
  at: z.string().optional(),
  event: z.object({ text: z.string(), visibility, kind: z.string().optional() }).optional(),
  move: z
    .object({
      transition: z.string(),
      step: z.string(),
      to: z.enum(milestoneStates),
      reason: z.string().optional(),
    })
    .optional(),
  page: z
    .object({
      reason: z.string(),
      weight: z.enum(weights),
      visibility,
      transition: z.string().optional(),
    })
    .optional(),
});

/** What payloads of one kind mean. */
export type HookRule = z.infer<typeof ruleColumn>;

/** Whom a payload is about: one customer, or the one that a value in it names. */
const customerColumn = z.union([
  z.string(),
  z.object({ from: z.string(), is: z.record(z.string(), z.string()) }),
]);

export const hookRow = z.object({
  id: z.string(),
  signed: z.enum(signingNames),
  customer: customerColumn,
  /** What it says may be read by the customer, where a rule says so. */
  publish: z.boolean(),
  /** Ready rules, behind its own. */
  like: z.string().nullable(),
  rules: z.array(ruleColumn),
});

/** A door for one other system, as the setup describes it. */
export type Hook = z.infer<typeof hookRow>;
