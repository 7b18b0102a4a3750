import { z } from 'zod';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import { customerNames, type Offer, offers, ownNames } from '../look/offers.ts';
import type { Doing } from './doing.ts';
import { sayWords } from './say-words.ts';

const rest = z.string().trim().max(1_900).default('');
/** `about`: which of their promises, by its id. */
const about = z
  .string()
  .regex(/^\w{0,80}$/)
  .default('');
const wish = z.object({ name: z.enum(customerNames), rest, about });
const ownWish = z.object({ name: z.enum(ownNames), rest });

/** Gives one of chat's commands about a customer, as its button and its one field say; returns where the answers are read. */
export async function command(doing: Doing): Promise<string> {
  const { name, rest, about } = readForm(wish, doing.body);
  const { customerId = '' } = doing.params;
  const typed = name === 'moved' ? `${about} to ${rest}` : rest;
  const { joint } = offers[name];
  const answers = await give(doing, offers[name], ` ${customerId}${joint}${typed}`);
  return answers ?? doneAt(`/console/customers/${encodeURIComponent(customerId)}`, 'pressed');
}

/** The same for a command that is about nobody in particular. */
export async function ownCommand(doing: Doing): Promise<string> {
  const { name, rest } = readForm(ownWish, doing.body);
  const answers = await give(doing, offers[name], `${offers[name].joint}${rest}`);
  return answers ?? doneAt('/console', 'pressed');
}

function give(doing: Doing, { command: name, word }: Offer, said: string) {
  return sayWords(doing, `${word ?? name}${said}`.trim());
}
