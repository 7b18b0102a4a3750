import { findCustomer } from '../customers/find-customer.ts';
import { foreignWordIn } from '../requests/checks/wrong-customer-words.ts';
import { listForeignWords } from '../requests/list-foreign-words.ts';
import { nextBusinessTime } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { listenersOf } from './answered.ts';
import { sayingFrom } from './saying.ts';
import { type Theme, type ThemeStep, wordsOfStep } from './theme.ts';

export type Planned =
  | { readonly kind: 'planned'; readonly count: number }
  /** The words name another customer to the one who would read them: nobody is told. */
  | { readonly kind: 'foreign'; readonly found: string; readonly customerName: string }
  | { readonly kind: 'nothing' };

/** "You said, we did": plans one message to those of each customer who said it, each step of a theme once. */
export async function planAnswers(trip: Trip, theme: Theme, step: ThemeStep): Promise<Planned> {
  const { tx, now, random } = trip;
  const words = wordsOfStep(theme, step);
  if (words === null) return { kind: 'nothing' };
  const saidAt = step === 'decided' ? theme.decidedAt : theme.changedAt;
  const rows = await tx.saying.findMany({ where: { themeId: theme.id }, orderBy: { at: 'asc' } });
  const listeners = listenersOf(rows.map(sayingFrom));
  // What was said anew before it was told is told as it is now.
  await tx.themeAnswer.deleteMany({ where: { themeId: theme.id, step, state: 'planned' } });
  const told = [];
  for (const { customerId, personId } of listeners) {
    const customer = await findCustomer(tx, customerId);
    if (!customer) continue;
    const found = foreignWordIn(words, await listForeignWords(tx, customerId));
    if (found !== null) return { kind: 'foreign', found, customerName: customer.name };
    const dueAt = nextBusinessTime(now, customer);
    const key = `${theme.id}:${step}:${saidAt?.getTime() ?? 0}:${customerId}:${personId ?? 'place'}`;
    const row = { id: random.id(), key, themeId: theme.id, customerId, personId, step, words };
    told.push({ ...row, state: 'planned', plannedAt: now, dueAt });
  }
  const { count } = await tx.themeAnswer.createMany({ data: told, skipDuplicates: true });
  return { kind: 'planned', count };
}
