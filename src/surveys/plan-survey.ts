import { findCustomer } from '../customers/find-customer.ts';
import { nextBusinessTime } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { hour, plus } from '../shared/time.ts';
import { type SurveyKind, surveyPolicy } from './survey.ts';

export interface NewSurvey {
  readonly kind: SurveyKind;
  /** What it is about: the same occasion is asked about once. */
  readonly occasion: string;
  readonly customerId: string;
  readonly personId: string;
  /** When its moment is; an hour from now when left out, because they are speaking with us. */
  readonly at?: Date;
}

/** Plans to ask one person how it was. Somebody who was asked how something was solved in the last fortnight is not asked again. */
export async function planSurvey(trip: Trip, planned: NewSurvey): Promise<void> {
  const { tx, now, random } = trip;
  const { kind, occasion, customerId, personId } = planned;
  const customer = await findCustomer(tx, customerId);
  if (!customer) return;
  const at = planned.at ?? plus(now, hour);
  if (kind === 'csat' && (await wasAsked(trip, personId))) return;
  const dueAt = nextBusinessTime(at, customer);
  const row = { id: random.id(), key: `${kind}:${occasion}`, customerId, personId, kind };
  await tx.survey.createMany({
    data: [{ ...row, state: 'planned', plannedAt: dueAt, dueAt }],
    skipDuplicates: true,
  });
}

async function wasAsked({ tx, now }: Trip, personId: string): Promise<boolean> {
  const since = plus(now, -surveyPolicy.csatEvery);
  const before = { personId, kind: 'csat', state: { not: 'dropped' }, plannedAt: { gt: since } };
  return (await tx.survey.count({ where: before })) > 0;
}
