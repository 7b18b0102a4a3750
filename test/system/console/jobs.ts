import type { Locator } from 'playwright-core';
import { raisePage } from '../../../src/paging/raise-page.ts';
import { makePromise } from '../../../src/promises/make-promise.ts';
import { openTask } from '../../../src/tasks/open-task.ts';
import type { Hand } from './hands.ts';
import type { PageName } from './sights.ts';
import type { ConsoleStage } from './stage.ts';

/** What somebody comes to a page of the console for. */
export interface Job {
  readonly name: string;
  /** Whose job it is; null for whoever stands before the door. */
  readonly by: string | null;
  /** Done on every day, not only in the wide sweep. */
  readonly isDaily?: true;
  run(hand: Hand, at: ConsoleStage): Promise<void>;
}

const button = ({ page }: Hand, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first();
const link = ({ page }: Hand, name: string | RegExp): Locator =>
  page.getByRole('link', { name, exact: typeof name === 'string' }).first();
const field = ({ page }: Hand, name: string | RegExp): Locator => page.getByLabel(name).first();
const sees = ({ page }: Hand, words: string | RegExp) => page.getByText(words).first().waitFor();
const isAt = ({ page }: Hand, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

const filter: Job = {
  name: 'portfolio: find one, and ask it less often; take it back',
  by: 'mgr-1',
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console`);
    await hand.write(field(hand, 'Find a customer by name'), 'north');
    await hand.press(button(hand, 'Find'));
    await hand.page.waitForURL('**/console?q=north&sort=');
    await hand.press(field(hand, 'Choose Northwind'));
    await hand.choose(field(hand, 'Ask those you chose'), 'every two weeks');
    await hand.press(button(hand, 'Show what would come'));
    await isAt(hand, /^Ask one of them every two weeks/);
    await hand.write(field(hand, 'Why, for whoever asks later'), 'they asked for it');
    await hand.press(button(hand, 'Set it for all of them'));
    await isAt(hand, 'Set for 1');
    await hand.press(button(hand, 'Undo'));
    await isAt(hand, 'Customers');
  },
};

const tell: Job = {
  name: 'customer: write down, publish, correct',
  by: 'adv-1',
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console/customers/northwind`);
    await hand.write(field(hand, 'Write down what happened'), 'The queue is full.');
    await hand.press(button(hand, 'For us alone'));
    await hand.page.locator('.facts .internal').getByText('The queue is full.').first().waitFor();
    await hand.press(link(hand, 'Publish it'));
    await hand.write(field(hand, 'Say it as they may read it'), 'The queue was full.');
    await hand.press(button(hand, 'Publish to them'));
    await hand.page.locator('.facts .shared').getByText('The queue was full.').first().waitFor();
    await hand.press(link(hand, 'Correct it'));
    await hand.write(field(hand, /^Say what is right/), 'Correction: The queue was half full.');
    await hand.press(button(hand, 'Publish to them'));
    await sees(hand, 'Correction: The queue was half full.');
  },
};

const move: Job = {
  name: 'transition: move a step, seeing before who is told what',
  by: 'adv-1',
  async run(hand, at) {
    const plan = '/console/customers/northwind/transitions/erp';
    await hand.page.goto(at.url + plan);
    await hand.press(hand.page.locator(`table a[href="${plan}/steps/open"]`));
    const to = (await field(hand, /^From/).inputValue()).replace(/T(\d\d)/, (_, hour) => {
      return `T${String((Number(hour) + 1) % 24).padStart(2, '0')}`;
    });
    await hand.setTime(field(hand, /^From/), to);
    await hand.write(field(hand, /^Because/), 'the copy is slow');
    await hand.press(button(hand, 'Show what would move'));
    await sees(hand, 'What they read in');
    await hand.press(button(hand, 'Move it and tell them'));
    await sees(hand, 'They are told, with the old and the new times.');
  },
};

