/** How sure the understanding must be, from 0 to 1, before something is done on its word. */
export const sureness = {
  /** Asked: below this we ask back instead of guessing. */
  toAnswer: 0.4,
  /** Not asked: so clear a question must be to be answered between people. */
  toSpeakUnasked: 0.6,
  /** Heard in what only sounds like a worry: below this we ask how it goes, because a worry fetches somebody. */
  toTakeForWorry: 0.8,
  /** Right after a worry: so sure, that the words are about something else. */
  toLeaveWorry: 0.6,
  /** What a message does is believed from here on, before what it sounds like. */
  ofAct: 0.6,
  /** The same, before any turn of phrase is. */
  overWords: 0.9,
  /** The same, where the alternative is to ask back. */
  toTryAct: 0.4,
  /** So surely somebody wishes for fewer, more or no messages that it is done. */
  toChange: 0.8,
  /** So surely something is asked that a call heard in it is none. */
  toAskOnly: 0.65,
  /** So surely a message does something else that an emergency heard in it is offered a person, and nobody is woken. */
  toCalm: 0.9,
  /** No more than this is left of what is doubted. */
  doubted: 0.3,
  /** So surely somebody wants a person that one is woken, though no plain word said so. */
  toFetch: 0.85,
  /** A vendor person's free words, taken for a question that a command answers. */
  toTakeForCommand: 0.5,
  /** So surely a language is somebody's own, and not a word borrowed. */
  ofLanguage: 0.75,
  /** The same for a sentence of some words, which nobody borrows. */
  ofSentence: 0.5,
} as const;
