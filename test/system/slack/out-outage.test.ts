import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Inbound } from '../../../src/conversation/arrival/inbound.ts';
import type { Outgoing, Sent, Surface } from '../../../src/delivery/surface.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import { minute, plus, second, since } from '../../../src/shared/time.ts';
import { createWorld, type World } from '../../../src/world.ts';
import { openTestDatabase, type TestPorts } from '../../harness/database.ts';
import {
  buildCustomer,
  buildEscalation,
  buildGoLive,
  buildNorthwind,
  customerPerson,
  vendorPerson,
} from '../../harness/northwind.ts';
import { type FakeSlack, openFakeSlack } from '../../harness/slack/fake-slack.ts';
import { watchErrors } from '../watch-errors.ts';
import { installIn, surfaceOn, vendorTeam } from './out-stage.ts';

const { logger } = watchErrors();

/** Calls phones, and remembers when. */
class Phone implements Surface {
  readonly platform = 'sms';
  readonly calls: { readonly number: string; readonly at: Date; readonly text: string }[] = [];
  private readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
  }

  async send({ address, text }: Outgoing): Promise<Sent> {
    this.calls.push({ number: address.id, at: this.now(), text });
    return { outcome: 'sent', ref: `sms-${this.calls.length}` };
  }

  async edit(_message: Outgoing, ref: string): Promise<Sent> {
    return { outcome: 'sent', ref };
  }

  async find(): Promise<undefined> {
    return undefined;
  }
}

const onSlack = (user: string, workspace = vendorTeam) => ({
  identities: [{ platform: 'slack', workspace, user }],
});
const reachedBy = (number: string) => ({
  contact: [{ via: 'chat' }, { via: 'sms', to: number, after: '2m' }],
});

const setup = buildNorthwind({
  people: [
    vendorPerson('adv-1', { ...onSlack('U0ADV1'), ...reachedBy('+447700900101') }),
    vendorPerson('eng-1', { ...onSlack('U0ENG1'), ...reachedBy('+447700900102') }),
    customerPerson('lead-1', 'northwind', onSlack('U0LEAD', 'T0CUST')),
  ],
  customers: [
    buildCustomer({
      people: { leader: 'lead-1', advocate: 'adv-1', backup: 'eng-1', manager: 'eng-1' },
      places: [
        {
          id: 'northwind-shared',
          audience: 'shared',
          identities: [{ platform: 'slack', workspace: vendorTeam, channel: 'C0NORTH' }],
        },
      ],
      transitions: [buildGoLive({ milestones: [] })],
    }),
  ],
  schedules: [],
  escalations: [
    buildEscalation({
      levels: [
        { to: ['advocate'], wait: '5m' },
        { to: ['eng-1'], wait: '5m' },
      ],
      repeat: 1,
    }),
  ],
});

const begin = new Date('2026-03-06T20:00:00Z');
let ports: TestPorts;
let slack: FakeSlack;
let world: World;
let phone: Phone;

beforeEach(async () => {
  ports = await openTestDatabase(begin);
  const { clock } = ports;
  slack = await openFakeSlack({ now: () => clock.now().getTime() });
  const installation = installIn(slack);
  slack.directory.addTeam('T0CUST');
  slack.directory.addUser('U0LEAD', 'T0CUST');
  for (const id of ['ADV1', 'ENG1']) slack.directory.addUser(`U0${id}`, vendorTeam);
  const members = [installation.botUserId, 'U0LEAD'];
  slack.directory.addChannel('C0NORTH', vendorTeam, { connected: ['T0CUST'], members });
  const { surface } = surfaceOn(slack, clock, installation);
  phone = new Phone(clock.now);
  const surfaces = { connected: [surface, phone], everywhere: null };
  world = createWorld({ ...ports, logger, surfaces });
  await ports.database.trip(trip => importSetup(trip, setupFrom(setup)));
  await world.engine.runUntilIdle();
});
afterEach(async () => {
  await slack.close();
  await ports.database.close();
});

function says(text: string, id: string): Inbound {
  return {
    id,
    from: { platform: 'slack', workspace: 'T0CUST', user: 'U0LEAD' },
    in: { platform: 'slack', workspace: vendorTeam, channel: 'C0NORTH' },
    addressed: true,
    threadOf: null,
    said: { kind: 'text', text },
  };
}

const minutesAfter = (start: Date, at: Date | undefined) => (at ? since(start, at) / minute : NaN);

test('Slack is down for an hour: the page goes by phone, then to the next person; then all is said within half a minute', async () => {
  const { clock, database } = ports;
  await slack.goDown();
  await world.receive(says('page, nothing works any more', 'e1'));
  await world.receive(says('what is happening now?', 'e2'));
  await world.engine.runUntilIdle();
  const down = clock.now();
  const back = plus(down, 60 * minute);
  await world.engine.advanceTo(clock, back);

  // By phone to the advocate, then to the next level, each within their time.
  const advocate = phone.calls.find(({ number }) => number === '+447700900101');
  const engineer = phone.calls.find(({ number }) => number === '+447700900102');
  expect(minutesAfter(down, advocate?.at)).toBeLessThanOrEqual(2.1);
  expect(minutesAfter(down, engineer?.at)).toBeLessThanOrEqual(7.1);
  expect(slack.messages.in('C0NORTH').filter(({ text }) => /paged/.test(text))).toEqual([]);

  await slack.comeBack();
  await world.engine.advanceTo(clock, plus(back, 30 * second));
  const waiting = await database.client.message.findMany({
    where: { via: 'chat', createdAt: { lt: back }, state: { in: ['waiting', 'sending', 'lost'] } },
    select: { key: true, state: true, reason: true },
  });
  expect(waiting).toEqual([]);
  const said = slack.messages.in('C0NORTH').map(({ text }) => text);
  expect(said.join('\n')).toMatch(/paged/);
  expect(said.join('\n')).toMatch(/As of|news/);
  const keys = slack.messages.all().map(({ metadata }) => metadata?.event_payload.key);
  expect(new Set(keys).size).toBe(keys.length);

  // A page after the hour is on Slack at once.
  await world.receive(says('page me someone again', 'e3'));
  await world.engine.runUntilIdle();
  expect(since(clock.now(), plus(back, 30 * second))).toBe(0);
});
