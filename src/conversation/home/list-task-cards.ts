import { z } from 'zod';
import type { Person } from '../../customers/person.ts';
import { internal, time } from '../../delivery/audience.ts';
import { type Card, internalCard } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { taskCard } from '../../tasks/task.ts';

const shownAtMost = 10;

/** What waits for this person: customers who want news of them, then their tasks, the oldest first. */
export async function listTaskCards(trip: Trip, person: Person): Promise<Card[]> {
  return [...(await listNewsCards(trip, person)), ...(await listOwnTasks(trip, person))];
}

/** Whoever waits for news is one row of few, whose openKey is the customer's id. */
const newsWanted = statement(
  'news-wanted',
  `SELECT c.id AS "customerId", c.name, r."askedAt" FROM news_request r JOIN customer c ON c.id = r."openKey"
   WHERE r."openKey" IS NOT NULL AND (c."advocateId" = $1 OR c."standInId" = $1 OR c."backupId" = $1)
   ORDER BY r."askedAt" LIMIT ${shownAtMost}`,
  z.object({ customerId: z.string(), name: z.string(), askedAt: z.date() }),
);

async function listNewsCards({ run }: Trip, { id }: Person): Promise<Card[]> {
  const requests = await run(newsWanted, [id]);
  return requests.map(({ customerId, name, askedAt }) =>
    internalCard('news-request', customerId, {
      heading: internal`${name} waits for news`,
      body: [internal`Since ${time(askedAt)}. Answer with "publish ${customerId}: …".`],
    }),
  );
}

const ownTasks = statement(
  'own-tasks',
  `SELECT t.id, t."customerId", t.text, coalesce(c.name, t."customerId") AS "customerName"
   FROM task t LEFT JOIN customer c ON c.id = t."customerId"
   WHERE t."assigneeId" = $1 AND t.state = 'open' ORDER BY t."createdAt", t.id LIMIT ${shownAtMost}`,
  z.object({
    id: z.string(),
    customerId: z.string(),
    text: z.string(),
    customerName: z.string(),
  }),
);

async function listOwnTasks({ run }: Trip, { id }: Person): Promise<Card[]> {
  return (await run(ownTasks, [id])).map(taskCard);
}
