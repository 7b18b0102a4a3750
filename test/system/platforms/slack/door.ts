import { plus, second } from '../../../../src/shared/time.ts';
import { openTestDatabase } from '../../../harness/database.ts';
import { type FakeSlack, openFakeSlack } from '../../../harness/slack/fake-slack.ts';
import type { Button } from '../../../harness/slack/interactions.ts';
import type { FakeMessage } from '../../../harness/slack/message-store.ts';
import type { Envelope } from '../../../harness/slack/towards-us.ts';
import { bot, type Front, openFront } from '../../slack/front.ts';
import { type Fixtures, type OtherWords, type Payload, readFixtures } from '../fixture.ts';
import { northwindOn, type Person, quietMorning } from '../northwind.ts';
import type { Shown, Told } from '../platform-under-test.ts';
import { furnish, identify, teamOf, userOf } from './town.ts';

type Kind = Envelope['type'];

/** Handrail behind its signed door in Slack, and what Slack tells it there. */
export interface SlackDoor {
  readonly front: Front;
  readonly slack: FakeSlack;
  readonly fixtures: Fixtures;
  /** Hands payloads over and lets what follows be done; what was answered to the first. */
  hand(kind: Kind, ...payloads: Payload[]): Promise<string>;
  /** The same payload later: Slack signs a redelivery anew. */
  again(kind: Kind, payload: Payload): Told;
  /** An event of the fixture, told of something else in other words. */
  event(fixture: string, change: Payload, words?: OtherWords): Payload;
  /** Who does something with a button, a menu or a form, with a fresh trigger. */
  actor(by: Person): Payload;
  /** The press of a button, as it stands among the actions of a payload. */
  action(button: Button): Payload;
  /** The channel in which somebody and we are alone. */
  directOf(person: Person): string;
  /** The message of ours that somebody sees. */
  messageOf(shown: Shown): FakeMessage;
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens it on the quiet morning, with the example's people in three workspaces. */
export async function openSlackDoor(): Promise<SlackDoor> {
  const fixtures = readFixtures('slack');
  const ports = await openTestDatabase(quietMorning);
  const { clock } = ports;
  const slack = await openFakeSlack({ now: () => clock.now().getTime() });
  furnish(slack);
  const front = await openFront({ slack, ports, setup: northwindOn(identify) });
  const { engine } = front.world;
  let events = 0;

  async function hand(kind: Kind, ...payloads: Payload[]): Promise<string> {
    const handed = await front.hand(...payloads.map(payload => ({ type: kind, payload })));
    const refused = handed.find(({ acked }) => !acked);
    if (refused) throw new Error(`Slack was not answered: ${JSON.stringify(refused.tries)}`);
    await engine.runUntilIdle();
    return handed[0]?.body ?? '';
  }
  const pass = (milliseconds: number) => engine.advanceTo(clock, plus(clock.now(), milliseconds));

  return {
    front,
    slack,
    fixtures,
    hand,
    pass,
    again: (kind, payload) => ({
      async again() {
        await pass(second);
        await hand(kind, payload);
      },
    }),
    event(fixture, event, words) {
      events += 1;
      const event_id = `Ev${String(events).padStart(8, '0')}`;
      const event_time = Math.floor(clock.now().getTime() / second);
      return fixtures.replay(fixture, { event, event_id, event_time }, words);
    },
    actor(by) {
      const [user, team] = [userOf(by), teamOf(by)];
      const trigger_id = slack.views.newTrigger(user, team);
      return { user: { id: user, team_id: team }, team: { id: team }, trigger_id };
    },
    action({ actionId, blockId, value, label }) {
      const text = { type: 'plain_text', text: label, emoji: true };
      const named = { action_id: actionId, block_id: blockId, ...(value && { value }) };
      return { type: 'button', ...named, text, action_ts: slack.messages.nextTs() };
    },
    directOf(person) {
      const user = slack.directory.users.get(userOf(person));
      if (!user) throw new Error(`Slack knows no ${person}.`);
      return slack.directory.directChannel(bot, user).id;
    },
    messageOf({ id }) {
      const [channel = '', ts = ''] = id.split('/');
      const message = slack.messages.find(channel, ts);
      if (!message) throw new Error(`Slack has no message ${id}.`);
      return message;
    },
    async close() {
      await front.close();
      await slack.close();
      await ports.database.close();
    },
  };
}
