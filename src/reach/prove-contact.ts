import type { Trip } from '../shared/database.ts';
import { codePolicy, fits, isFresh } from './code.ts';

/** What came of a code somebody told us. `nothing`: none is on its way to them, or no longer. */
export type Proven =
  | { readonly kind: 'proven'; readonly via: string; readonly address: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'nothing' };

/**
 * Takes a code a person told us in chat, where the platform vouches for who they are. Only codes sent to that very
 * person count; each is good for one time, and after five wrong ones none is.
 */
export async function proveContact(
  { tx, now }: Trip,
  { personId, code }: { readonly personId: string; readonly code: string },
): Promise<Proven> {
  const codes = await tx.contactCode.findMany({ where: { personId } });
  const open = codes.filter(one => isFresh(one, now) && one.wrong < codePolicy.wrongAtMost);
  if (open.length === 0) return { kind: 'nothing' };
  const meant = open.find(one => fits(one, code, now));
  if (!meant) {
    await tx.contactCode.updateMany({ where: { personId }, data: { wrong: { increment: 1 } } });
    return { kind: 'wrong' };
  }
  const { via, address } = meant;
  const where = { personId_via_address: { personId, via, address } };
  await tx.contactCode.delete({ where });
  await tx.contactProof.upsert({
    where,
    create: { personId, via, address, provenAt: now },
    update: { provenAt: now },
  });
  return { kind: 'proven', via, address };
}
