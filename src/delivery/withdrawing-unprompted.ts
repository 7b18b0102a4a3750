/** The places of a customer's id, the reason and the moment among a statement's values: "$1". */
interface Values {
  readonly customer: string;
  readonly reason: string;
  readonly now: string;
}

/** Takes back what we were about to ask a customer and nobody has seen yet, as a part of a statement that does more; what is on its way now is not tried again. */
export function withdrawingUnprompted({ customer, reason, now }: Values): string {
  return `UPDATE message SET
      state = CASE state WHEN 'waiting' THEN 'withdrawn' ELSE state END,
      reason = CASE state WHEN 'waiting' THEN ${reason} ELSE reason END,
      "dueAt" = CASE state WHEN 'waiting' THEN NULL ELSE "dueAt" END,
      "failureDueAt" = CASE state WHEN 'waiting' THEN ${now} ELSE "failureDueAt" END,
      "notAfter" = CASE state WHEN 'waiting' THEN "notAfter" ELSE ${now} END
    WHERE "customerId" = ${customer} AND "dueAt" IS NOT NULL AND name IN ('check-in', 'check-in-repeat')
      AND "sentRevision" = 0 AND state IN ('waiting', 'sending', 'lost')`;
}
