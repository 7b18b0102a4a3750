/** SQLSTATEs after which the same work may well succeed: serialization failure, deadlock. */
const conflictStates = new Set(['40001', '40P01']);

/** Prisma codes: P2034 write conflict or deadlock, P2002 unique key taken by a trip that ran beside ours. */
const conflictCodes = new Set(['P2034', 'P2002']);

/** True when a trip failed only because another one was faster. */
export function isWorthRetrying(error: unknown): boolean {
  const code = propertyOf(error, 'code');
  if (typeof code === 'string' && (conflictCodes.has(code) || conflictStates.has(code)))
    return true;
  return driverStates(error).some(state => conflictStates.has(state));
}

/** Where Prisma keeps the SQLSTATE of a failed raw query: meta.driverAdapterError.cause. */
function driverStates(error: unknown): string[] {
  const cause = propertyOf(propertyOf(propertyOf(error, 'meta'), 'driverAdapterError'), 'cause');
  return [propertyOf(cause, 'originalCode'), propertyOf(cause, 'code')].filter(
    state => typeof state === 'string',
  );
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
