import type { ContactMethod } from '../../customers/person.ts';

const named: readonly (readonly [RegExp, readonly ContactMethod[]])[] = [
  [/\b(?:sms|texts?|text messages?)\b/i, ['sms']],
  [/\b(?:calls?|voice|ring)\b/i, ['voice']],
  [/\b(?:e-?mails?|mail|mailbox)\b/i, ['email']],
  [/\bwebhook\b/i, ['webhook']],
  [/\bpager ?duty\b/i, ['pagerduty']],
];

/** The ways somebody names, of those they have; all of them when they name none. */
export function meantWays<Way extends { readonly contact: { readonly via: ContactMethod } }>(
  said: string,
  ways: readonly Way[],
): readonly Way[] {
  const media = named.flatMap(([words, vias]) => (words.test(said) ? vias : []));
  return media.length === 0 ? ways : ways.filter(({ contact }) => media.includes(contact.via));
}
