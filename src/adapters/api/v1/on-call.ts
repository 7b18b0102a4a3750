import { z } from 'zod';
import { getCustomer } from '../../../customers/find-customer.ts';
import { nextOnCall, onCallAt, type Schedule } from '../../../on-call/schedule.ts';
import { getEscalation } from '../../../paging/ladder/get-escalation.ts';
import { loadRoster } from '../../../paging/ladder/load-roster.ts';
import { nameOn, type Roster, reachablePeople } from '../../../paging/ladder/roster.ts';
import { mapping } from '../../../setup/shape.ts';
import { moment } from './fields.ts';
import { operation, param } from './operation.ts';

const somebody = mapping({ id: z.string(), name: z.string() });

const answer = mapping({
  customer: z.string(),
  levels: z.array(mapping({ waitMinutes: z.number(), people: z.array(somebody) })),
  schedules: z.array(
    mapping({
      id: z.string(),
      onCall: somebody.nullable(),
      until: moment.nullable(),
      next: somebody.nullable(),
    }),
  ),
});

/** `GET customers/:id/on-call`: whom a page would call now, level by level, and whose duty it is until when. */
export const readOnCall = operation({
  id: 'readOnCall',
  method: 'get',
  path: '/customers/{customerId}/on-call',
  summary: 'Whom a page would call now, level by level, and whose duty it is until when.',
  may: 'read',
  answers: { 200: { description: 'Who is on call', schema: answer } },
  async handle({ tx, now }, call) {
    const customer = await getCustomer(tx, param(call, 'customerId'));
    const escalation = await getEscalation(tx, customer.escalationId);
    const roster = await loadRoster(tx, customer, { escalation });
    const levels = escalation.levels.map(level => ({
      waitMinutes: level.waitMinutes,
      people: reachablePeople(level, roster, { now, used: [] }).map(({ personId }) =>
        named(personId, roster),
      ),
    }));
    const schedules = roster.schedules.map(schedule => dutyOf(schedule, roster, now));
    return { status: 200, body: { customer: customer.id, levels, schedules } };
  },
});

function dutyOf(schedule: Schedule, roster: Roster, now: Date): object {
  const duty = onCallAt(schedule, now);
  const next = nextOnCall(schedule, now);
  return {
    id: schedule.id,
    onCall: duty && named(duty.personId, roster),
    until: duty?.until?.toISOString() ?? null,
    next: next && named(next.personId, roster),
  };
}

function named(id: string, roster: Roster) {
  return { id, name: nameOn(roster, id) ?? id };
}
