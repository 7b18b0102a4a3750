/** The only source of "now". Real outside, virtual in rehearsals and tests. */
export interface Clock {
  now(): Date;
}

/** A clock that stands still until it is told to move; never backwards unless told so. */
export interface MovableClock extends Clock {
  moveTo(instant: Date): void;
}
