import { signDrill as sign } from '../../../drills/sign-drill.ts';
import { findByKey } from '../../../transitions/find-by-key.ts';
import { HttpProblem } from '../../api/problem.ts';
import { nothingHere } from '../door/assert-may.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';

/** Signs a drill of this transition in the name of its customer's manager. */
export async function signDrill({ ports, session, params }: Doing): Promise<string> {
  const { customerId = '', key = '', drillId = '' } = params;
  const outcome = await ports.database.trip(async trip => {
    const found = await findByKey(trip, customerId, key);
    const drill = await trip.tx.drill.findUnique({ where: { id: drillId } });
    if (!found || drill?.transitionId !== found.transition.id) throw nothingHere();
    return sign(trip, { drillId, byId: session.person.id });
  });
  if (outcome === 'void' || outcome === 'running')
    throw new HttpProblem(
      [409, 'not-signed'],
      outcome === 'void'
        ? 'Something has changed since, so it does not count any more. Practise once more.'
        : 'It still runs. Sign it once it is over.',
    );
  const plan = `/console/customers/${encodeURIComponent(customerId)}/transitions/${encodeURIComponent(key)}`;
  return doneAt(plan, 'signed');
}
