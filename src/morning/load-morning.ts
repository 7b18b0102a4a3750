import { z } from 'zod';
import { findWorkingHours } from '../customers/find-working-hours.ts';
import type { Person } from '../customers/person.ts';
import { morningsSince } from '../customers/working-hours.ts';
import { listHolds } from '../sales/list-holds.ts';
import type { Working } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { dateIn, nextDate, wallClock } from '../shared/time.ts';
import { type LeftTask, type Morning, managersMorning } from './morning.ts';

/** So much of a kind is told in one morning; what is more is told in the next. */
const most = 12;

const windowRow = z.object({
  customerName: z.string(),
  name: z.string(),
  from: z.date(),
  until: z.date(),
});

/** Windows of this day ($3 until $2) at the customers somebody ($1) answers for, or in which a step is theirs. */
const theirWindows = `FROM transition t JOIN customer c ON c.id = t."customerId"
   WHERE t.phase IN ('preparing', 'live') AND t."windowFrom" < $2 AND t."windowUntil" > $3
     AND ($1 IN (COALESCE(c."standInId", c."advocateId"), c."backupId", c."managerId")
       OR EXISTS (SELECT 1 FROM milestone m WHERE m."transitionId" = t.id AND m."ownerId" = $1))`;

const windows = statement(
  'windows-of-a-day',
  `SELECT c.name AS "customerName", t.name, t."windowFrom" AS "from", t."windowUntil" AS until
   ${theirWindows} ORDER BY t."windowFrom" LIMIT ${most}`,
  windowRow,
);

const owedRow = z.object({
  customerName: z.string(),
  text: z.string(),
  promisedFor: z.date(),
  isMissed: z.boolean(),
});

/** What is still owed by the end of the day ($2): by whoever ($1) gave their word, else by the customer's advocate. */
const theyOwe = `FROM promise p JOIN customer c ON c.id = p."customerId"
   WHERE p."closedAt" IS NULL AND p.state IN ('open', 'missed') AND p."promisedFor" < $2
     AND ($1 = CASE WHEN p."byId" IS NULL OR p."byId" = c."advocateId" THEN COALESCE(c."standInId", c."advocateId")
                    ELSE p."byId" END)`;

const owed = statement(
  'owed-today',
  `SELECT c.name AS "customerName", p.text, p."promisedFor", p.state = 'missed' AS "isMissed"
   ${theyOwe} ORDER BY p."promisedFor", p.id LIMIT ${most}`,
  owedRow,
);

const leftRow = z.object({
  id: z.string(),
  customerName: z.string(),
  text: z.string(),
  createdAt: z.date(),
  assigneeId: z.string(),
  assigneeName: z.string(),
});

/** What others have not closed for a while, at the customers somebody ($1) manages; their own mornings decide. */
const leftToThem = `FROM task t JOIN customer c ON c.id = t."customerId" JOIN person p ON p.id = t."assigneeId"
   WHERE c."managerId" = $1 AND t."assigneeId" <> $1 AND t.state = 'open'
     AND t."createdAt" < $2::timestamptz - interval '${managersMorning - 1} days'`;

const left = statement(
  'left-tasks',
  `SELECT t.id, c.name AS "customerName", t.text, t."createdAt", t."assigneeId", p.name AS "assigneeName"
   ${leftToThem} ORDER BY t."createdAt" LIMIT 100`,
  leftRow,
);

const theirTasks = `FROM task WHERE "assigneeId" = $1 AND state = 'open'`;
const theyCall = `FROM customer WHERE "salesId" = $1`;
const untold = `FROM waiting WHERE "personId" = $1 AND "toldAt" IS NULL`;

const anything = statement(
  'anything-this-morning',
  `SELECT ${[untold, theirTasks, theirWindows, theyOwe, leftToThem, theyCall]
    .map(from => `EXISTS (SELECT 1 ${from})`)
    .join(' OR ')} AS waits`,
  z.object({ waits: z.boolean() }),
);

/** Everything that waits for this person's morning, and which of it is told only once; null when nothing does. */
export async function loadMorning(
  trip: Trip,
  { id: personId }: Pick<Person, 'id'>,
  { timeZone }: Working,
): Promise<(Morning & { readonly waitingIds: readonly string[] }) | null> {
  const { tx, now, run } = trip;
  const tomorrow = wallClock(nextDate(dateIn(timeZone, now)), '00:00', timeZone);
  const [look] = await run(anything, [personId, tomorrow, now]);
  if (!look?.waits) return null;
  const waiting = await tx.waiting.findMany({
    where: { personId, toldAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: most,
  });
  const textsOf = (kind: string) =>
    waiting.filter(each => each.kind === kind).map(each => each.text);
  return {
    windows: await run(windows, [personId, tomorrow, now]),
    promises: await run(owed, [personId, tomorrow]),
    thanks: textsOf('thanks'),
    notices: textsOf('notice'),
    tasks: await listTasks(trip, personId),
    left: await listLeft(trip, { personId, tomorrow }),
    holds: await listHolds(trip, personId),
    waitingIds: waiting.map(({ id }) => id),
  };
}

async function listTasks({ tx }: Trip, assigneeId: string): Promise<Morning['tasks']> {
  const tasks = await tx.task.findMany({
    where: { assigneeId, state: 'open' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const customers = await tx.customer.findMany({
    where: { id: { in: tasks.map(({ customerId }) => customerId) } },
    select: { id: true, name: true },
  });
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  return tasks.map(({ id, customerId, text, createdAt }) => ({
    id,
    customerName: names.get(customerId) ?? customerId,
    text,
    createdAt,
  }));
}

/** Counted in the mornings of whoever has the task, today's included although theirs may still be to come. */
async function listLeft(
  trip: Trip,
  { personId, tomorrow }: { personId: string; tomorrow: Date },
): Promise<LeftTask[]> {
  const { now, run } = trip;
  const old = await run(left, [personId, tomorrow]);
  const tasks: LeftTask[] = [];
  for (const { assigneeId, ...task } of old) {
    const theirs = await findWorkingHours(trip, assigneeId);
    if (morningsSince(task.createdAt, now, theirs) >= managersMorning) tasks.push(task);
  }
  return tasks;
}
