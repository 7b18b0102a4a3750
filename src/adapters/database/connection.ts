/** One connection to a PostgreSQL of either kind, as far as migrations need it. */
export interface Connection {
  /** Rows as objects; values are given as $1, $2, … */
  query(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Runs several statements, separated by semicolons. */
  script(sql: string): Promise<void>;
}
