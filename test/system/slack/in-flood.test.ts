import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Handed } from '../../harness/slack/towards-us.ts';
import { type Front, ids, openFront } from './front.ts';

jest.setTimeout(900_000);

/** HANDRAIL_SLACK_EVENTS=10000 for the big run. */
const events = Number(process.env.HANDRAIL_SLACK_EVENTS ?? 400);

let front: Front;
beforeAll(async () => {
  front = await openFront({ patience: { lostAcks: 0.1, pauses: [0, 0, 0, 0, 0, 0] } });
});
afterAll(async () => {
  await front.close();
  expect(front.complaints).toEqual([]);
});

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

test(`${events} events, a third told twice, shuffled, a tenth of the answers lost, fifty at a time: each once`, async () => {
  const envelopes = Array.from({ length: events }, (_, number) => {
    const speech = { user: ids.lead, channel: ids.shared, text: `line ${number}` };
    return front.slack.speak(speech).envelopes;
  }).flat();
  const storm = { atOnce: 50, duplicates: 0.3, isShuffled: true } as const;
  const handed: Handed[] = await front.slack.storm(front.http, envelopes, storm);
  expect(handed.every(({ acked }) => acked)).toBe(true);
  expect(handed.length).toBeGreaterThan(events * 1.2);

  const texts = (await front.inbound()).map(({ said }) => (said.kind === 'text' ? said.text : ''));
  expect(texts.toSorted()).toEqual(
    Array.from({ length: events }, (_, number) => `line ${number}`).toSorted(),
  );
  await front.settle();
  const { client } = front.ports.database;
  expect(await client.inbox.count({ where: { state: 'handled' } })).toBeGreaterThanOrEqual(events);
  expect(await client.inbox.count({ where: { NOT: { state: 'handled' } } })).toBe(0);

  const times = handed
    .flatMap(({ tries }) => tries.map(({ milliseconds }) => milliseconds))
    .toSorted((a, b) => a - b);
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  if (process.env.HANDRAIL_SLACK_EVENTS)
    console.log(`${times.length} requests: ack p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
});
