import { z } from 'zod';
import { type EventKind, eventKinds, isToldOutside, type Visibility } from '../timeline/event.ts';

/** Everything other systems can be told: facts of a timeline, and a change of the word for a confidence. */
const families = ['page.*', 'milestone.*', 'request.approved', 'confidence.changed'] as const;

/** What a setup may name under `tells`. */
export const webhookTells: readonly string[] = [
  ...new Set([...families, ...eventKinds.filter(isToldOutside)]),
];

/** Everything that these names mean, one event after the other: "page.*" is each thing that can happen to a page. */
export function eventsOf(tells: readonly string[]): string[] {
  const single = [...eventKinds.filter(isToldOutside), 'confidence.changed'];
  return single.filter(one => tells.includes(one) || tells.includes(`${one.split('.')[0]}.*`));
}

/** What is told when the setup names nothing. */
export const usualTells: readonly string[] = families;

export type WebhookType = EventKind | 'confidence.changed';

const webhookRow = z.object({
  id: z.string(),
  url: z.string(),
  /** Empty: all of them. */
  customers: z.array(z.string()),
  tells: z.array(z.string()),
  /** `shared` hears only what the customer may read as well. */
  audience: z.enum(['shared', 'internal']),
});

/** Another system that is told what happens. */
export type Webhook = z.infer<typeof webhookRow>;

/** A stored row as a webhook. */
export function webhookFrom(row: unknown): Webhook {
  return webhookRow.parse(row);
}

/** Something that other systems may be told. */
export interface Telling {
  readonly type: WebhookType;
  readonly customerId: string;
  readonly visibility: Visibility;
}

/** Whether this system is to be told. What is internal goes only where the setup says so. */
export function hears(
  { customers, tells, audience }: Webhook,
  { type, customerId, visibility }: Telling,
): boolean {
  if (visibility === 'internal' && audience !== 'internal') return false;
  if (customers.length > 0 && !customers.includes(customerId)) return false;
  const [family = ''] = type.split('.');
  return tells.includes(type) || tells.includes(`${family}.*`);
}
