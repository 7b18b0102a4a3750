import { codeOf, propertyOf } from '../../shared/errors.ts';

/** SQLSTATEs after which the same work may well succeed: serialization failure, deadlock, unique key taken by a trip that ran beside ours. */
const conflictStates = new Set(['40001', '40P01', '23505']);

/** Prisma codes: P2034 write conflict or deadlock, P2002 unique key taken by a trip that ran beside ours. */
const conflictCodes = new Set(['P2034', 'P2002']);

/** SQLSTATEs of a server that has too much to do, in words. */
const busyStates: Readonly<Record<string, string>> = {
  '55P03': 'lock timeout',
  '57014': 'statement timeout',
  '53300': 'too many connections',
};

/** pg-pool has no code for it (https://github.com/brianc/node-postgres, packages/pg-pool/index.js). */
const noConnection = 'timeout exceeded when trying to connect';

/** How many errors may be wrapped around the database's own. */
const deepest = 5;

/** True when a trip failed only because another one was faster, also when whoever threw says it in other words. */
export function isWorthRetrying(error: unknown): boolean {
  return causesOf(error).some(isConflict);
}

/** What the database had no time for, where the same may well succeed a moment later; null for any other error. */
export function busyReasonOf(error: unknown): string | null {
  for (const each of causesOf(error)) {
    if (propertyOf(each, 'message') === noConnection) return 'no connection was free';
    const reason = statesOf(each)
      .map(state => busyStates[state])
      .find(Boolean);
    if (reason) return reason;
  }
  return null;
}

/** The error, and what it was caused by. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let each = error; each && causes.length < deepest; each = propertyOf(each, 'cause'))
    causes.push(each);
  return causes;
}

function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== null && conflictCodes.has(code)) return true;
  return statesOf(error).some(state => conflictStates.has(state));
}

function statesOf(error: unknown): string[] {
  const code = codeOf(error);
  return code === null ? driverStates(error) : [code, ...driverStates(error)];
}

/** Where Prisma keeps the SQLSTATE of a failed raw query: meta.driverAdapterError.cause. */
function driverStates(error: unknown): string[] {
  const cause = propertyOf(propertyOf(propertyOf(error, 'meta'), 'driverAdapterError'), 'cause');
  return [propertyOf(cause, 'originalCode'), propertyOf(cause, 'code')].filter(
    state => typeof state === 'string',
  );
}