const override: Job = {
  name: 'on call: put somebody else on call, and end it',
  by: 'mgr-1',
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console/on-call`);
    await hand.setTime(field(hand, /^From/), '2026-03-20T18:00');
    await hand.setTime(field(hand, /^Until/), '2026-03-21T06:00');
    await hand.press(button(hand, 'Put them on call'));
    await sees(hand, 'Exceptions');
    await hand.press(button(hand, 'Take it back'));
    await hand.page.waitForURL('**/console/on-call?done=*');
  },
};

const care: Job = {
  name: 'page: take it, say how it goes, resolve it',
  by: 'adv-2',
  isDaily: true,
  async run(hand, at) {
    const words = 'Nobody can log in.';
    const down = { customerId: 'lakeside', raisedBy: 'api', words, isShared: true } as const;
    const { pageId } = await at.ports.database.trip(trip => raisePage(trip, down));
    await hand.page.goto(`${at.url}/console/pages`);
    await hand.press(hand.page.locator(`a[href$="${pageId}"]`).first());
    await hand.press(button(hand, 'I have it'));
    await sees(hand, 'You have it. Nobody else is called.');
    await hand.write(field(hand, 'How it goes, or what it was'), 'Looking at the log-in.');
    await hand.press(button(hand, 'Update'));
    await sees(hand, 'Looking at the log-in.');
    await hand.write(field(hand, 'How it goes, or what it was'), 'A lock was held.');
    await hand.press(button(hand, 'Resolved'));
    await sees(hand, 'A lock was held.');
  },
};

const stuck: Job = {
  name: 'organisation: send what did not go out, drop another',
  by: 'adv-1',
  async run(hand, at) {
    const { client } = at.ports.database;
    const two = await client.message.findMany({ take: 2, orderBy: { seq: 'desc' } });
    const customerId = 'northwind';
    const held = { state: 'failed', customerId, sentRevision: 0, externalRef: null } as const;
    for (const [index, { id }] of two.entries())
      await client.message.update({ where: { id }, data: { ...held, reason: `broken ${index}` } });
    await hand.page.goto(`${at.url}/console/organisation`);
    await hand.press(button(hand, 'Send it'));
    await hand.page.waitForURL('**/console/organisation?done=*');
    await hand.press(button(hand, 'Drop it'));
    await sees(hand, 'Everything that was to be said was said.');
  },
};

const write: Job = {
  name: 'setup: change it, see what would change, bring it in',
  by: 'mgr-1',
  async run(hand, at) {
    for (const name of ['Northwind Trading', 'Northwind']) {
      await hand.page.goto(`${at.url}/console/setup`);
      await hand.write(field(hand, 'Find a customer by name'), 'northw');
      await hand.press(button(hand, 'Find'));
      await hand.press(link(hand, /^Northwind/));
      const text = field(hand, /What is left out stays as it is/);
      const was = await text.inputValue();
      await hand.write(text, was.replace(/name: Northwind.*/, `name: ${name}`));
      await hand.press(button(hand, 'Show what would change'));
      await hand.press(button(hand, 'Bring it in'));
      await hand.page.waitForURL('**/console/setup?customer=northwind&done=imported');
    }
  },
};

const askLink: Job = {
  name: 'door: ask for a link',
  by: null,
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console/sign-in`);
    await hand.write(field(hand, 'Your name, mailbox or id'), 'adv-1');
    await hand.press(button(hand, 'Send me a link'));
    await sees(hand, /link/);
  },
};

const letIn: Job = {
  name: 'other systems: let one in, and end it',
  by: 'mgr-1',
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console/systems`);
    await hand.write(field(hand, 'What it is for'), 'tickets');
    await hand.write(field(hand, 'For which customers'), 'northwind');
    await hand.press(button(hand, 'Make a token'));
    await isAt(hand, 'A token for tickets');
    await hand.press(link(hand, 'I have it'));
    await hand.press(button(hand, 'End it'));
    await sees(hand, 'None yet. A token lets one in.');
  },
};

const keep: Job = {
  name: 'portfolio: another order, kept under a name, and forgotten',
  by: 'adv-1',
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console?sort=silence`);
    await hand.press(hand.page.getByText('Keep this view'));
    await hand.write(field(hand, 'Its name'), 'Silent ones');
    await hand.press(button(hand, 'Keep it'));
    await hand.press(link(hand, 'Silent ones'));
    await hand.press(button(hand, /^Forget/));
    await sees(hand, 'That name is forgotten.');
  },
};

