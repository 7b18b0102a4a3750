import { z } from 'zod';
import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { findPerson } from '../../../customers/find-person.ts';
import type { Person } from '../../../customers/person.ts';
import { actionIds } from '../../../delivery/card.ts';
import { localPlatform } from '../../../delivery/find-address.ts';
import type { Tx } from '../../../shared/database.ts';
import { HttpProblem } from '../../api/problem.ts';
import type { PressForm, SayForm } from './forms.ts';

/** What somebody typed in the room as an inbound event, or null when there is nothing in it. */
export async function hearWords(tx: Tx, form: SayForm, id: string): Promise<Inbound | null> {
  const text = form.suggested ?? form.text ?? '';
  if (text === '') return null;
  const where = await whereOf(tx, form);
  return {
    ...where,
    id,
    ref: id,
    addressed: where.in === null || form.addressed === 'yes',
    threadOf: null,
    said: { kind: 'text', text },
  };
}

const buttonsColumn = z.object({
  actions: z.array(z.object({ id: z.enum(actionIds), subject: z.string() })).default([]),
});

/** A button somebody pressed, as it stands on the message now. What it means is read there, never from the form. */
export async function hearPress(tx: Tx, form: PressForm, id: string): Promise<Inbound> {
  const where = await whereOf(tx, form);
  const message = await tx.message.findUnique({ where: { id: form.message } });
  const isHere = where.in
    ? message?.toPlaceId === where.in.channel
    : message?.toPersonId === form.person;
  const action = isHere && buttonsColumn.parse(message?.card).actions[Number(form.action)];
  if (!action) throw new HttpProblem([409, 'no-such-button'], 'This button is no longer there.');
  return {
    ...where,
    id,
    ref: id,
    addressed: true,
    threadOf: null,
    said: { kind: 'press', action: action.id, subject: action.subject, messageId: form.message },
  };
}

type Where = Pick<Inbound, 'from' | 'in'>;

/** Who speaks and where; only people of the practice, in conversations they can read. */
async function whereOf(tx: Tx, form: { person: string; conversation: string }): Promise<Where> {
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
