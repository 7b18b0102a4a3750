import type { Config } from '../config.ts';
import { type OutsideMethod, outsideMethods } from '../customers/person.ts';

/** The media outside chat that these settings connect. */
export function mediaOf({
  twilio,
  mail,
  pageWebhook,
  pagerDuty,
  push,
}: Config): Set<OutsideMethod> {
  const settings: Readonly<Record<OutsideMethod, unknown>> = {
    sms: twilio,
    voice: twilio,
    email: mail,
    webhook: pageWebhook,
    push,
    pagerduty: pagerDuty,
  };
  return new Set(outsideMethods.filter(via => settings[via] !== null));
}
