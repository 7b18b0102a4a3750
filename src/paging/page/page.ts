import { z } from 'zod';
import type { PageState } from '../../shared/database.ts';
import { minute, plus } from '../../shared/time.ts';
import { type Escalation, escalationFrom } from '../ladder/escalation.ts';
import { pageStates } from './page-state.ts';

/** A call for a human about a customer: open until somebody has it, then until it is resolved. */
export interface Page {
  readonly id: string;
  readonly customerId: string;
  readonly transitionId: string | null;
  readonly openKey: string | null;
  readonly state: PageState;
  readonly raisedBy: Raiser;
  readonly raisedById: string | null;
  readonly reason: string;
  readonly rule: string | null;
  /** The customer knows of it and sees a receipt. */
  readonly isShared: boolean;
  /** Where the receipt is; null = with the person who raised it. */
  readonly placeId: string | null;
  readonly threadOf: string | null;
  readonly raisedAt: Date;
  readonly policy: Escalation;
  readonly level: number;
  readonly round: number;
  readonly levelSince: Date | null;
  readonly ownerId: string | null;
  readonly acknowledgedAt: Date | null;
  /** Last sign of life of whoever has it. */
  readonly updatedAt: Date | null;
  readonly staleAsks: number;
  readonly resolvedAt: Date | null;
  readonly resolvedById: string | null;
  readonly resolution: string | null;
  readonly confirmed: boolean | null;
  readonly joined: number;
  readonly dueAt: Date | null;
}

export const raisers = ['customer', 'vendor', 'rule', 'api'] as const;
export type Raiser = (typeof raisers)[number];

/** How long an acknowledgement holds without a word from its owner. */
export const acknowledgementPolicy = {
  /** Without an update for so long, the owner is asked again. */
  staleMinutes: 30,
  /** Without an answer to that for so long, the next level is called. */
  answerMinutes: 10,
  /** Further messages to the owner within this time become one notice. */
  noticeMinutes: 5,
} as const;

const states = Object.keys(pageStates) as [PageState, ...PageState[]];

/** A page as its table has it. */
export const pageRow = z.object({
  id: z.string(),
  customerId: z.string(),
  transitionId: z.string().nullable(),
  openKey: z.string().nullable(),
  state: z.enum(states),
  raisedBy: z.string(),
  raisedById: z.string().nullable(),
  reason: z.string(),
  rule: z.string().nullable(),
  isShared: z.boolean(),
  placeId: z.string().nullable(),
  threadOf: z.string().nullable(),
  raisedAt: z.date(),
  policy: z.unknown(),
  level: z.number(),
  round: z.number(),
  levelSince: z.date().nullable(),
  ownerId: z.string().nullable(),
  acknowledgedAt: z.date().nullable(),
  updatedAt: z.date().nullable(),
  staleAsks: z.number(),
  resolvedAt: z.date().nullable(),
  resolvedById: z.string().nullable(),
  resolution: z.string().nullable(),
  confirmed: z.boolean().nullable(),
  joined: z.number(),
  dueAt: z.date().nullable(),
});

/** A stored row as a page. */
export function pageFrom(row: z.infer<typeof pageRow>): Page {
  return {
    ...row,
    raisedBy: raisers.find(known => known === row.raisedBy) ?? 'rule',
    policy: escalationFrom(row.policy),
  };
}

/** The key that only one unresolved page can have: its transition, or the customer outside any. */
export function openKeyOf(customerId: string, transitionId: string | null): string {
  return transitionId ?? `${customerId}/`;
}

/** When an acknowledged page is next looked at, after a sign of life of its owner. */
export function staleFrom(signOfLife: Date): Date {
  return plus(signOfLife, acknowledgementPolicy.staleMinutes * minute);
}

/** What an acknowledged page needs now: nothing yet, a question to its owner, or the next level. */
export type StaleLook =
  | { readonly next: 'wait'; readonly dueAt: Date }
  | { readonly next: 'ask'; readonly dueAt: Date }
  | { readonly next: 'escalate' };

/** Looks at an acknowledged page: half an hour of silence is asked about once, ten more minutes call the next level. */
export function lookAtOwner(
  page: Pick<Page, 'updatedAt' | 'acknowledgedAt' | 'staleAsks' | 'dueAt'>,
  now: Date,
): StaleLook {
  const staleAt = staleFrom(page.updatedAt ?? page.acknowledgedAt ?? now);
  if (page.staleAsks === 0) {
    if (now < staleAt) return { next: 'wait', dueAt: staleAt };
    return { next: 'ask', dueAt: plus(now, acknowledgementPolicy.answerMinutes * minute) };
  }
  if (page.dueAt && now < page.dueAt) return { next: 'wait', dueAt: page.dueAt };
  return { next: 'escalate' };
}
