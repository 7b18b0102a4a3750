import { findCustomer } from '../../../customers/find-customer.ts';
import type { Trip } from '../../../shared/database.ts';

/** The people around this customer, without the one who asks. */
export async function listLikelyColleagues(
  { tx }: Trip,
  askerId: string,
  customerId: string,
): Promise<{ id: string; name: string }[]> {
  const customer = await findCustomer(tx, customerId);
  const ids = [customer?.advocateId, customer?.backupId, customer?.managerId].flatMap(
    id => id ?? [],
  );
  const rows = await tx.person.findMany({
    where: { id: { in: ids.filter(id => id !== askerId) }, side: 'vendor', active: true },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  return rows;
}
