import { createCryptoRandom } from '../../../src/adapters/clock/crypto-random.ts';
import { createSlackSurface } from '../../../src/adapters/slack/send/slack-surface.ts';
import type { Installation } from '../../../src/adapters/slack/workspace/installation.ts';
import { internal, shared, words } from '../../../src/delivery/audience.ts';
import {
  type Card,
  internalCard,
  type MessageName,
  sharedCard,
} from '../../../src/delivery/card.ts';
import type { Draft, Lane } from '../../../src/delivery/draft.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import type { Outgoing, Surface } from '../../../src/delivery/surface.ts';
import type { Sender } from '../../../src/engine/sender.ts';
import type { Clock } from '../../../src/shared/clock.ts';
import type { Database } from '../../../src/shared/database.ts';
import { openly } from '../../../src/timeline/event.ts';
import { openSender } from '../../harness/sender.ts';
import type { FakeSlack } from '../../harness/slack/fake-slack.ts';
import type { FakeMessage } from '../../harness/slack/message-store.ts';
import { watchErrors } from '../watch-errors.ts';

/** What the surfaces of a test have logged. */
export const complaints = watchErrors();

/** The one workspace the vendor has installed us in. */
export const vendorTeam = 'T0VEND';

/** Puts our app, and the vendor's workspace, into the fake. */
export function installIn(slack: FakeSlack): Installation {
  slack.directory.addTeam(vendorTeam, { name: 'vendor' });
  const { token, botUser, appId, scopes } = slack.directory.addToken('xoxb-vendor', vendorTeam);
  return {
    workspace: vendorTeam,
    enterprise: null,
    name: 'vendor',
    appId,
    botUserId: botUser,
    token,
    scopes,
    installedAt: new Date(0),
  };
}

/** Slack's surface, talking to the fake; `forgotten` counts how often a token was found to be bad. */
export function surfaceOn(slack: FakeSlack, clock: Clock, installation: Installation | null) {
  let forgotten = 0;
  const installations = {
    find: async (workspace: string) =>
      installation?.workspace === workspace ? installation : null,
    list: async () => (installation ? [installation] : []),
    forget: () => {
      forgotten += 1;
    },
  };
  const parts = { installations, apiUrl: slack.apiUrl, clock, logger: complaints.logger };
  return { surface: createSlackSurface(parts), forgotten: () => forgotten };
}

/** A card for a customer's eyes. */
export function cardFor(customerId: string, text: string, name: MessageName = 'answer'): Card {
  return sharedCard(name, customerId, { body: [shared`${words(openly(text))}`] });
}

/** A message as delivery hands it to a surface. */
export function outgoing(over: Partial<Outgoing> = {}): Outgoing {
  return {
    mayLeave: () => true,
    messageId: 'message-1',
    key: 'key-1',
    address: { platform: 'slack', workspace: vendorTeam, id: 'C0ONE', kind: 'place' },
    via: 'chat',
    to: 'one',
    card: internalCard('answer', 'c1', { body: [internal`Hello`] }),
    text: 'Hello',
    timeZone: 'Europe/London',
    threadOf: null,
    isRepeat: false,
    queuedAt: new Date(),
    ...over,
  };
}

/** Places and people of one vendor in the store and in the fake, and a sender between them. */
export interface OutStage {
  readonly sender: Sender;
  readonly surface: Surface;
  /** Adds a place whose channel our bot is in. */
  addPlace(id: string): Promise<string>;
  /** Adds somebody of the vendor, reached directly. */
  addPerson(id: string): Promise<string>;
  say(key: string, to: Draft['to'], lane?: Lane): Promise<void>;
  /** The words in a channel, oldest first, as they were posted. */
  read(channel: string): string[];
}

export interface OutParts {
  readonly slack: FakeSlack;
  readonly database: Database;
  readonly clock: Clock;
}

/** Sets the stage over an empty store and a fresh fake. */
export function setOutStage({ slack, database, clock }: OutParts): OutStage {
  const installation = installIn(slack);
  const { surface } = surfaceOn(slack, clock, installation);
  const surfaces = { connected: [surface], everywhere: null };
  const { client } = database;
  return {
    surface,
    sender: openSender(
      { database, clock, random: createCryptoRandom() },
      { logger: complaints.logger, surfaces },
    ),
    async addPlace(id) {
      const channel = `C0${id.toUpperCase()}`;
      slack.directory.addChannel(channel, vendorTeam, { members: [installation.botUserId] });
      await client.place.create({ data: { id, customerId: 'c1', audience: 'shared' } });
      const identity = { platform: 'slack', workspace: vendorTeam, channel, placeId: id };
      await client.placeIdentity.create({ data: identity });
      return channel;
    },
    async addPerson(id) {
      const user = `U0${id.toUpperCase()}`;
      slack.directory.addUser(user, vendorTeam, { name: id });
      const person = { id, name: id, side: 'vendor', timeZone: 'Europe/London', contact: [] };
      await client.person.create({ data: { ...person, skills: [] } });
      const identity = { platform: 'slack', workspace: vendorTeam, user, personId: id };
      await client.personIdentity.create({ data: identity });
      return user;
    },
    say: async (key, to, lane = 'replies') => {
      const name = lane === 'pages' ? 'page' : lane === 'replies' ? 'answer' : 'check-in';
      const card = cardFor('c1', key, name);
      await database.trip(trip => sendMessage(trip, { key, lane, to, card }));
    },
    read: channel => slack.messages.in(channel).map(saidIn),
  };
}

/** What a message of the fake says, without the note that it is a repeat. */
export function saidIn({ text }: FakeMessage): string {
  return text.replace(/^\(repeated\) /, '');
}
