import type { Ports } from '../../shared/database.ts';
import type { Logger } from '../../shared/logger.ts';
import { createConfirmLinks } from './confirm/links.ts';
import type { MailConfig } from './email/transport.ts';
import type { LettersConfig } from './letters/open-letters.ts';
import type { Medium } from './medium.ts';
import type { PagerDutyConfig } from './pagerduty/open-pagerduty.ts';
import type { PushConfig } from './push/open-push.ts';
import type { TwilioConfig } from './twilio/account.ts';
import type { WebhookConfig } from './webhook/open-webhook.ts';

/** The media the settings name; null = not set up. */
export interface MediaConfig {
  readonly publicUrl: string;
  readonly twilio: TwilioConfig | null;
  readonly mail: MailConfig | null;
  readonly letters: LettersConfig | null;
  readonly pageWebhook: WebhookConfig | null;
  readonly pagerDuty: PagerDutyConfig | null;
  readonly push: PushConfig | null;
}

export interface MediaParts {
  readonly config: MediaConfig;
  readonly ports: Ports;
  readonly logger: Logger;
}

/** Opens every medium outside chat that the settings ask for. Their code is loaded only then. */
export async function openMedia({ config, ports, logger }: MediaParts): Promise<Medium[]> {
  const { twilio, mail, letters, pageWebhook, pagerDuty, push, publicUrl } = config;
  const { clock } = ports;
  const links = createConfirmLinks({ ports, publicUrl });
  const media: Medium[] = [];
  if (twilio) {
    const { openTwilio } = await import('./twilio/open-twilio.ts');
    media.push(openTwilio({ account: { ...twilio, publicUrl }, clock, logger }));
  }
  if (mail || pageWebhook || push) {
    const { mountConfirm } = await import('./confirm/mount-confirm.ts');
    media.push({
      surfaces: [],
      listen: ears => ({ mount: app => mountConfirm(app, { ...ears, links }) }),
      health: () => 'up',
    });
  }
  if (mail) {
    const { openEmail } = await import('./email/open-email.ts');
    media.push(openEmail({ config: mail, links }));
  }
  if (letters) {
    const { openLetters } = await import('./letters/open-letters.ts');
    media.push(openLetters(letters, logger));
  }
  if (pageWebhook) {
    const { openWebhook } = await import('./webhook/open-webhook.ts');
    media.push(openWebhook({ config: pageWebhook, links, clock }));
  }
  if (pagerDuty) {
    const { openPagerDuty } = await import('./pagerduty/open-pagerduty.ts');
    media.push(openPagerDuty(pagerDuty));
  }
  if (push) {
    const { openPush } = await import('./push/open-push.ts');
    media.push(openPush({ config: push, links, ports }));
  }
  return media;
}
