/**
 * What somebody does with a message, finer than its intent: each in a sentence. Hazard: their order is the order of the
 * columns in act-weights.ts, so a new one goes to the end, and then `npm run train`.
 */
export const actMeanings = {
  status: 'Asks where we are, whether something happened, for news.',
  punctual: 'Asks whether it is on time.',
  finish: 'Asks when it is over, or how long it still takes.',
  plan: 'Asks what comes next, when a step begins, which day.',
  who: 'Asks who is there, on duty, responsible, and how to reach them.',
  whohasit: 'Asks who has the trouble that was told, and what became of it.',
  human: 'Wants a person now, or a second one.',
  trouble: 'Tells that something of theirs is broken, wrong or odd.',
  nohuman: 'Wants nobody called or woken.',
  over: 'Says that the trouble is over, or was none.',
  callback: 'Wants a person to ring or talk to them later.',
  notice: 'Wants to be told once, when something happens.',
  whom: 'Says whom we are to ask from now on.',
  putoff: 'Puts us off until later.',
  less: 'Wants fewer messages.',
  more: 'Wants more messages.',
  stop: 'Wants no more messages.',
  good: 'Says that all is well.',
  soso: 'Says that it is bearable.',
  worried: 'Says that they are afraid or unwell about it.',
  thanks: 'Thanks or praises.',
  colleague: 'Speaks to somebody else who reads along.',
  expert: 'Asks what only a person may answer.',
  errand: 'Asks the advocate for something that has time.',
  complaint: 'Tells a grievance.',
  manager: "Wants somebody's boss.",
  sales: 'Wants to buy, or to hear a price.',
  bill: 'Asks about money for what they have.',
  promise: 'Asks about something that was promised.',
  bot: 'Asks what we are and can do.',
  readers: 'Asks who reads along.',
  memory: 'Asks what we know and keep.',
  forget: 'Wants something forgotten.',
  smalltalk: 'Chats.',
  other: 'Cannot be read.',
} as const;

export type Act = keyof typeof actMeanings;

/** Every act, in the order of the columns. */
export const acts = Object.keys(actMeanings) as [Act, ...Act[]];

/** What the training found besides the weights; `bench/understanding/train-acts.ts` writes it. */
export interface ActTuning {
  /** Hash of everything the weights depend on. */
  readonly madeFrom: string;
  /** Largest weight of each column; a stored weight of 127 means this. */
  readonly scales: readonly number[];
  /** Scores are multiplied by this, so that a confidence of 0.8 is right eight times in ten. */
  readonly sharpness: number;
}
