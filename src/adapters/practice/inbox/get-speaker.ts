import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { findPerson } from '../../../customers/find-person.ts';
import type { Person } from '../../../customers/person.ts';
import { localPlatform } from '../../../delivery/find-way.ts';
import type { Tx } from '../../../shared/database.ts';
import { HttpProblem } from '../../api/problem.ts';

/** Who speaks, and where. */
export type Speaker = Pick<Inbound, 'from' | 'in'>;

/** Who a form speaks for and where; throws HttpProblem 422 for anybody but people of the practice, in conversations they can read. */
export async function getSpeaker(
  tx: Tx,
  form: { readonly person: string; readonly conversation: string },
): Promise<Speaker> {
  const person = await findPerson(tx, form.person);
  if (!person?.active) throw notHere();
  const local = { platform: localPlatform, workspace: localPlatform };
  const from = { ...local, user: person.id };
  if (form.conversation === 'direct') return { from, in: null };
  const place = await tx.place.findUnique({ where: { id: form.conversation } });
  if (!place || !canRead(person, place)) throw notHere();
  return { from, in: { ...local, channel: place.id } };
}

function canRead(person: Person, place: { audience: string; customerId: string | null }): boolean {
  if (person.side === 'vendor') return true;
  return place.audience === 'shared' && place.customerId === person.customerId;
}

function notHere(): HttpProblem {
  return new HttpProblem([422, 'not-here'], 'There is no such person or conversation here.');
}
