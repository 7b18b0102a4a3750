import type { Trip } from '../shared/database.ts';
import { plus } from '../shared/time.ts';
import { hashInvitation, invitedFor } from './invitation.ts';

/** A link's token, under which this person may add one phone; those before it end. The only time it can be seen. */
export async function invitePhone({ tx, now, random }: Trip, personId: string): Promise<string> {
  const token = `${random.id()}${random.id()}`;
  await tx.pushInvitation.deleteMany({ where: { personId } });
  await tx.pushInvitation.create({
    data: { hash: hashInvitation(token), personId, endsAt: plus(now, invitedFor) },
  });
  return token;
}
