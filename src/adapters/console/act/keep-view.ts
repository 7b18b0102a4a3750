import { z } from 'zod';
import { HttpProblem } from '../../api/problem.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import { addressOf, queryOf, wishOf } from '../look/portfolio-wish.ts';
import type { Doing } from './doing.ts';

const form = z.object({ name: z.string().trim().min(1).max(60), query: z.string().max(1_000) });

/** So many somebody keeps; more of them are no help. */
const most = 20;

/** Keeps which customers somebody looks at, and in which order, under a name of their own; the same name again is the newer one. */
export async function keepView({ ports, session, body }: Doing): Promise<string> {
  const { name, query: said } = readForm(form, body);
  const wish = wishOf(new URLSearchParams(said));
  const query = queryOf(wish);
  const personId = session.person.id;
  await ports.database.trip(async ({ tx, random }) => {
    const names = await tx.portfolioView.findMany({ where: { personId }, select: { name: true } });
    if (names.length >= most && !names.some(one => one.name === name))
      throw new HttpProblem(
        [409, 'too-many'],
        `${most} views are kept already. Forget one of them first.`,
      );
    await tx.portfolioView.upsert({
      where: { personId_name: { personId, name } },
      create: { id: random.id(), personId, name, query },
      update: { query },
    });
  });
  return doneAt(addressOf(wish), 'viewed');
}
