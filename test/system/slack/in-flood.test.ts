import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { second } from '../../../src/shared/time.ts';
import { openTestDatabase } from '../../harness/database.ts';
import { openFakeSlack } from '../../harness/slack/fake-slack.ts';
import type { Handed } from '../../harness/slack/towards-us.ts';
import { type Front, furnish, ids, openFront } from './front.ts';

jest.setTimeout(900_000);

/** HANDRAIL_SLACK_EVENTS=10000 for the big run. */
const events = Number(process.env.HANDRAIL_SLACK_EVENTS ?? 300);

let front: Front;
beforeAll(async () => {
  const ports = await openTestDatabase('2026-03-04T15:00:00Z');
  // The same body signed in the same second is a replay; Slack's own redeliveries are seconds apart.
  let asked = 0;
  const now = () => {
    asked += 1;
    return ports.clock.now().getTime() + (asked % 240) * second;
  };
  const slack = await openFakeSlack({ now });
  furnish(slack);
  const patience = { lostAcks: 0.1, pauses: [0, 0, 0, 0, 0, 0, 0, 0] };
  front = await openFront({ slack, ports, patience });
});
afterAll(async () => {
  await front.close();
  await front.slack.close();
  await front.ports.database.close();
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
  await front.runUntilIdle();
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
