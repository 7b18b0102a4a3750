import type { Address, Outgoing, Sent, Surface } from '../../delivery/surface.ts';
import { second } from '../../shared/time.ts';
import type { Sight } from './sightings.ts';

/**
 * A surface that speaks in a place only after its readers were seen to be those written down. In a place of the vendor's
 * own nothing is said before; where a customer reads, a platform that does not answer holds nothing back.
 */
export function lookFirst(surface: Surface, see: (place: Address) => Promise<Sight>): Surface {
  const unless = async (message: Outgoing, say: () => Promise<Sent>) =>
    (await heldBack(message, see)) ?? say();
  return {
    ...surface,
    send: message => unless(message, () => surface.send(message)),
    edit: (message, ref) => unless(message, () => surface.edit(message, ref)),
  };
}

async function heldBack(
  { address }: Outgoing,
  see: (place: Address) => Promise<Sight>,
): Promise<Sent | null> {
  if (address.kind !== 'place') return null;
  const { found, audience } = await see(address);
  if (found === 'changed')
    return { outcome: 'retry', afterMilliseconds: second, detail: 'Others read the place now.' };
  if (found === 'unseen' && audience === 'internal')
    return { outcome: 'retry', detail: 'Nobody could see yet who reads the place.' };
  return null;
}
