import { z } from 'zod';
import type { Working } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { NotFoundError } from '../shared/errors.ts';
import { day, earliest, plus } from '../shared/time.ts';
import { type Evidence, evidenceFrom } from './evidence.ts';
import { factorsOf, findLearnt } from './find-learnt.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { confidencePolicy, transitionKinds } from './policy.ts';

/** Everything confidence is computed from. */
export interface Known {
  readonly outlook: Outlook;
  readonly evidence: readonly Evidence[];
  readonly customer: Working;
}

const kindColumn = z.enum(transitionKinds);
const businessHoursColumn = z.object({
  days: z.array(z.number()),
  from: z.string(),
  until: z.string(),
  holidays: z.array(z.string()),
});

/** Loads what is known about a transition and its customer; throws NotFoundError for an unknown one. */
export async function getKnown(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  transitionId: string,
): Promise<Known> {
  const transition = await tx.transition.findUnique({ where: { id: transitionId } });
  const row = transition
    ? await tx.customer.findUnique({ where: { id: transition.customerId } })
    : null;
  if (!transition || !row) throw new NotFoundError(`There is no transition "${transitionId}".`);
  const hours = businessHoursColumn.parse(row.businessHours);
  const customer = {
    timeZone: row.timeZone,
    businessHours: { ...hours, holidays: [...hours.holidays, ...row.publicHolidays] },
  };
  return findKnown({ tx, now }, { transition, customer });
}

/** What confidence needs to know of a transition. */
export interface ConfidenceSubject {
  readonly transition: {
    readonly id: string;
    readonly customerId: string;
    readonly kind: string;
    readonly phase: string;
    readonly windowFrom: Date;
    readonly windowUntil: Date;
  };
  readonly customer: Working;
}

/** The same for a transition and customer that are loaded already. */
export async function findKnown(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  { transition, customer }: ConfidenceSubject,
): Promise<Known> {
  const { id, customerId, windowFrom, windowUntil, phase } = transition;
  const oldest = plus(now, -confidencePolicy.memoryDays * day);
  const rows = await tx.evidence.findMany({
    where: {
      customerId,
      at: { gte: oldest },
      OR: [{ transitionId: null }, { transitionId: id }],
    },
    orderBy: { at: 'asc' },
  });
  const evidence = rows.map(evidenceFrom);
  const kind = kindColumn.parse(transition.kind);
  const learnt = factorsOf(await findLearnt(tx, kind));
  const course = { kind, windowFrom, windowUntil, isLive: phase === 'live', learnt };
  const begin = plus(earliest([windowFrom, evidence[0]?.at, now]) ?? now, -14 * day);
  const from = new Date(Math.max(begin.getTime(), oldest.getTime()));
  const until = plus(now > windowUntil ? now : windowUntil, 30 * day);
  return { outlook: outlookOf(course, customer, { from, until, now }), evidence, customer };
}
