import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import type { FormName, FormValues } from '../../../src/conversation/forms/form.ts';
import { openForm } from '../../../src/conversation/forms/open-form.ts';
import { readForm } from '../../../src/conversation/forms/read-form.ts';
import { plainSpans } from '../../../src/delivery/plain-text.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';
import { inWindow, setup } from './room.ts';
import { ours, theirs } from './slack.ts';
import { at, local, send } from './talk.ts';

/** The room, with a customer, a schedule and people whose names are full of traps. */
const tricky = {
  ...setup,
  people: [
    ...setup.people,
    { id: 'to-in', name: 'Ann-Marie "to" O’Hara', side: 'vendor', contact: [{ via: 'chat' }] },
  ],
  customers: [
    ...setup.customers,
    {
      ...(setup.customers[0] as object),
      id: 'salt-and.pepper',
      name: 'Salt and Pepper: Daily, Ltd.',
      people: { advocate: 'adv-1', manager: 'mgr-1' },
      places: [{ id: 'salt-shared', audience: 'shared' }],
    },
  ],
  schedules: [...setup.schedules, { ...(setup.schedules[0] as object), id: 'on-call.from-eu' }],
};

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld(tricky, { at: inWindow });
});
afterAll(() => world.close());

const client = () => world.stage.world.ports.database.client;
const ask = (
  name: FormName,
  user: string,
  values: FormValues = {},
  place: string | null = null,
) => ({
  name,
  from: local(user),
  in: place ? at(place) : null,
  values,
});
const open = (...[name, user, values, place]: Parameters<typeof ask>) =>
  world.trip(trip => openForm(trip, ask(name, user, values, place)));
const read = (...[name, user, values, place]: Parameters<typeof ask>) =>
  world.trip(trip => readForm(trip, ask(name, user, values, place)));

/** Fills a form in and gives the command it means, as an adapter does. */
async function submit(name: FormName, user: string, values: FormValues) {
  const reading = await read(name, user, values);
  if (reading.outcome !== 'command') throw new Error(JSON.stringify(reading));
  const { command, words } = reading;
  const said = { kind: 'command', command, words, about: null } as const;
  return send(world, { from: local(user), in: null, quietly: true, said });
}

const values = (form: Awaited<ReturnType<typeof open>>) =>
  Object.fromEntries((form?.fields ?? []).map(field => [field.id, field.value]));
const optionsOf = (form: Awaited<ReturnType<typeof open>>, id: string) => {
  const field = form?.fields.find(one => one.id === id);
  return field?.kind === 'choice' ? field.options.map(({ value }) => value) : [];
};

