import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../../shared/clock.ts';
import type { Logger } from '../../../shared/logger.ts';
import { second } from '../../../shared/time.ts';
import { createRefusals } from '../../api/refusals.ts';
import type { Medium } from '../medium.ts';
import type { TwilioAccount } from './account.ts';
import { mountTwilio } from './mount-twilio.ts';
import { createSmsSurface } from './sms-surface.ts';
import { createVoiceSurface } from './voice-surface.ts';

export interface TwilioParts {
  readonly account: TwilioAccount;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Nobody listens to a silent telephone for longer. */
const keyPatience = 4 * second;

/** Text messages and calls through one Twilio account. */
export function openTwilio({ account, clock, logger }: TwilioParts): Medium {
  const refusals = createRefusals({ platform: 'Twilio', clock, logger });
  return {
    surfaces: [createSmsSurface(account), createVoiceSurface(account)],
    listen: ({ world, nudge }) => ({
      mount: app =>
        mountTwilio(app, {
          account,
          world,
          nudge,
          patience: () => pause(keyPatience, undefined, { ref: false }),
          refusals,
          logger,
        }),
    }),
    health: () => refusals.health(),
  };
}
