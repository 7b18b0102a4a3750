import type { CommandName } from '../../../customers/permission.ts';

/** How each command is typed, as `help` and error answers show it. */
export const usages: Readonly<Record<CommandName, string>> = {
  help: 'help',
  log: 'log northwind: what happened',
  publish: 'publish northwind: what the customer may read',
  milestone: 'milestone northwind backup done',
  cadence: 'cadence northwind every 2 days because month-end is over',
  pause: 'pause northwind until Monday because of the holidays',
  resume: 'resume northwind',
  why: 'why northwind',
  brief: 'brief northwind',
  page: 'page northwind: what it is about',
  ack: 'ack',
  update: 'update shared: looking at the posting queue, next at 22:00',
  resolve: 'resolve shared: the queue was full, it is moving again',
  reassign: 'pass to NAME impact: … tried: … needed: …',
  next: 'next at 22:00',
  snooze: 'snooze 20m',
  add: 'add NAME',
  who: 'who northwind',
  'on-call': 'on-call',
  override: 'swap duty NAME from Friday 18:00 until Saturday 09:00',
  promise: 'promise northwind: send the report by Friday 17:00',
  kept: 'kept report',
  moved: 'moved report to Friday 17:00 because the patch is late',
  task: 'task northwind: call the customer',
  done: 'done',
  portfolio: 'portfolio',
  learning: 'learning, or learning reset go-live because the new team is another',
  audit: 'audit northwind',
  undo: 'undo',
  status: 'status northwind',
  pages: 'pages, or pages last week',
  graduate: 'graduate northwind because all is calm',
  place: 'place northwind-shared is northwind, shared',
  tasks: 'tasks',
  drill: 'drill northwind',
  ask: 'ask northwind: NAME',
  test: 'test my phone',
  verify: 'verify 123456',
  readiness: 'readiness',
  push: 'push, or push off',
  holidays: 'holidays northwind, or holidays northwind confirm',
  calendar: 'calendar, calendar duty, or calendar revoke',
  'why-page': 'why page northwind',
  cover: 'cover NAME on Friday night',
};

/** How this command is typed. */
export function usageOf(name: CommandName): string {
  return usages[name];
}
