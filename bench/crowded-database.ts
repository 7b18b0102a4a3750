import type { Database } from '../src/shared/database.ts';

/**
 * Fills an empty database with `customers` customers in their steady phase, each with a transition, three done
 * milestones, a cadence that asks next month, a check-in answered and a message sent. Nothing is due.
 */
export async function fillWithCustomers({ client }: Database, customers: number): Promise<void> {
  const each = `generate_series(1, ${customers}) AS n`;
  const hours = `'{"days":[1,2,3,4,5],"from":"09:00","until":"17:00","holidays":[]}'::jsonb`;
  const statements = [
    `INSERT INTO person (id, name, side, "timeZone", contact, skills) VALUES ('adv-1', 'Advocate', 'vendor', 'UTC', '[]', '{}') ON CONFLICT DO NOTHING`,
    `INSERT INTO customer (id, name, "timeZone", "businessHours", "memberIds", "advocateId", "escalationId", brief)
     SELECT 'c' || n, 'Customer ' || n, 'UTC', ${hours}, '{}', 'adv-1', 'default', '' FROM ${each}`,
    `INSERT INTO place (id, "customerId", audience, listening) SELECT 'p' || n, 'c' || n, 'shared', 'questions' FROM ${each}`,
    `INSERT INTO transition (id, key, "customerId", kind, name, "windowFrom", "windowUntil", phase, "phaseSince", "dueAt")
     SELECT 'c' || n || '/t', 't', 'c' || n, 'go-live', 'Go-live', '2026-03-06', '2026-03-07', 'steady', '2026-03-21', '2026-05-01' FROM ${each}`,
    `INSERT INTO cadence ("transitionId", "customerId", rung, "dueAt") SELECT 'c' || n || '/t', 'c' || n, '1w', '2026-05-01' FROM ${each}`,
    `INSERT INTO check_in (id, "transitionId", "customerId", seq, state, rung, "plannedFor", "askedAt", "answeredAt", answer)
     SELECT 'k' || n, 'c' || n || '/t', 'c' || n, 1, 'answered', '1w', '2026-03-21', '2026-03-21', '2026-03-21', 'good' FROM ${each}`,
    `INSERT INTO message (id, key, name, lane, audience, "customerId", "toPlaceId", card, text, state, "createdAt", "sentAt", "sentRevision")
     SELECT 'm' || n, 'check-in:k' || n, 'check-in', 'check-ins', 'shared', 'c' || n, 'p' || n, '{}', 'How is it?', 'sent', '2026-03-21', '2026-03-21', 1 FROM ${each}`,
    'ANALYZE',
  ];
  for (const statement of statements) await client.$executeRawUnsafe(statement);
}

/** Appends facts about customer c1, every third one internal, until it has `total`; in pieces, below the statement's time limit. */
export async function fillWithFacts({ client }: Database, total: number): Promise<void> {
  const piece = 50_000;
  for (let have = await client.event.count(); have < total; have += piece) {
    await client.$executeRawUnsafe(
      `INSERT INTO event (id, "customerId", kind, visibility, at, "recordedAt", text, data)
       SELECT 'f' || n, 'c1', 'note', CASE WHEN n % 3 = 0 THEN 'internal' ELSE 'shared' END,
         timestamptz '2026-03-21' - n * interval '1 minute', '2026-03-21', 'Fact ' || n, '{}'
       FROM generate_series(${have + 1}, ${Math.min(have + piece, total)}) AS n`,
    );
  }
  await client.$executeRawUnsafe('ANALYZE event');
}
