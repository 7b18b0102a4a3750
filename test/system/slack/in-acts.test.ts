import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isRaw, type Raw } from '../../harness/slack/check-element.ts';
import type { FakeView } from '../../harness/slack/views.ts';
import { bot, type Front, ids, openFront, until } from './front.ts';

let front: Front;
const client = () => front.ports.database.client;
beforeAll(async () => {
  front = await openFront();
});
afterAll(async () => {
  await front.close();
  expect(front.complaints).toEqual([]);
});
beforeEach(async () => {
  await front.runUntilIdle();
  await client().inbox.deleteMany();
  await client().page.updateMany({
    data: { state: 'resolved', resolvedAt: front.ports.clock.now(), openKey: null, dueAt: null },
  });
});

const factsWith = (text: string) =>
  client().event.findMany({ where: { text: { contains: text } }, orderBy: { seq: 'asc' } });
const isButton =
  (action: string) =>
  ({ actionId }: { actionId: string }) =>
    actionId.startsWith(action);

/** Calls of this method so far, so that a test can wait for the next one. */
const callsOf = (method: string) =>
  front.slack.callsOf(method).filter(({ answer }) => answer?.ok === true).length;

/** Does something, waits for the call that comes of it, and returns the newest view of that kind. */
async function viewAfter(
  method: 'views.open' | 'views.publish' | 'views.update',
  work: () => Promise<unknown>,
): Promise<FakeView> {
  const before = callsOf(method);
  await work();
  await until(() => callsOf(method) > before);
  const type = method === 'views.publish' ? 'home' : 'modal';
  const view = front.slack.views.open.findLast(each => each.type === type);
  if (!view) throw new Error('no view');
  return structuredClone(view);
}

const homeOf = (user: string) =>
  viewAfter('views.publish', () => front.hand(front.slack.happens.homeOpened(user)));

const stateOf = (values: Record<string, Raw>): Raw =>
  Object.fromEntries(Object.entries(values).map(([id, field]) => [id, { [id]: field }]));
const picked = (value: string): Raw => ({
  type: 'static_select',
  selected_option: { text: { type: 'plain_text', text: value }, value },
});
const typed = (value: string): Raw => ({ type: 'plain_text_input', value });

describe('the slash command', () => {
  test('is answered to the speaker alone, wherever it is given', async () => {
    const before = front.ours().length;
    const [handed] = await front.hand(
      front.slack.acts.command(ids.advocate, ids.shared, 'brief northwind'),
    );
    expect(JSON.parse(handed?.body ?? '')).toMatchObject({ response_type: 'ephemeral' });
    await front.runUntilIdle();
    const said = front.ours().slice(before);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter(({ channel }) => channel === ids.shared)).toEqual([]);
  });

  test('without words it says what can be said', async () => {
    const before = front.ours().length;
    await front.hand(front.slack.acts.command(ids.advocate, ids.internal, ''));
    await front.runUntilIdle();
    expect(front.ours().slice(before)[0]?.text).toContain('log');
  });
});

describe('shortcuts on a message', () => {
  async function shortcut(callbackId: string, text: string): Promise<void> {
    const { message } = await front.slack.say(front.http, {
      user: ids.lead,
      channel: ids.shared,
      text,
    });
    const act = front.slack.acts.messageShortcut(ids.advocate, callbackId, message);
    await front.hand(act, act);
    await front.runUntilIdle();
  }

  test('Add to timeline notes it internally, once', async () => {
    await shortcut('handrail_log', 'the import stopped at row 40');
    const facts = await factsWith('row 40');
    expect(facts.map(({ visibility }) => visibility)).toEqual(['internal']);
  });

  test('Publish to customer shows what the customer would read, and a press shares it', async () => {
    await shortcut('handrail_publish', 'the import is through');
    const shown = front.ours().at(-1);
    if (!shown) throw new Error('nothing was shown');
    await front.hand(front.slack.acts.press(ids.advocate, shown, isButton('note.publish')));
    await front.runUntilIdle();
    const facts = await factsWith('the import is through');
    expect(facts.some(({ visibility }) => visibility === 'shared')).toBe(true);
  });

  test('Page about this fetches somebody', async () => {
    await shortcut('handrail_page', 'the second column is blank');
    const open = await client().page.findMany({ where: { state: 'open' } });
    expect(open.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('the second column is blank'),
    ]);
  });
});

