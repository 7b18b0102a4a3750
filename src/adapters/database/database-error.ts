import { HandrailError } from '../../shared/errors.ts';

/** The database cannot be reached, opened or written; the message says what to change. */
export class DatabaseUnavailableError extends HandrailError {
  readonly code = 'database-unavailable';
}

/** The database had too much to do; nothing was written, and the same may well succeed a moment later. */
export class DatabaseBusyError extends HandrailError {
  readonly code = 'database-busy';
}

/** The tables in the database are not the ones this build knows how to use. */
export class DatabaseSchemaError extends HandrailError {
  readonly code = 'database-schema';
}
