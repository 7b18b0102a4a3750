/**
 * What a message can ask for, each in a sentence; docs/understanding.md has the whole guide to labelling. Hazard: their
 * order is the order of the columns in weights.ts, so a new one goes to the end, and then `npm run train`.
 */
export const intentMeanings = {
  status: 'Where are we: the present or the past of the work.',
  next: 'What comes next, when something begins, what the plan is.',
  who: 'For a person, a role, a number, a way to reach somebody.',
  help: 'A problem to be solved, a person to step in, how to do something.',
  worried: 'Fear, nerves or doubt, without a failure and without another ask.',
  thanks: 'Gratitude, praise, all is well, and no ask.',
  stop: 'Fewer, later or no messages of ours.',
  more: 'More messages of ours, or a particular one later.',
  complaint: 'A grievance about people, process or quality; no repair is asked for.',
  billing: 'Money for what was bought already.',
  planning: 'Advice on a plan: order, size, architecture, "should we".',
  purchase: 'What could be bought or changed in what is bought.',
  commitment: 'Something we promised or are said to owe: what the product calls a promise.',
  resolved: 'A reported problem is over, or was none.',
  smalltalk: 'A greeting, a bare acknowledgement, what the bot is.',
  other: 'Nothing for us: colleagues talking, no intent that can be read.',
} as const;

export type Intent = keyof typeof intentMeanings;

/** Every intent, in the order of the columns. */
export const intents = Object.keys(intentMeanings) as [Intent, ...Intent[]];

export type Sentiment = -1 | 0 | 1;
