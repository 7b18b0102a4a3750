import { z } from 'zod';
import type { PageState } from '../../shared/database.ts';
import { type Escalation, escalationFrom } from '../ladder/escalation.ts';
import { type Weight, weights } from '../ladder/weight.ts';
import { type CallBack, callBackFrom } from './call-back.ts';
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
  /** Where and when whoever asked wants to be called; null when they did not say. */
  readonly callBack: CallBack | null;
  readonly weight: Weight;
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
  /** When whoever has it says that there is word next. */
  readonly nextWordAt: Date | null;
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
  callBack: z.unknown(),
  weight: z.enum(weights).catch('critical'),
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
  nextWordAt: z.date().nullable(),
  staleAsks: z.number(),
  resolvedAt: z.date().nullable(),
  resolvedById: z.string().nullable(),
  resolution: z.string().nullable(),
  confirmed: z.boolean().nullable(),
  joined: z.number(),
  dueAt: z.date().nullable(),
});

interface PageRow extends Omit<z.infer<typeof pageRow>, 'weight'> {
  readonly weight: string;
}

/** A stored row as a page. */
export function pageFrom(row: PageRow): Page {
  return {
    ...row,
    callBack: callBackFrom(row.callBack),
    weight: weights.find(known => known === row.weight) ?? 'critical',
    raisedBy: raisers.find(known => known === row.raisedBy) ?? 'rule',
    policy: escalationFrom(row.policy),
  };
}

/** The key that only one unresolved page can have: its transition, or the customer outside any. */
export function openKeyOf(customerId: string, transitionId: string | null): string {
  return transitionId ?? `${customerId}/`;
}