describe('forms', () => {
  async function open(user: string, name: string): Promise<FakeView> {
    const home = await homeOf(user);
    const isMeant = ({ actionId }: { actionId: string }) => actionId === `handrail.form:${name}`;
    return viewAfter('views.open', () => front.hand(front.slack.acts.pressInView(home, isMeant)));
  }

  test('Log… on Home: what is filled in becomes a note, once', async () => {
    const modal = await open(ids.advocate, 'log');
    expect(modal.type).toBe('modal');
    const fields = fieldsOf(modal);
    const state = stateOf({
      ...(fields.includes('customer') && { customer: picked('northwind') }),
      text: typed('filled into a form'),
      ...(fields.includes('visibility') && { visibility: picked('internal') }),
    });
    const submit = front.slack.acts.submit(modal, state);
    const [handed] = await front.hand(submit, submit);
    expect(handed?.body).toBe('');
    await front.runUntilIdle();
    expect(await factsWith('filled into a form')).toHaveLength(1);
  });

  test('Pass on, with a word: whoever comes next reads what the one before knew', async () => {
    const said = await front.says(ids.lead, ids.shared, `<@${bot}> page: nobody can post`);
    const card = said.find(({ channel }) => channel.startsWith('D'));
    if (!card) throw new Error('nobody was paged');
    await front.hand(front.slack.acts.press(ids.advocate, card, isButton('page.acknowledge')));
    await front.runUntilIdle();
    const mine = front.slack.messages.find(card.channel, card.ts);
    if (!mine) throw new Error('the card is gone');
    const press = () => front.slack.acts.press(ids.advocate, mine, isButton('page.pass'));
    const [first, late] = [press(), press()];
    const modal = await viewAfter('views.open', () => front.hand(first));
    const state = stateOf({ impact: typed('payroll waits'), tried: typed('restarted the queue') });
    await front.hand(front.slack.acts.submit(modal, state));
    await front.runUntilIdle();
    const passed = await client().event.findFirstOrThrow({
      where: { kind: 'page.reassigned' },
      orderBy: { seq: 'desc' },
    });
    expect(passed.data).toMatchObject({
      handOver: { impact: 'payroll waits', tried: 'restarted the queue', needed: null },
    });
    await client().page.updateMany({
      data: { state: 'resolved', resolvedAt: front.ports.clock.now(), openKey: null },
    });
    const before = front.ours().length;
    await front.hand(late);
    await until(async () => (await client().inbox.count({ where: { state: 'waiting' } })) > 0);
    await front.runUntilIdle();
    expect(front.ours().slice(before).at(-1)?.text).toContain('That page is resolved already');
  });

  test('what is wrong is said at its field', async () => {
    const modal = await open(ids.advocate, 'log');
    const [handed] = await front.hand(front.slack.acts.submit(modal, stateOf({})));
    const answer = JSON.parse(handed?.body ?? '') as Raw;
    expect(answer.response_action).toBe('errors');
    const named = Object.keys(answer.errors as Raw);
    expect(named.length).toBeGreaterThan(0);
    expect(fieldsOf(modal)).toEqual(expect.arrayContaining(named));
    expect(await front.inbox()).toEqual([]);
  });

  test('the manager sees the next check-ins change while choosing', async () => {
    const modal = await open(ids.manager, 'cadence');
    const select = blocksOf(modal).find(({ dispatch_action }) => dispatch_action === true);
    const element = select?.element as Raw;
    const options = (element.options ?? []) as { value: string }[];
    const other = options.at(-1)?.value ?? '';
    const id = String(select?.block_id);
    const values = stateOf({ [id]: picked(other) });
    const change = { type: 'static_select', action_id: id, block_id: id, ...picked(other) };
    const next = await viewAfter('views.update', () =>
      front.hand(front.slack.acts.change(modal, change, values)),
    );
    expect(next.id).toBe(modal.id);
    expect(JSON.stringify(next.view)).not.toBe(JSON.stringify(modal.view));
  });

  const byShortcut = (user: string) =>
    viewAfter('views.open', () =>
      front.hand(front.slack.acts.shortcut(user, 'handrail_page_customer')),
    );

  test('the global shortcut pages about a customer', async () => {
    expect((await byShortcut(ids.advocate)).view.callback_id).toBe('handrail.form:page');
  });

  test('a customer who finds a way to a form is told that it is not for them', async () => {
    const shown = await byShortcut(ids.lead);
    expect(JSON.stringify(shown.view)).toContain("I can't help with that here.");
  });
});

describe('Home', () => {
  test('a customer sees their situation and one button, and no forms', async () => {
    const home = await homeOf(ids.lead);
    const shown = JSON.stringify(home.view);
    expect(shown).toContain('page.raise');
    expect(shown).not.toContain('handrail.form:');
    expect(shown).not.toContain('Lakeside');
  });

  test('a button pressed there acts, and Home follows', async () => {
    const home = await homeOf(ids.lead);
    await viewAfter('views.publish', async () => {
      await front.hand(front.slack.acts.pressInView(home, isButton('page.raise')));
      await front.runUntilIdle();
    });
    expect(await client().page.count({ where: { state: 'open' } })).toBe(1);
  });
});

describe('buttons', () => {
  test('the same press told twice is one press', async () => {
    const [asked] = await front.says(ids.lead, ids.shared, `<@${bot}> what's happening now?`);
    if (!asked) throw new Error('no answer');
    const press = front.slack.acts.press(ids.lead, asked, isButton('page.raise'));
    await front.hand(press, press);
    const presses = (await front.inbox()).filter(({ id }) => id.startsWith('slack:press'));
    expect(presses).toHaveLength(1);
  });
});

function blocksOf({ view }: FakeView): Raw[] {
  return (view.blocks as unknown[]).filter(isRaw);
}

function fieldsOf(view: FakeView): string[] {
  return blocksOf(view)
    .filter(({ type }) => type === 'input')
    .map(({ block_id }) => String(block_id));
}
