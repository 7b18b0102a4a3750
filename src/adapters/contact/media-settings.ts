import { z } from 'zod';
import { like, loopbackUrl, url } from '../../shared/setting-value.ts';

const web = ['http:', 'https:'];

/** The settings of the media outside chat. */
export const mediaSettings = {
  TWILIO_ACCOUNT_SID: like(
    /^AC[0-9a-fA-F]{32}$/,
    'is not an account SID. It begins with AC (Twilio console)',
  ),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_FROM: like(
    /^\+\d{6,15}$/,
    'is not a phone number. Write it with its country, such as +15550100100',
  ),
  TWILIO_API_URL: loopbackUrl(
    'may only name this machine, such as http://127.0.0.1:4001; it is for tests. Leave it out',
  ),
  SMTP_URL: url(['smtp:', 'smtps:'], 'is not a mail server. Write smtps://USER:PASSWORD@HOST:465'),
  PAGE_WEBHOOK_URL: url(
    web,
    'is not a web address. Write one such as https://pager.example.com/hook',
  ),
  PAGE_WEBHOOK_SECRET: z
    .string()
    .min(
      16,
      'is too short. Use at least 16 characters, such as the output of: openssl rand -hex 32',
    )
    .optional(),
  MAIL_FROM: like(
    /^[^\s@<>]+@[^\s@<>]+$/,
    'is not a mailbox. Write one such as MAIL_FROM=handrail@example.com',
  ),
  MAIL_IN_SECRET: z
    .string()
    .min(
      16,
      'is too short. Use at least 16 characters, such as the output of: openssl rand -hex 32',
    )
    .optional(),
  MAIL_IN_TRUSTS: like(
    /^[A-Za-z0-9.-]+$/,
    'is not the name of a mail server. Write it as your server writes it into Authentication-Results, such as mx.example.com',
  ),
  PAGERDUTY_ROUTING_KEY: like(
    /^[0-9a-zA-Z]{32}$/,
    'is not a routing key. It has 32 characters (service → Integrations → Events API v2)',
  ),
  PAGERDUTY_WEBHOOK_SECRET: z.string().optional(),
  PAGERDUTY_API_URL: loopbackUrl(
    'may only name this machine, such as http://127.0.0.1:4003; it is for tests. Leave it out',
  ),
  VAPID_SUBJECT: like(
    /^(?:mailto:[^\s@<>]+@[^\s@<>]+|https:\/\/\S+)$/,
    'is not a contact. Write one such as VAPID_SUBJECT=mailto:ops@example.com',
  ),
  PUSH_API_URL: loopbackUrl(
    'may only name this machine, such as http://127.0.0.1:4004; it is for tests. Leave it out',
  ),
};

type Name = keyof typeof mediaSettings;

/** Settings of which one needs one of the others, and why. */
export const mediaNeeds: readonly (readonly [Name, readonly Name[], string])[] = [
  ['TWILIO_ACCOUNT_SID', ['TWILIO_AUTH_TOKEN'], 'SMS and voice need it'],
  ['TWILIO_ACCOUNT_SID', ['TWILIO_FROM'], 'SMS and voice need the number to call from'],
  ['TWILIO_AUTH_TOKEN', ['TWILIO_ACCOUNT_SID'], 'SMS and voice need it'],
  ['PAGE_WEBHOOK_URL', ['PAGE_WEBHOOK_SECRET'], 'the receiver checks our signature with it'],
  ['PAGE_WEBHOOK_SECRET', ['PAGE_WEBHOOK_URL'], 'there is nowhere to send pages to'],
  ['SMTP_URL', ['MAIL_FROM'], 'mail needs a sender'],
  ['MAIL_FROM', ['SMTP_URL'], 'there is no mail server to send by'],
  ['MAIL_IN_SECRET', ['SMTP_URL'], 'who writes is answered by it'],
  ['MAIL_IN_TRUSTS', ['MAIL_IN_SECRET'], 'without it no mail comes in'],
  [
    'PAGERDUTY_WEBHOOK_SECRET',
    ['PAGERDUTY_ROUTING_KEY'],
    'nothing is sent there that could be answered',
  ],
];
