import type { Tx } from '../shared/database.ts';

interface Where {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
}

/** By which emoji the customer of this place asks for somebody without a word; none in a place that is nobody's. */
export async function findHandEmoji(
  tx: Pick<Tx, 'placeIdentity' | 'customer'>,
  { platform, workspace, channel }: Where,
): Promise<readonly string[]> {
  const identity = await tx.placeIdentity.findUnique({
    where: { platform_workspace_channel: { platform, workspace, channel } },
    select: { place: { select: { customerId: true } } },
  });
  const id = identity?.place.customerId;
  if (!id) return [];
  const customer = await tx.customer.findUnique({ where: { id }, select: { handEmoji: true } });
  return customer?.handEmoji ?? [];
}
