import { codeOf, propertyOf } from '../../shared/errors.ts';

/** SQLSTATEs after which the same work may well succeed: serialization failure, deadlock. */
const conflictStates = new Set(['40001', '40P01']);

/** Prisma codes: P2034 write conflict or deadlock, P2002 unique key taken by a trip that ran beside ours. */
const conflictCodes = new Set(['P2034', 'P2002']);

/** How many errors may be wrapped around the database's own. */
const deepest = 5;

/** True when a trip failed only because another one was faster, also when whoever threw says it in other words. */
export function isWorthRetrying(error: unknown): boolean {
  let each = error;
  for (let depth = 0; depth < deepest && each; depth += 1) {
    if (isConflict(each)) return true;
    each = propertyOf(each, 'cause');
  }
  return false;
}

function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== null && (conflictCodes.has(code) || conflictStates.has(code))) return true;
  return driverStates(error).some(state => conflictStates.has(state));
}

/** Where Prisma keeps the SQLSTATE of a failed raw query: meta.driverAdapterError.cause. */
function driverStates(error: unknown): string[] {
  const cause = propertyOf(propertyOf(propertyOf(error, 'meta'), 'driverAdapterError'), 'cause');
  return [propertyOf(cause, 'originalCode'), propertyOf(cause, 'code')].filter(
    state => typeof state === 'string',
  );
}
