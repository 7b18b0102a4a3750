import { z } from 'zod';
import type { Json } from '../shared/database.ts';
import {
  type CustomersWork,
  requestStates,
  type ServiceRequest,
  type Work,
} from './service-request.ts';

const workColumn = z.object({
  externalId: z.string(),
  title: z.string(),
  minutes: z.number(),
  by: z.string(),
  closedAt: z.coerce.date(),
  description: z.string().optional(),
  role: z.string().optional(),
  openedAt: z.coerce.date().optional(),
  startedAt: z.coerce.date().optional(),
  rate: z.number().optional(),
  amountMinor: z.number().optional(),
  notes: z.array(z.string()),
  reopens: z.string().optional(),
  causedBy: z.string().optional(),
});

interface Row
  extends Omit<
    ServiceRequest,
    'work' | 'original' | 'state' | 'findings' | 'proposedMinor' | 'amountMinor'
  > {
  readonly current: unknown;
  readonly original: unknown;
  readonly findings: unknown;
  readonly state: string;
  readonly proposedMinor: bigint | null;
  readonly amountMinor: bigint | null;
}

const findingsColumn = z.array(z.object({ rule: z.string(), says: z.string() }));
const stateColumn = z.enum(requestStates);

/** What a JSON column holds of a work. */
export function storedWork(work: Work): Json {
  const { openedAt, startedAt, closedAt, ...rest } = work;
  return JSON.parse(
    JSON.stringify({
      ...rest,
      closedAt: closedAt.toISOString(),
      openedAt: openedAt?.toISOString(),
      startedAt: startedAt?.toISOString(),
    }),
  ) as Json;
}

/** A stored row as a request. */
export function requestFrom(row: Row): ServiceRequest {
  const { customerId } = row;
  const workOf = (column: unknown): CustomersWork => ({ ...workColumn.parse(column), customerId });
  return {
    ...row,
    work: workOf(row.current),
    original: workOf(row.original),
    state: stateColumn.parse(row.state),
    findings: findingsColumn.parse(row.findings),
    proposedMinor: numberOf(row.proposedMinor),
    amountMinor: numberOf(row.amountMinor),
  };
}

/** Every amount that comes in is a safe integer, so what is stored is one. */
function numberOf(amount: bigint | null): number | null {
  return amount === null ? null : Number(amount);
}
