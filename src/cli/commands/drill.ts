import type { Command } from 'commander';
import { findCustomer } from '../../customers/find-customer.ts';
import { startDrill } from '../../drills/start-drill.ts';
import { BadInputError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { withDatabase } from '../with-database.ts';

/** `handrail drill CUSTOMER`: begins a drill in the manager's name; the server that runs carries it out. */
export function addDrill(program: Command, run: Run): void {
  program
    .command('drill')
    .description('call everybody on the ladder of a customer’s next window, marked as a drill')
    .argument('<customer>', 'the customer’s id')
    .addHelpText(
      'after',
      '\nThe running server makes the calls; who answered, how fast and by what, comes to the manager, who signs it.',
    )
    .action((customer: string) => drill(run, customer));
}

async function drill(run: Run, customerId: string): Promise<void> {
  const line = await withDatabase(run, database =>
    database.trip(async trip => {
      const customer = await findCustomer(trip.tx, customerId);
      if (!customer) {
        throw new BadInputError([
          `${customerId}: there is no such customer. Import it first, or check the id.`,
        ]);
      }
      const byId = customer.managerId ?? customer.advocateId;
      const started = await startDrill(trip, { customer, byId });
      switch (started.kind) {
        case 'no-window':
          return `${customer.name} has no window ahead, so there is nothing to drill for.`;
        case 'running':
          return `A drill for ${started.transition.name} is running already.`;
        case 'started':
          return `The drill for ${customer.name}, ${started.transition.name}, has begun. What it shows goes to ${byId}.`;
      }
    }),
  );
  await run.io.out(`${line}\n`);
}
