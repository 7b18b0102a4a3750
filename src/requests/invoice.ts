/** A line of an invoice, or of what was approved. Amounts are in the minor unit. */
export interface InvoiceLine {
  readonly externalId: string;
  readonly amountMinor: number;
}

export type InvoiceFault =
  | { readonly kind: 'missing'; readonly externalId: string; readonly approvedMinor: number }
  | { readonly kind: 'extra'; readonly externalId: string; readonly invoicedMinor: number }
  | {
      readonly kind: 'changed';
      readonly externalId: string;
      readonly approvedMinor: number;
      readonly invoicedMinor: number;
    }
  | { readonly kind: 'double'; readonly externalId: string; readonly times: number };

/** What of an invoice is not what was approved, in the order of its lines; then what is missing from it. */
export function compareInvoice(
  invoiced: readonly InvoiceLine[],
  approved: readonly InvoiceLine[],
): InvoiceFault[] {
  const wanted = new Map(approved.map(({ externalId, amountMinor }) => [externalId, amountMinor]));
  const byId = new Map<string, InvoiceLine[]>();
  for (const line of invoiced)
    byId.set(line.externalId, [...(byId.get(line.externalId) ?? []), line]);
  const faults: InvoiceFault[] = [];
  for (const [externalId, lines] of byId) {
    if (lines.length > 1) faults.push({ kind: 'double', externalId, times: lines.length });
    const invoicedMinor = lines[0]?.amountMinor ?? 0;
    const approvedMinor = wanted.get(externalId);
    if (approvedMinor === undefined) faults.push({ kind: 'extra', externalId, invoicedMinor });
    else if (lines.some(({ amountMinor }) => amountMinor !== approvedMinor))
      faults.push({ kind: 'changed', externalId, approvedMinor, invoicedMinor });
  }
  const missing = approved.filter(({ externalId }) => !byId.has(externalId));
  return [
    ...faults,
    ...missing.map(
      ({ externalId, amountMinor }): InvoiceFault => ({
        kind: 'missing',
        externalId,
        approvedMinor: amountMinor,
      }),
    ),
  ];
}
