import type { Config } from '../config.ts';
import { isLoopback } from '../shared/loopback.ts';
import { type Finding, fine, fix, note } from './finding.ts';

/** Which media outside chat are set up, and whether their answers can come back to us as far as can be told from here. */
export function checkMedia(config: Config): Finding[] {
  const { twilio, mail, pageWebhook, pagerDuty, push } = config;
  const media = [
    { name: 'SMS and voice', isSet: twilio !== null, settings: 'TWILIO_ACCOUNT_SID' },
    { name: 'e-mail', isSet: mail !== null, settings: 'SMTP_URL and MAIL_FROM' },
    { name: 'webhook', isSet: pageWebhook !== null, settings: 'PAGE_WEBHOOK_URL' },
    { name: 'push', isSet: push !== null, settings: 'VAPID_SUBJECT' },
    { name: 'PagerDuty', isSet: pagerDuty !== null, settings: 'PAGERDUTY_ROUTING_KEY' },
  ];
  const findings = media.map(({ name, isSet, settings }) =>
    isSet
      ? fine(name, 'configured.')
      : note(name, `not configured. Set ${settings} to reach people by it.`),
  );
  return [...findings, ...checkLetters(config), ...checkAnswers(config)];
}

/** Mail from customers: whose word counts on who wrote it. */
function checkLetters({ letters }: Config): Finding[] {
  if (!letters)
    return [note('mail in', 'not configured. Set MAIL_IN_SECRET to hear customers by mail.')];
  if (letters.server) return [fine('mail in', 'configured.')];
  return [
    note(
      'mail in',
      'only answers to our own mails are heard. Set MAIL_IN_TRUSTS so that first ones are as well.',
    ),
  ];
}

/** Carriers and mailboxes answer to PUBLIC_URL: on an address of this machine alone nothing comes back. */
function checkAnswers({ publicUrl, twilio, mail, push }: Config): Finding[] {
  if (!twilio && !mail && !push) return [];
  const { hostname, protocol } = new URL(publicUrl);
  if (isLoopback(hostname) && !twilio?.apiUrl)
    return [
      fix(
        'answers',
        `cannot come back: PUBLIC_URL is ${publicUrl}, which only this machine reaches. Set it to the https address others reach Handrail at.`,
      ),
    ];
  if (protocol === 'http:' && !isLoopback(hostname))
    return [note('answers', `come back unencrypted: PUBLIC_URL is ${publicUrl}. Use https.`)];
  return [];
}
