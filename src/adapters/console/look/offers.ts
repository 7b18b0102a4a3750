import type { CommandName } from '../../../customers/permission.ts';

/** The commands of chat that are about a customer and have a button of their own, by what one wants to do. */
export const offered = {
  'When something rings': ['page', 'who', 'readiness', 'drill'],
  'How often they are asked': ['pause', 'resume', 'ask', 'holidays', 'graduate'],
  'What we owe them': ['promise', 'task', 'hand', 'trust', 'review', 'bill', 'quarterly'],
  'How they are': ['surveys', 'demands', 'words', 'sales', 'spoken', 'calendar', 'audit'],
} as const;

/** Those that are about the open page of a customer. */
export const pageNames = ['reassign', 'add', 'next', 'snooze'] as const;

/** Those that are about whoever serves: their time, and how they are reached. */
export const dutyNames = ['leave', 'cover', 'shifts', 'test', 'verify', 'push'] as const;

/** Those that are about all customers at once. */
export const vendorNames = ['tasks', 'voice', 'management', 'hold', 'reached', 'learning'] as const;

/** Every command with a button about a customer, or its page; `moved` stands beside its promise. */
export const customerNames = [...Object.values(offered).flat(), ...pageNames, 'moved'] as const;
/** Every command with a button about nobody in particular. */
export const ownNames = [...dutyNames, ...vendorNames] as const;
export type ButtonName = (typeof customerNames)[number] | (typeof ownNames)[number];

/** How a command looks as a button, and what is said when it is pressed. */
export interface Offer {
  readonly command: CommandName;
  readonly label: string;
  /** The word it is typed with, where that is not its name. */
  readonly word?: string;
  /** What stands behind the customer's name, or behind the word where it is about nobody in particular. */
  readonly joint: string;
  /** What is typed, by an example; null = nothing. */
  readonly asks: string | null;
}

const plain = (command: CommandName, label: string, joint = ''): Offer => ({
  command,
  label,
  joint,
  asks: null,
});
const asking = (command: CommandName, label: string, joint: string, asks: string): Offer => ({
  command,
  label,
  joint,
  asks,
});

/** Each command as its button says it. */
export const offers: Readonly<Record<ButtonName, Offer>> = {
  page: asking('page', 'Get a person', ': ', 'what it is about'),
  who: plain('who', 'Who would be called'),
  readiness: plain('readiness', 'Who can be reached'),
  drill: plain('drill', 'Practise a page'),
  pause: asking('pause', 'Pause check-ins', ' ', 'until Monday because of the holidays'),
  resume: plain('resume', 'Resume check-ins'),
  ask: asking('ask', 'Ask somebody else', ': ', 'the name of one of their people'),
  holidays: plain('holidays', 'Their holidays'),
  graduate: asking('graduate', 'Propose the end', ' ', 'because all is calm'),
  promise: asking('promise', 'Promise something', ': ', 'send the report by Friday 17:00'),
  moved: asking('moved', 'Another time', ': ', 'Friday 17:00 because the patch is late'),
  task: asking('task', 'Put a task down', ': ', 'call the customer'),
  hand: asking('hand', 'Hand to a partner', ': ', 'the labels to NAME'),
  trust: plain('trust', 'How we keep our word'),
  surveys: plain('surveys', 'What they scored'),
  demands: plain('voice', 'What they want changed'),
  words: plain('words', 'What was said in anger'),
  sales: plain('sales', 'May sales call?'),
  spoken: plain('sales', 'Sales spoke with them', ' called'),
  review: plain('review', 'Requests to look at'),
  bill: asking('bill', 'What is billed', ' ', 'March'),
  quarterly: plain('quarterly', 'How the quarter went'),
  calendar: plain('calendar', 'As a calendar'),
  audit: plain('audit', 'Who changed what'),
  reassign: {
    ...asking('reassign', 'Pass it on', ' ', 'to Tom impact: … tried: …'),
    word: 'pass',
  },
  add: asking('add', 'Call somebody too', ' ', 'the name of a colleague'),
  next: asking('next', 'Say when there is word', ' ', 'at 22:00'),
  snooze: asking('snooze', 'More time', ' ', '20m'),
  leave: asking('leave', 'I am away', ' ', 'for two weeks from Monday, NAME stands in'),
  cover: asking('cover', 'Ask somebody to cover', ' ', 'NAME on Friday night'),
  shifts: plain('calendar', 'My shifts as a calendar', ' '),
  test: plain('test', 'Try how I am reached', ' my phone'),
  verify: asking('verify', 'Confirm my number', ' ', 'the code you were sent'),
  push: plain('push', 'Let this phone ring'),
  tasks: plain('tasks', 'My tasks'),
  voice: plain('voice', 'What customers want changed'),
  management: plain('management', 'What reached management'),
  hold: plain('sales', 'Whom sales may call'),
  reached: plain('readiness', 'Who can be reached'),
  learning: plain('learning', 'What was learnt of our changes'),
};
