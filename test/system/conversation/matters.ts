import type { CommandName } from '../../../src/customers/permission.ts';
import type { ActionId } from '../../../src/delivery/card.ts';
import { receiveRequests } from '../../../src/requests/receive-requests.ts';
import { proposeGraduation } from '../../../src/transitions/propose-graduation.ts';
import type { TestWorld } from '../../harness/world.ts';

/** A word that only the vendor's people may read. */
export const secret = 'budget-canary';

/** What each button is about, at Northwind. One that is about nothing would prove nothing: it does not compile. */
export type Subjects = Readonly<Record<ActionId, string>>;

/** Brings everything up at Northwind that a button can be about; returns what each is about. */
export async function bringUp(world: TestWorld): Promise<Subjects> {
  const { client } = world.stage.world.ports.database;
  const transitionId = 'northwind/erp';
  await world.says('adv-1', null, `log northwind: ${secret}`);
  await world.says('adv-1', null, 'task northwind: phone Grace');
  await world.pass(70 * 60_000);
  await world.says('mgr-1', null, 'cadence northwind close');
  await world.says('mgr-1', null, 'yes');
  await world.says('mgr-1', null, 'cadence all daily');
  await world.trip(trip => proposeGraduation(trip, transitionId, 'for the test'));
  await world.says('lead-1', 'northwind-shared', 'page');
  const page = await client.page.findFirstOrThrow({ where: { customerId: 'northwind' } });
  const checkIn = await client.checkIn.findFirstOrThrow({ where: { customerId: 'northwind' } });
  const note = await client.event.findFirstOrThrow({ where: { text: secret } });
  const task = await client.task.findFirstOrThrow({ where: { customerId: 'northwind' } });
  await world.says('adv-1', null, 'drill northwind');
  const drill = await client.drill.findFirstOrThrow({ where: { customerId: 'northwind' } });
  const cover = await client.cover.create({
    data: {
      id: 'cover-1',
      scheduleId: 'duty',
      from: new Date('2026-03-08T09:00:00Z'),
      until: new Date('2026-03-08T18:00:00Z'),
      askerId: 'eng-1',
      toId: 'adv-2',
      state: 'asked',
      askedAt: new Date('2026-03-06T09:00:00Z'),
    },
  });
  const [received] = await world.trip(trip => {
    const closedAt = new Date('2026-03-05T15:00:00Z');
    const work = {
      externalId: 'R-1',
      title: secret,
      minutes: 30,
      by: 'eng-1',
      closedAt,
      notes: [],
    };
    return receiveRequests(trip, 'northwind', [work]);
  });
  await world.mutters('eng-1', 'northwind-team', `I will send the ${secret} by Monday`);
  const promise = await client.vendorPromise.findFirstOrThrow({ where: { state: 'offered' } });
  const survey = await client.survey.create({
    data: {
      id: 'survey-1',
      key: 'nps:northwind/erp:1',
      customerId: 'northwind',
      personId: 'lead-1',
      kind: 'nps',
      state: 'asked',
      plannedAt: new Date('2026-03-06T15:00:00Z'),
      reference: 'asked',
    },
  });
  const requestId = received?.id ?? '';
  const audit = await client.audit.findFirstOrThrow({ where: { action: 'cadence.change' } });
  const pending = await client.pendingChange.findFirstOrThrow({ where: { state: 'waiting' } });
  const step = await client.milestone.findFirstOrThrow({ where: { customerId: 'northwind' } });
  const at = new Date('2026-03-06T15:00:00Z');
  const theme = { id: 'theme-1', state: 'done', change: 'it opens at once', changedAt: at };
  await client.theme.create({ data: { ...theme, createdAt: at } });
  const saying = { id: 'saying-1', key: 'saying-1', kind: 'complaint', text: 'the list is slow' };
  const said = {
    ...saying,
    customerId: 'northwind',
    isOpen: true,
    at,
    terms: ['list'],
    themeId: theme.id,
  };
  await client.saying.create({ data: said });
  const quarter = { id: 'northwind/Q4-2025', customerId: 'northwind', quarter: 'Q4 2025' };
  await client.quarterReview.create({ data: { ...quarter, state: 'drafted' } });
  return {
    'check-in.good': checkIn.id,
    'check-in.fine': checkIn.id,
    'check-in.worried': checkIn.id,
    'page.raise': 'northwind',
    'page.decline': 'northwind',
    'page.acknowledge': page.id,
    'page.reassign': page.id,
    'page.update': page.id,
    'page.resolve': page.id,
    'page.next-word': `${page.id} 30`,
    'page.snooze': `${page.id} 15`,
    'page.pass': page.id,
    'page.share': page.id,
    'page.confirm': page.id,
    'page.reopen': page.id,
    'request.approve': requestId,
    'request.waive': requestId,
    'request.query': requestId,
    'request.correct': requestId,
    'promise.note': promise.id,
    'promise.share': promise.id,
    'promise.keep': promise.id,
    'promise.decline': promise.id,
    'survey.score': `${survey.id} 9`,
    'quarter.publish': `${quarter.id} print`,
    'voice.tell': `${theme.id} done`,
    'words.show': note.id,
    'reference.accept': survey.id,
    'reference.decline': survey.id,
    'cadence.keep': transitionId,
    'cadence.accept': transitionId,
    'change.apply': pending.id,
    'change.cancel': pending.id,
    'change.undo': audit.id,
    'note.publish': note.id,
    'task.close': task.id,
    'graduation.accept': transitionId,
    'graduation.decline': transitionId,
    'step.confirm': step.id,
    'step.later': step.id,
    'choice.pick': '1',
    'place.settle': 'northwind-shared northwind shared -',
    'drill.sign': drill.id,
    'relief.ask': cover.id,
    'cover.accept': cover.id,
    'cover.decline': cover.id,
  };
}

