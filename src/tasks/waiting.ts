/**
 * How much something that a vendor person is to hear has to do with this moment. `now`: at once, at any hour.
 * `in-window`: at once while they work or a window of that customer is open. `in-hours`: only while they work.
 * `in-morning`: never now.
 */
export type Urgency = 'now' | 'in-window' | 'in-hours' | 'in-morning';

/** What waits for somebody's morning: a thank-you, or anything else they are to know and have nothing to close about. */
export const waitingKinds = ['thanks', 'notice'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** The key of the brief that somebody gets on a date of their calendar. */
export function morningKey(personId: string, date: string): string {
  return `morning:${personId}:${date}`;
}
