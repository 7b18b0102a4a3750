import type { Sending } from '../../src/delivery/sending.ts';
import type { Surfaces } from '../../src/delivery/surface.ts';
import { createSender, type Sender } from '../../src/engine/sender.ts';
import type { Ports } from '../../src/shared/database.ts';
import type { Logger } from '../../src/shared/logger.ts';

/** What a sender of these ports goes by, on their own clock. */
export function sendingOf(ports: Ports, surfaces: Surfaces): Sending {
  const { database, clock, random } = ports;
  const monotonicMilliseconds = () => clock.now().getTime();
  return { database, clock, random, surfaces, monotonicMilliseconds };
}

/** A sender over these ports. */
export function openSender(
  ports: Ports,
  { surfaces, logger }: { readonly surfaces: Surfaces; readonly logger: Logger },
): Sender {
  return createSender({ ...sendingOf(ports, surfaces), logger });
}