describe('the cadence form', () => {
  test('shows the next five check-ins as they would come, and changes with what is chosen', async () => {
    const transition = 'northwind/erp';
    const form = await open('cadence', 'mgr-1', { transition, how: '1d' });
    const reader = { timeZone: 'Europe/London', now: world.stage.now() };
    const preview = form?.preview.map(text => plainSpans(text, reader)).join() ?? '';
    expect(preview).toMatch(/^Northwind: daily.*Next: (?:[^,]+, )+/);
    const hourly = await open('cadence', 'mgr-1', { transition, how: '30m' });
    expect(hourly?.preview.map(text => plainSpans(text, reader)).join()).not.toBe(preview);
    expect(form?.fields.filter(field => field.kind === 'choice' && field.isLive)).toHaveLength(2);
  });

  test('is done at once, because it was seen; audited and undone like any other', async () => {
    const [done] = await submit('cadence', 'mgr-1', {
      transition: 'northwind/erp',
      how: 'close',
      why: 'because the CFO asked, “because”: a\nlot',
    });
    expect(done?.text).toContain('✅ Done');
    expect(done?.text).toContain('Northwind');
    const cadence = () =>
      client().cadence.findUniqueOrThrow({ where: { transitionId: 'northwind/erp' } });
    expect((await cadence()).closeness).toBe(0.2);
    const audit = await client().audit.findFirstOrThrow({ where: { action: 'cadence.change' } });
    expect(audit).toMatchObject({ actorId: 'mgr-1' });
    expect(audit.why).toContain('the CFO asked');
    await world.presses('mgr-1', 'change.undo');
    expect((await cadence()).closeness).toBe(0.5);
  });

  test('changes the one transition that was chosen, whatever its customer is called', async () => {
    const transition = 'salt-and.pepper/erp';
    await submit('cadence', 'mgr-1', { transition, how: 'light' });
    const cadence = await client().cadence.findUniqueOrThrow({
      where: { transitionId: transition },
    });
    expect(cadence.closeness).toBe(1.2);
  });

  test('a typed command cannot say that it was seen', async () => {
    await world.says('mgr-1', null, 'cadence previewed northwind: light');
    const cadence = await client().cadence.findUniqueOrThrow({
      where: { transitionId: 'northwind/erp' },
    });
    expect(cadence.closeness).toBe(0.5);
  });

  test('is for the customer’s manager alone', async () => {
    for (const user of ['adv-1', 'lead-1', 'nobody']) {
      expect(await open('cadence', user)).toBeNull();
      expect(await read('cadence', user, { transition: 'northwind/erp', how: '1d' })).toEqual({
        outcome: 'refused',
      });
    }
    expect(optionsOf(await open('cadence', 'mgr-2'), 'transition')).toEqual(['lakeside/erp']);
    expect(await read('cadence', 'mgr-2', { transition: 'northwind/erp', how: '1d' })).toEqual({
      outcome: 'refused',
    });
    expect(await open('cadence', 'mgr-2', {}, 'northwind-shared')).toBeNull();
  });

  test('says what is missing', async () => {
    expect(await read('cadence', 'mgr-1', {})).toMatchObject({
      problems: { transition: /Choose/ },
    });
    expect(
      await read('cadence', 'mgr-1', { transition: 'northwind/erp', how: 'sometimes' }),
    ).toMatchObject({ problems: { how: expect.stringContaining('Choose') } });
  });
});

describe('the log form', () => {
  test('writes for us only unless it says otherwise, in the very words', async () => {
    const text = 'Lakeside: called.\nDaily, because “northwind: publish” & <b>';
    const customer = 'salt-and.pepper';
    await submit('log', 'eng-1', { customer, text });
    const note = await client().event.findFirstOrThrow({ where: { text } });
    expect(note).toMatchObject({ customerId: customer, visibility: 'internal', authorId: 'eng-1' });
    await submit('log', 'eng-1', { customer, text: `${text} too`, readers: 'customer' });
    const told = await client().event.findFirstOrThrow({ where: { text: `${text} too` } });
    expect(told).toMatchObject({ customerId: customer, visibility: 'shared' });
  });

  test('knows the customer of the place it was opened in, and asks otherwise', async () => {
    expect(values(await open('log', 'eng-1', {}, 'northwind-team'))).toMatchObject({
      customer: 'northwind',
      readers: 'us',
    });
    expect(values(await open('log', 'eng-1'))).toMatchObject({ customer: null });
    expect(await read('log', 'eng-1', { text: 'x' })).toMatchObject({
      problems: { customer: expect.stringContaining('Choose') },
    });
    expect(await read('log', 'eng-1', { customer: 'northwind', text: '  ' })).toMatchObject({
      problems: { text: expect.any(String) },
    });
    expect(await read('log', 'eng-1', { customer: 'nobody', text: 'x' })).toEqual({
      outcome: 'refused',
    });
  });
});

