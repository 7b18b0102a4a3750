import { z } from 'zod';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import { offeredNames, offers } from '../look/offers.ts';
import type { Doing } from './doing.ts';
import { sayWords } from './say-words.ts';

const wish = z.object({
  name: z.enum(offeredNames),
  rest: z.string().trim().max(1_900).default(''),
});

/** Gives one of chat's commands about a customer, as its button and its one field say; returns where the answers are read. */
export async function command(doing: Doing): Promise<string> {
  const { name, rest } = readForm(wish, doing.body);
  const offer = offers[name];
  const { customerId = '' } = doing.params;
  const said = `${name} ${customerId}${offer.joint}${rest}`;
  const answers = await sayWords(doing, said.trim());
  return answers ?? doneAt(`/console/customers/${encodeURIComponent(customerId)}`, 'pressed');
}
