import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Medium } from './medium.ts';
import type { TwilioConfig } from './twilio/account.ts';

/** The media the settings name; null = not set up. */
export interface MediaConfig {
  readonly publicUrl: string;
  readonly twilio: TwilioConfig | null;
}

export interface MediaParts {
  readonly config: MediaConfig;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Opens every medium outside chat that the settings ask for. Their code is loaded only then. */
export async function openMedia({ config, clock, logger }: MediaParts): Promise<Medium[]> {
  const { twilio, publicUrl } = config;
  const media: Medium[] = [];
  if (twilio) {
    const { openTwilio } = await import('./twilio/open-twilio.ts');
    media.push(openTwilio({ account: { ...twilio, publicUrl }, clock, logger }));
  }
  return media;
}
