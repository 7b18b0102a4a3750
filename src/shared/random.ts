/** The only source of chance: identifiers and jitter. Seeded in rehearsals, so that a transcript repeats. */
export interface Random {
  /** A new opaque identifier of 20 lower-case letters and digits. */
  id(): string;
  /** A number in [0, 1). */
  fraction(): number;
}
