import type { Command } from 'commander';
import { readInstant } from '../../setup/values.ts';
import { BadInputError } from '../../shared/errors.ts';
import { day, plus } from '../../shared/time.ts';
import { listWebhooks, type WebhookStanding } from '../../webhooks/list-webhooks.ts';
import { replayWebhook } from '../../webhooks/replay-webhook.ts';
import { eventsOf } from '../../webhooks/webhook.ts';
import type { Run } from '../io.ts';
import { withDatabase } from '../with-database.ts';

interface Wish {
  readonly since?: string;
  readonly until?: string;
  readonly everything?: true;
}

/** `handrail webhook …`: other systems that are told what happens. */
export function addWebhook(program: Command, run: Run): void {
  const webhook = program
    .command('webhook')
    .description('other systems that are told what happens (webhooks: in the setup file)');
  webhook
    .command('list')
    .description('who is told what, and how that goes')
    .action(async () => {
      const all = await withDatabase(run, database => database.trip(({ tx }) => listWebhooks(tx)));
      await run.io.out(all.length === 0 ? 'None.\n' : `${all.map(standingLine).join('\n')}\n`);
    });
  webhook
    .command('replay')
    .description('send again what did not arrive, under the same ids')
    .argument('<id>', 'the webhook, as the setup file calls it')
    .option(
      '--since <moment>',
      'what was told from then on, like 2026-03-06T18:00:00Z; a day when left out',
    )
    .option('--until <moment>', 'and before then; now when left out')
    .option('--everything', 'also what arrived')
    .action((id: string, wish: Wish) => replay(run, id, wish));
}

function standingLine(one: WebhookStanding): string {
  const { id, url, tells, audience, customers, sent, waiting, failed, lastProblem } = one;
  const whose = customers.length === 0 ? 'every customer' : customers.join(', ');
  const counts = `${sent} sent, ${waiting} waiting, ${failed} failed`;
  const problem = lastProblem === null ? '' : ` Last problem: ${lastProblem}.`;
  return `${id} → ${url}: ${eventsOf(tells).join(', ')} of ${whose}, ${audience}. ${counts}.${problem}`;
}

async function replay(run: Run, webhookId: string, wish: Wish): Promise<void> {
  const { queued, forgotten } = await withDatabase(run, database =>
    database.trip(async trip => {
      const { tx, now } = trip;
      const known = await tx.webhook.findUnique({ where: { id: webhookId } });
      if (!known)
        throw new BadInputError([
          `${webhookId}: there is no such webhook. "handrail webhook list" names them.`,
        ]);
      const since = momentOf('--since', wish.since) ?? plus(now, -day);
      const until = momentOf('--until', wish.until) ?? now;
      const what = wish.everything ? 'everything' : 'failed';
      return replayWebhook(trip, { webhookId, since, until, what });
    }),
  );
  const gone =
    forgotten === 0 ? '' : ` ${forgotten} are so old that their words are not kept any more.`;
  await run.io.out(`${queued} go out again.${gone}\n`);
}

function momentOf(option: string, said: string | undefined): Date | undefined {
  if (said === undefined) return undefined;
  const moment = readInstant(said);
  if (moment) return moment;
  throw new BadInputError([
    `${option} ${said}: is no moment; write it like 2026-03-06T18:00:00-05:00.`,
  ]);
}
