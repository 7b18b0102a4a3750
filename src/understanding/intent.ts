/** What a message asks for. The label guide defines each. */
export const intents = [
  'status',
  'next',
  'who',
  'help',
  'worried',
  'thanks',
  'stop',
  'more',
  'complaint',
  'billing',
  'planning',
  'purchase',
  'commitment',
  'resolved',
  'smalltalk',
  'other',
] as const;

export type Intent = (typeof intents)[number];

export type Sentiment = -1 | 0 | 1;