const settle: Job = {
  name: 'organisation: settle a place',
  by: 'adv-1',
  async run(hand, at) {
    const place = { id: 'new-place', name: 'north-new', audience: 'shared' } as const;
    const parked = { customerId: null, outside: [], parkedReason: 'Nobody has said yet.' };
    await at.ports.database.client.place.upsert({
      where: { id: place.id },
      create: { ...place, ...parked },
      update: parked,
    });
    await hand.page.goto(`${at.url}/console/organisation`);
    await hand.choose(field(hand, 'Whose #north-new is'), 'Northwind');
    await hand.press(button(hand, 'Only we do'));
    await sees(hand, /#north-new is ours, about Northwind/);
  },
};

const northwind = '/console/customers/northwind';
const erp = `${northwind}/transitions/erp`;

const ask: Job = {
  name: 'what Handrail says: ask at the top, press the button of the answer, say the next thing',
  by: 'adv-1',
  async run(hand, at) {
    const { client } = at.ports.database;
    const asked = { kind: 'asked', text: 'count the chairs', assigneeId: 'adv-1' };
    const key = `task:${at.ports.random.id()}`;
    const task = { key, customerId: 'northwind', ...asked };
    await at.ports.database.trip(trip => openTask(trip, task));
    await hand.page.goto(`${at.url}/console`);
    await hand.write(field(hand, /^Ask or tell Handrail/), 'who northwind');
    await hand.press(button(hand, 'Say'));
    await isAt(hand, 'Handrail says');
    await hand.write(field(hand, 'Say the next thing'), 'tasks');
    await hand.press(button(hand, 'Say it'));
    const answer = hand.page.locator('.answer', { hasText: 'count the chairs' });
    const pressed = hand.page.waitForResponse('**/console/press');
    await hand.press(answer.getByRole('button', { name: 'Done' }).last());
    await pressed;
    const { state } = await client.task.findFirstOrThrow({ where: { key } });
    if (state !== 'done') throw new Error(`The task is ${state}.`);
  },
};

const rhythm: Job = {
  name: 'how often: see what would come, set it, take it back',
  by: 'mgr-1',
  async run(hand, at) {
    await hand.page.goto(at.url + northwind);
    await hand.choose(field(hand, 'Ask them'), 'every two weeks');
    await hand.press(hand.page.locator('.dial button').first());
    await isAt(hand, /every two weeks/);
    await hand.write(field(hand, 'Why, for whoever asks later'), 'they asked for it');
    await hand.press(button(hand, 'Set it'));
    await sees(hand, 'That is how often they are asked now.');
    await hand.press(button(hand, 'Undo'));
    await sees(hand, 'Taken back.');
  },
};

const owe: Job = {
  name: 'customer: do something about them, and end what waits',
  by: 'adv-1',
  async run(hand, at) {
    const { database, clock } = at.ports;
    await database.trip(async trip => {
      const promisedFor = new Date(clock.now().getTime() + 3_600_000);
      const promise = { byId: 'adv-1', text: 'Bring the cake', visibility: 'internal' } as const;
      await makePromise(trip, { customerId: 'northwind', ...promise, promisedFor });
    });
    await hand.page.goto(at.url + northwind);
    await hand.press(hand.page.locator('summary', { hasText: 'Put a task down' }));
    await hand.write(field(hand, 'Put a task down'), 'count the tables');
    await hand.press(button(hand, 'Do it'));
    for (const [words, end] of [
      ['count the tables', 'Done'],
      ['Bring the cake', 'Kept'],
    ] as const) {
      const line = hand.page.locator('.owed li', { hasText: words });
      await hand.press(line.getByRole('button', { name: end }));
      await hand.page.waitForURL(`**${northwind}?done=*`);
      await line.waitFor({ state: 'detached' });
    }
  },
};

const sign: Job = {
  name: 'transition: sign its drill',
  by: 'mgr-1',
  async run(hand, at) {
    const { database } = at.ports;
    await database.client.drill.updateMany({
      data: { state: 'done', signedById: null, signedAt: null, voided: null },
    });
    await hand.page.goto(at.url + erp);
    await hand.press(button(hand, 'Sign it'));
    await sees(hand, 'Signed.');
  },
};

const report: Job = {
  name: 'report: read how it went, and take it along as a table',
  by: 'adv-1',
  async run(hand, at) {
    await hand.page.goto(at.url + erp);
    await hand.press(link(hand, 'How it went'));
    await isAt(hand, /how it went$/);
    const [file] = await Promise.all([
      hand.page.waitForEvent('download'),
      hand.press(link(hand, 'As a table (CSV)')),
    ]);
    if (!file.suggestedFilename().endsWith('.csv')) throw new Error('It is no table.');
  },
};

const rehearse: Job = {
  name: 'rehearsal: live a window through, and read it there',
  by: 'adv-1',
  async run(hand, at) {
    const { client } = at.ports.database;
    await client.rehearsal.deleteMany();
    await hand.page.goto(`${at.url}${erp}/rehearsal`);
    await hand.choose(
      field(hand, 'What happens in it'),
      'Nobody reports anything, and nobody answers',
    );
    await hand.press(button(hand, 'Live it through'));
    await sees(hand, 'It is being lived through, beside what runs here.');
    await at.rehearsed();
    await hand.page.reload();
    await sees(hand, 'Messages they read');
  },
};

const pace: Job = {
  name: 'pages: who took how long',
  by: 'adv-1',
  async run(hand, at) {
    const words = 'The printer is out.';
    const out = { customerId: 'lakeside', raisedBy: 'api', words, isShared: true } as const;
    await at.ports.database.trip(trip => raisePage(trip, out));
    await hand.page.goto(`${at.url}/console/pages`);
    await hand.press(link(hand, 'By whoever had it'));
    await sees(hand, 'Half taken within');
    await hand.press(link(hand, 'Resolved'));
    await hand.page.waitForURL('**/console/pages?which=resolved');
  },
};

const examine: Job = {
  name: 'settings: look at them, and again',
  by: 'adv-1',
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console/organisation`);
    await hand.press(link(hand, 'Look at the settings'));
    await isAt(hand, 'The settings, looked at');
    await hand.press(link(hand, 'Look again'));
    await isAt(hand, 'The settings, looked at');
  },
};

const own: Job = {
  name: 'organisation: what is over all customers, by its button',
  by: 'mgr-1',
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console/organisation`);
    await hand.press(button(hand, 'What reached management'));
    await isAt(hand, 'Handrail says');
    await sees(hand, /management/);
  },
};

