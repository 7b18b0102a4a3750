import { contactColumn } from '../customers/person.ts';
import type { Trip } from '../shared/database.ts';
import type { Vouched } from './vouched.ts';

/** The one of the vendor's people whom a provider vouches for, by id; null for nobody, and where two have one mailbox. */
export async function findVouched(
  { tx }: Trip,
  { mailbox, account }: Vouched,
): Promise<string | null> {
  const ours = { side: 'vendor', active: true } as const;
  const known =
    account && (await tx.personIdentity.findFirst({ where: { ...account, person: ours } }));
  if (known) return known.personId;
  if (mailbox === null) return null;
  const people = await tx.person.findMany({ where: ours, select: { id: true, contact: true } });
  const theirs = people.filter(({ contact }) =>
    contactColumn
      .parse(contact)
      .some(({ via, to }) => via === 'email' && to?.toLowerCase() === mailbox.toLowerCase()),
  );
  const [first, second] = theirs;
  return first && !second ? first.id : null;
}
