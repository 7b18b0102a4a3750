import type { FakeSlack } from '../../../harness/slack/fake-slack.ts';
import { botToken } from '../../../harness/slack/slack-settings.ts';
import { bot } from '../../slack/front.ts';
import { cast, northwind, type Person, places } from '../northwind.ts';
import type { Place } from '../platform-under-test.ts';

/** The vendor's workspace, in which the app is installed. */
export const vendorTeam = 'T0VEND';
/** The customer's, connected to it by Slack Connect. */
export const customerTeam = 'T0CUST';
const elsewhere = 'T0ELSE';

const upper = (id: string) => id.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** "adv-1" → "U0ADV1". */
export const userOf = (person: Person): string => `U0${upper(person)}`;

/** "northwind-shared" → "C0NORTHWINDSHARED"; a channel that was made here is its own id. */
export const channelOf = (place: Place): string =>
  place.startsWith('C0') ? place : `C0${upper(place)}`;

/** The workspace somebody is of. */
export function teamOf(person: Person): string {
  const side = northwind.people.find(({ id }) => id === person)?.side;
  if (side === undefined) return elsewhere;
  return side === 'vendor' ? vendorTeam : customerTeam;
}

/** How Slack knows a person or a place of the example. */
export function identify(id: string): object {
  const person = northwind.people.find(one => one.id === id);
  const platform = 'slack';
  if (!person) return { platform, workspace: vendorTeam, channel: channelOf(id) };
  return { platform, workspace: teamOf(person.id), user: userOf(person.id) };
}

/** Everybody of the example, and a stranger, in the vendor's, the customer's and a third workspace. */
export function furnish({ directory }: FakeSlack): void {
  for (const team of [vendorTeam, customerTeam, elsewhere]) directory.addTeam(team);
  directory.addToken(botToken, vendorTeam);
  const all = [...northwind.people, { id: cast.stranger, name: 'Sam Stranger' }];
  for (const { id, name } of all) directory.addUser(userOf(id), teamOf(id), { name });
  const members = all.map(({ id }) => id);
  const ours = members.filter(id => teamOf(id) === vendorTeam);
  directory.addChannel(channelOf(places.shared), vendorTeam, {
    members: [bot, ...members.map(userOf)],
    connected: [customerTeam],
  });
  directory.addChannel(channelOf(places.team), vendorTeam, {
    members: [bot, ...ours.map(userOf)],
    kind: 'private',
  });
}