/** The newest message that offers this button, where there is one: the best try an intruder has. */
export async function bearing(world: TestWorld, action: ActionId): Promise<string> {
  const { client } = world.stage.world.ports.database;
  const rows = await client.message.findMany({
    where: { customerId: 'northwind' },
    orderBy: { seq: 'desc' },
  });
  const found = rows.find(row => JSON.stringify(row.card).includes(`"${action}"`));
  return (found ?? rows[0])?.id ?? '';
}

/** Each command as somebody would type it about Northwind. */
export const typed: Record<CommandName, string> = {
  help: 'help',
  log: 'log northwind: planted words',
  publish: 'publish northwind: planted words',
  milestone: 'milestone northwind backup done',
  cadence: 'cadence northwind weekly',
  pause: 'pause northwind until Monday',
  resume: 'resume northwind',
  why: 'why northwind',
  brief: 'brief northwind',
  page: 'page northwind: planted words',
  ack: 'ack northwind',
  update: 'update northwind: planted words',
  next: 'next northwind: in 20 minutes',
  snooze: 'snooze northwind: 20m',
  resolve: 'resolve northwind: planted words',
  reassign: 'reassign northwind: to Tom',
  add: 'add northwind: Tom',
  who: 'who northwind',
  'on-call': 'on-call',
  override: 'swap duty Tom from Friday 18:00 until Saturday 09:00',
  promise: 'promise northwind: planted words by Monday',
  kept: 'kept northwind: planted',
  moved: 'moved northwind: planted words to Friday 17:00 because of planted words',
  trust: 'trust northwind',
  show: 'show northwind',
  words: 'words northwind',
  leave: 'leave cancel',
  surveys: 'surveys northwind',
  quarterly: 'quarterly northwind',
  voice: 'voice northwind',
  sales: 'sales northwind',
  management: 'management',
  hand: 'hand northwind: planted words to Kestrel',
  task: 'task northwind: planted words',
  done: 'done',
  portfolio: 'portfolio',
  learning: 'learning',
  audit: 'audit northwind',
  undo: 'undo northwind',
  status: 'status northwind',
  pages: 'pages',
  graduate: 'graduate northwind',
  place: 'place northwind-shared is northwind, shared',
  tasks: 'tasks',
  drill: 'drill northwind',
  test: 'test my phone',
  verify: 'verify 123456',
  readiness: 'readiness',
  push: 'push',
  calendar: 'calendar',
  holidays: 'holidays northwind',
  ask: 'ask northwind: Grace',
  'why-page': 'why page northwind',
  cover: 'cover Tom on Friday night',
  review: 'review northwind',
  approve: 'approve northwind R-1',
  waive: 'waive northwind R-1',
  query: 'query northwind R-1: planted words',
  explain: 'explain northwind R-1: planted words',
  correct: 'correct northwind R-1 minutes 45 because of planted words',
  reopen: 'reopen northwind R-1',
  bill: 'bill northwind',
  rule: 'rule northwind double off because of planted words',
  console: 'console',
};