describe('the milestone form', () => {
  test('moves the very step that was chosen, at the time on its own clock', async () => {
    await world.at('2026-03-06T19:30:00-05:00');
    const customer = 'salt-and.pepper';
    const step = 'salt-and.pepper/erp/copy';
    const chosen = await open('milestone', 'adv-1', { customer, step });
    expect(optionsOf(chosen, 'step')).toContain(step);
    expect(optionsOf(chosen, 'becomes')).toContain('underway');
    const becomes = 'underway';
    // 00:10 in London is 19:10 in New York.
    await submit('milestone', 'adv-1', { customer, step, becomes, at: '2026-03-07T00:10' });
    const row = await client().milestone.findUniqueOrThrow({ where: { id: step } });
    expect(row.state).toBe('underway');
    expect(row.startedAt?.toISOString()).toBe('2026-03-07T00:10:00.000Z');
    const other = await client().milestone.findUniqueOrThrow({
      where: { id: 'northwind/erp/copy' },
    });
    expect(other.state).not.toBe('underway');
  });

  test('says what cannot be', async () => {
    const base = { customer: 'northwind', step: 'northwind/erp/copy-stock' };
    expect(await read('milestone', 'adv-1', { customer: 'northwind' })).toMatchObject({
      problems: { step: expect.any(String) },
    });
    expect(
      await read('milestone', 'adv-1', { ...base, step: 'lakeside/erp/backup', becomes: 'done' }),
    ).toMatchObject({ problems: { step: expect.any(String) } });
    expect(await read('milestone', 'adv-1', { ...base, becomes: 'rolled-back' })).toMatchObject({
      problems: { becomes: expect.stringContaining('it can become') },
    });
    const done = { ...base, becomes: 'done' };
    expect(await read('milestone', 'adv-1', { ...done, at: '2031-01-01T10:00' })).toMatchObject({
      problems: { at: expect.stringContaining('ahead') },
    });
    expect(await read('milestone', 'adv-1', { ...done, at: 'soon' })).toMatchObject({
      problems: { at: expect.any(String) },
    });
  });
});

describe('the override form', () => {
  test('puts somebody else on call for a while, whatever they and the schedule are called', async () => {
    const schedule = 'on-call.from-eu';
    const form = await open('override', 'eng-1', { schedule });
    expect(optionsOf(form, 'person').slice(0, 2).sort()).toEqual(['adv-2', 'eng-1']);
    await submit('override', 'eng-1', {
      schedule,
      person: 'to-in',
      from: '2026-03-07T18:00',
      until: '2026-03-08T09:00',
    });
    const row = await client().schedule.findUniqueOrThrow({ where: { id: schedule } });
    expect(row.overrides).toEqual([
      expect.objectContaining({
        personId: 'to-in',
        from: expect.stringContaining('2026-03-07T18:00'),
      }),
    ]);
    const duty = await client().schedule.findUniqueOrThrow({ where: { id: 'duty' } });
    expect(duty.overrides).toEqual([]);
  });

  test('says what is missing or upside down', async () => {
    expect(await read('override', 'eng-1', {})).toMatchObject({
      problems: { schedule: /Choose/, person: /Choose/, from: /begins/, until: /ends/ },
    });
    const base = { schedule: 'duty', person: 'adv-1' };
    expect(
      await read('override', 'eng-1', {
        ...base,
        from: '2026-03-08T18:00',
        until: '2026-03-08T09:00',
      }),
    ).toMatchObject({ problems: { until: expect.stringContaining('before') } });
    expect(
      await read('override', 'eng-1', {
        ...base,
        from: '2026-03-01T18:00',
        until: '2026-03-02T09:00',
      }),
    ).toMatchObject({ problems: { until: expect.stringContaining('over') } });
  });
});

describe('the page form', () => {
  test('calls somebody with the words', async () => {
    const words = 'Lakeside: “everything: down”';
    await submit('page', 'sales-1', { customer: 'salt-and.pepper', words });
    const page = await client().page.findFirstOrThrow({ where: { reason: words } });
    expect(page).toMatchObject({ customerId: 'salt-and.pepper', isShared: false });
    expect(await read('page', 'sales-1', { customer: 'northwind' })).toMatchObject({
      problems: { words: expect.any(String) },
    });
  });
});

describe('a form is for the vendor’s people alone', () => {
  const names: FormName[] = ['cadence', 'hand-over', 'log', 'milestone', 'override', 'page'];
  const strangers: Inbound['from'][] = [
    local('lead-1'),
    local('lead-2'),
    local('nobody'),
    theirs('U9'),
    ours('U9', 'Gus', { isGuest: true }),
  ];
  test.each(names)('%s', async name => {
    for (const from of strangers) {
      const asked = { name, from, in: at('northwind-shared'), values: { customer: 'northwind' } };
      expect(await world.trip(trip => openForm(trip, asked))).toBeNull();
      expect(await world.trip(trip => readForm(trip, asked))).toEqual({ outcome: 'refused' });
    }
  });
});
