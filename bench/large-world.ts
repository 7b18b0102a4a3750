import { Client } from 'pg';

/**
 * Fills an empty database with `customers` customers in the middle of things, in bulk: all of manager mgr-1, one in two
 * hundred of advocate adv-1; one in fifty in its window tonight, and everything that can be wrong with one, now and then.
 */
export async function fillWithManaged(url: string, customers: number): Promise<void> {
  // A connection of its own: ours end a statement after seconds.
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of [...vendor, ...customersOf(customers), 'ANALYZE']) {
    await client.query(statement);
  }
  await client.end();
}

const vendor = [
  `INSERT INTO organisation (id, name, "timeZone") VALUES ('vendor', 'Vendor', 'UTC')`,
  `INSERT INTO person (id, name, side, "timeZone", contact, skills)
     SELECT 'adv-' || n, 'Advocate ' || n, 'vendor', 'UTC', '[]', '{}' FROM generate_series(1, 200) AS n`,
  `INSERT INTO person (id, name, side, "timeZone", contact, skills) VALUES ('mgr-1', 'Manager', 'vendor', 'UTC', '[]', '{}')`,
  `INSERT INTO person_identity (platform, workspace, "user", "personId") VALUES ('slack', 'T', 'UMGR', 'mgr-1'), ('slack', 'T', 'UADV', 'adv-1')`,
  `INSERT INTO schedule (id, "timeZone", layers, overrides) VALUES ('duty', 'UTC', '[{"rotation":{"everyDays":7,"start":"2026-03-02T09:00","people":["adv-1","adv-2"]},"only":[]}]', '[]')`,
];

function customersOf(customers: number): string[] {
  const each = `generate_series(1, ${customers}) AS n`;
  const hours = (from: number) =>
    `'{"days":[1,2,3,4,5],"from":"0${from}:00","until":"17:00","holidays":[]}'::jsonb`;
  return [
    `INSERT INTO customer (id, name, "timeZone", "businessHours", "memberIds", "advocateId", "backupId", "managerId", "escalationId", brief)
     SELECT 'c' || n, 'Customer ' || n, (ARRAY['Europe/London', 'America/New_York', 'Asia/Tokyo'])[1 + n % 3],
       CASE WHEN n % 2 = 0 THEN ${hours(8)} ELSE ${hours(9)} END, '{}', 'adv-' || (1 + n % 200), 'adv-' || (1 + (n + 1) % 200), 'mgr-1', 'default', ''
     FROM ${each}`,
    `INSERT INTO place (id, "customerId", audience, listening) SELECT 'p' || n, 'c' || n, 'shared', 'questions' FROM ${each}`,
    `INSERT INTO transition (id, key, "customerId", kind, name, "windowFrom", "windowUntil", phase, "phaseSince", "dueAt")
     SELECT 'c' || n || '/t', 't', 'c' || n, 'go-live', 'Go-live',
       timestamptz '2026-04-01 06:00Z' - (n % 50) * interval '1 day', timestamptz '2026-04-01 18:00Z' - (n % 50) * interval '1 day',
       CASE WHEN n % 50 = 0 THEN 'live' ELSE 'settling' END, timestamptz '2026-04-01 06:00Z' - (n % 50) * interval '1 day', '2026-05-01' FROM ${each}`,
    `INSERT INTO assessment ("transitionId", "customerId", confidence, "dueAt")
     SELECT 'c' || n || '/t', 'c' || n, 0.2 + (n * 7919 % 1000) / 1300.0, '2026-05-01' FROM ${each}`,
    `INSERT INTO cadence ("transitionId", "customerId", rung, "dueAt", "restingSince")
     SELECT 'c' || n || '/t', 'c' || n, '1d', '2026-05-01', CASE WHEN n % 31 = 0 THEN timestamptz '2026-03-30' END FROM ${each}`,
    `INSERT INTO milestone (id, key, "transitionId", "customerId", name, position, "plannedFrom", "plannedUntil", state)
     SELECT 'c' || n || '/t/m' || m, 'm' || m, 'c' || n || '/t', 'c' || n, 'Step ' || m, m, '2026-04-01', '2026-04-01',
       CASE WHEN m = 2 AND n % 43 = 0 THEN 'late' ELSE 'done' END FROM ${each}, generate_series(1, 3) AS m`,
    `INSERT INTO event (id, "customerId", kind, visibility, at, "recordedAt", text, data)
     SELECT 'e' || n || '-' || m, 'c' || n, 'note', 'shared', timestamptz '2026-04-01 09:50Z' - (n % 7) * m * interval '20 minutes', '2026-04-01', 'Fact', '{}'
     FROM ${each}, generate_series(1, 3) AS m`,
    `INSERT INTO evidence (id, key, "customerId", kind, weight, at, note)
     SELECT 'v' || n || '-' || m, 'v' || n || '-' || m, 'c' || n, CASE WHEN n % 9 = m THEN 'worried' ELSE 'good' END, CASE WHEN n % 9 = m THEN 1 ELSE 0 END,
       timestamptz '2026-04-01' - m * interval '1 day', '' FROM ${each}, generate_series(1, 6) AS m`,
    `INSERT INTO page (id, "customerId", "openKey", state, "raisedBy", reason, "isShared", "raisedAt", policy, "ownerId")
     SELECT 'g' || n, 'c' || n, 'c' || n || '/', (CASE WHEN n % 2 = 0 THEN 'open' ELSE 'acknowledged' END)::"PageState", 'customer', 'It is down', true,
       timestamptz '2026-04-01 09:00Z', '{}', CASE WHEN n % 2 = 0 THEN NULL ELSE 'adv-1' END FROM ${each} WHERE n % 401 = 0`,
    `INSERT INTO page (id, "customerId", state, "raisedBy", reason, "isShared", "raisedAt", policy, "resolvedAt")
     SELECT 'r' || n, 'c' || n, 'resolved', 'customer', 'It was down', true, '2026-03-20', '{}', '2026-03-20' FROM ${each}`,
    `INSERT INTO promise (id, "customerId", text, state, visibility, "madeAt", "promisedFor", "closedAt")
     SELECT 'o' || n, 'c' || n, 'A report', CASE WHEN n % 3 = 0 THEN 'kept' ELSE 'open' END, 'shared', '2026-03-20', timestamptz '2026-04-01 10:00Z' + ((n % 40) - 10) * interval '4 hours',
       CASE WHEN n % 3 = 0 THEN timestamptz '2026-03-25' END FROM ${each} WHERE n % 19 = 0`,
    `INSERT INTO task (id, key, "customerId", kind, text, "assigneeId", state, "createdAt")
     SELECT 'k' || n, 'k' || n, 'c' || n, 'question', 'Call them', 'adv-' || (1 + n % 200), 'open', '2026-03-31' FROM ${each} WHERE n % 9 = 0`,
  ];
}