const tellAgain: Job = {
  name: 'other systems: have one told again what it did not hear',
  by: 'mgr-1',
  async run(hand, at) {
    const told = { url: 'https://tickets.example/told', tells: ['page.*'], audience: 'internal' };
    const webhook = { id: 'tickets', customers: ['northwind'], ...told };
    const where = { id: 'tickets' };
    await at.ports.database.client.webhook.upsert({ where, create: webhook, update: webhook });
    await hand.page.goto(`${at.url}/console/systems`);
    await hand.press(button(hand, 'Tell it'));
    await sees(hand, 'There was nothing of that time to tell again.');
  },
};

const openLink: Job = {
  name: 'link: in, and out again, here or in every browser',
  by: null,
  async run(hand, at) {
    for (const out of ['Sign out', 'Sign out in every browser']) {
      await hand.page.goto(at.url + (await at.link('adv-2')));
      await hand.press(button(hand, /^Sign in as/));
      await isAt(hand, 'Customers');
      await hand.press(hand.page.locator('.me summary'));
      await hand.press(button(hand, out));
      await hand.page.waitForURL('**/console/sign-in');
    }
  },
};

const quarter: Job = {
  name: 'reviews: say a sentence of ours in one, take it back, leave a part out and have it again',
  by: 'adv-1',
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console/customers/northwind`);
    await hand.press(link(hand, 'Quarters'));
    await isAt(hand, 'Northwind: how the quarters went');
    await hand.press(link(hand, 'Q1 2026'));
    await hand.write(field(hand, /^A sentence of yours/), 'Two more of you are trained.');
    await hand.press(button(hand, 'Add it'));
    await hand.page.locator('.theirs').getByText('Two more of you are trained.').waitFor();
    await hand.press(button(hand, 'Take this sentence back'));
    await hand.press(button(hand, 'Leave out: The plan'));
    await sees(hand, 'left out');
    await hand.press(button(hand, 'As the facts say: The plan'));
    await hand.page.locator('.theirs').getByText('The plan').waitFor();
  },
};

/** The first run, where nobody is known yet. */
export const firstRun: Job = {
  name: 'first run: from nothing to a customer, its plan and a page to practise',
  by: null,
  async run(hand, at) {
    await hand.page.goto(`${at.url}/console`);
    await isAt(hand, 'Let us begin');
    const answers: readonly (readonly [string, string])[] = [
      ['Your organisation', 'Fernhollow'],
      ['Your name', 'Nora Whitfield'],
      ['Your clock', 'Europe/London'],
      ['Their name', 'Müller & Söhne'],
      ['Who leads there', 'Anna Vogt'],
      ['Their clock', 'Europe/Berlin'],
      ['What you call it', 'ERP go-live'],
    ];
    for (const [label, answer] of answers) await hand.write(field(hand, label), answer);
    await hand.setTime(field(hand, 'Its window begins, on their clock'), '2026-03-13T18:00');
    await hand.setTime(field(hand, 'Its window ends'), '2026-03-14T06:00');
    await hand.press(button(hand, 'Begin'));
    await hand.press(button(hand, /^Sign in as/));
    await hand.press(link(hand, 'Müller & Söhne'));
    await isAt(hand, 'Müller & Söhne');
  },
};

/** What one comes to each page for. */
export const jobs: Readonly<Record<PageName, readonly [Job, ...Job[]]>> = {
  door: [askLink],
  link: [openLink],
  begin: [firstRun],
  portfolio: [filter, keep],
  customer: [tell, owe],
  cadence: [rhythm],
  cadences: [filter],
  cadencesSet: [filter],
  transition: [sign],
  report: [report],
  reviews: [quarter],
  review: [quarter],
  step: [move],
  rehearsal: [rehearse],
  pages: [pace],
  page: [care],
  onCall: [override],
  organisation: [stuck, settle, own],
  check: [examine],
  systems: [letIn, tellAgain],
  setup: [write],
  said: [ask],
};
