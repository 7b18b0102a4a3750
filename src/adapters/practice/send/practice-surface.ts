import { localPlatform } from '../../../delivery/find-way.ts';
import type { Surface } from '../../../delivery/surface.ts';
import type { ChangeSignal } from './change-signal.ts';

/** The surface of the practice room. The message table is the screen, so sending is only saying that it changed. */
export function createPracticeSurface(signal: ChangeSignal): Surface {
  const show = async ({ messageId }: { messageId: string }) => {
    signal.publish();
    return { outcome: 'sent', ref: messageId } as const;
  };
  return {
    platform: localPlatform,
    send: show,
    edit: show,
    find: async ({ messageId }) => messageId,
  };
}
