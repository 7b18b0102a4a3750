/** The commands of chat that are about a customer and have a button of their own; the rest is typed at the top. */
export const offeredNames = [
  'page',
  'who',
  'readiness',
  'drill',
  'pause',
  'resume',
  'ask',
  'holidays',
  'graduate',
  'promise',
  'task',
  'trust',
  'surveys',
  'review',
  'bill',
  'calendar',
  'audit',
] as const;
export type OfferedName = (typeof offeredNames)[number];

/** How a command looks as a button, and what stands between the customer's name and what is typed. */
export interface Offer {
  readonly label: string;
  readonly joint: ' ' | ': ' | '';
  /** What is typed, by an example; null = nothing. */
  readonly asks: string | null;
}

/** Each command as its button says it. */
export const offers: Readonly<Record<OfferedName, Offer>> = {
  page: { label: 'Get a person', joint: ': ', asks: 'what it is about' },
  who: { label: 'Who would be called', joint: '', asks: null },
  readiness: { label: 'Who can be reached', joint: '', asks: null },
  drill: { label: 'Practise a page', joint: '', asks: null },
  pause: { label: 'Pause check-ins', joint: ' ', asks: 'until Monday because of the holidays' },
  resume: { label: 'Resume check-ins', joint: '', asks: null },
  ask: { label: 'Ask somebody else', joint: ': ', asks: 'the name of one of their people' },
  holidays: { label: 'Their holidays', joint: '', asks: null },
  graduate: { label: 'Propose the end', joint: ' ', asks: 'because all is calm' },
  promise: { label: 'Promise something', joint: ': ', asks: 'send the report by Friday 17:00' },
  task: { label: 'Put a task down', joint: ': ', asks: 'call the customer' },
  trust: { label: 'How we keep our word', joint: '', asks: null },
  surveys: { label: 'What they scored', joint: '', asks: null },
  review: { label: 'Requests to look at', joint: '', asks: null },
  bill: { label: 'What is billed', joint: ' ', asks: 'March' },
  calendar: { label: 'As a calendar', joint: '', asks: null },
  audit: { label: 'Who changed what', joint: '', asks: null },
};
