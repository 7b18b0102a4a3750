import { z } from 'zod';
import type { Trip } from '../shared/database.ts';
import { NotFoundError } from '../shared/errors.ts';
import { evidenceFrom } from './evidence.ts';
import { factorsOf, findLearnt } from './find-learnt.ts';
import { type Basis, type ConfidenceSubject, rememberedSince } from './known.ts';
import { transitionKinds } from './policy.ts';

const kindColumn = z.enum(transitionKinds);
const businessHoursColumn = z.object({
  days: z.array(z.number()),
  from: z.string(),
  until: z.string(),
  holidays: z.array(z.string()),
});

/** What was written down about a transition and its customer, enough for any moment from `now` on; throws NotFoundError for an unknown one. */
export async function getBasis(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  transitionId: string,
): Promise<Basis> {
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
  return loadBasis({ tx, now }, { transition, customer });
}

/** The same for a transition and customer that are loaded already. */
export async function loadBasis(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  subject: ConfidenceSubject,
): Promise<Basis> {
  const { id, customerId } = subject.transition;
  const rows = await tx.evidence.findMany({
    where: {
      customerId,
      at: { gte: rememberedSince(now) },
      OR: [{ transitionId: null }, { transitionId: id }],
    },
    orderBy: { at: 'asc' },
  });
  const kind = kindColumn.parse(subject.transition.kind);
  const learnt = factorsOf(await findLearnt(tx, kind));
  return { ...subject, kind, evidence: rows.map(evidenceFrom), learnt };
}
