import type { Command } from 'commander';
import { compareInvoice, type InvoiceFault } from '../../requests/invoice.ts';
import { requestFrom } from '../../requests/stored-request.ts';
import { unreachable } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { readInputFile } from '../read-input-file.ts';
import { readInvoiceFile } from '../read-invoice-file.ts';
import { withDatabase } from '../with-database.ts';

interface Wish {
  readonly customer: string;
  readonly month: string;
}

/** `handrail invoice check FILE`: an invoice, line by line, against what was approved, before it goes out. */
export function addInvoice(program: Command, run: Run): void {
  const invoice = program.command('invoice').description('invoices before they go out');
  invoice
    .command('check')
    .description(
      'compare a CSV file (externalId, amountMinor) with what was approved; exit 1 when it differs',
    )
    .argument('<file>', 'the lines of the invoice')
    .requiredOption('--customer <id>', 'whose invoice it is')
    .requiredOption('--month <month>', 'of which month, like 2026-03')
    .action((file: string, wish: Wish) => check(run, file, wish));
}

async function check(run: Run, file: string, { customer, month }: Wish): Promise<void> {
  const invoiced = readInvoiceFile(readInputFile(file, run.io), file);
  const rows = await withDatabase(run, database =>
    database.client.serviceRequest.findMany({
      where: { customerId: customer, month, state: 'approved' },
      orderBy: [{ closedAt: 'asc' }, { externalId: 'asc' }],
    }),
  );
  const approved = rows.map(requestFrom).map(({ work, amountMinor }) => ({
    externalId: work.externalId,
    amountMinor: amountMinor ?? 0,
  }));
  const faults = compareInvoice(invoiced, approved);
  const lines = faults.map(faultLine);
  const end = faults.length === 0 ? `All ${invoiced.length} lines are as they were approved.` : '';
  await run.io.out([...lines, ...(end ? [end] : [])].map(line => `${line}\n`).join(''));
  if (faults.length > 0) run.end(1);
}

function faultLine(fault: InvoiceFault): string {
  const { kind, externalId } = fault;
  switch (kind) {
    case 'missing':
      return `missing ${externalId}: approved at ${fault.approvedMinor}, not on the invoice`;
    case 'extra':
      return `extra ${externalId}: ${fault.invoicedMinor} on the invoice, not approved`;
    case 'changed':
      return `changed ${externalId}: approved at ${fault.approvedMinor}, ${fault.invoicedMinor} on the invoice`;
    case 'double':
      return `double ${externalId}: ${fault.times} times on the invoice`;
    default:
      return unreachable(kind);
  }
}
