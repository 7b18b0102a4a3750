import type { SetupMapping } from '../../../harness/northwind.ts';
import type { Conversation, Member } from '../../../harness/teams/people.ts';
import { openTeamsStage, type TeamsStage } from '../../teams/stage.ts';
import { cast, northwindOn, type Person, places, quietMorning } from '../northwind.ts';
import type { Place } from '../platform-under-test.ts';

/** The example's people and places in a Teams of three tenants. */
export interface TeamsTown {
  readonly stage: TeamsStage;
  memberOf(person: Person): Member;
  roomOf(place: Place): Conversation;
  /** Where somebody and we are alone. */
  chatOf(person: Person): Conversation;
  /** A new channel that the customer's leader reads. */
  makeChannel(by: Person): Conversation;
}

/** Opens it on the quiet morning; nobody has been told yet that we are there. */
export async function openTeamsTown(): Promise<TeamsTown> {
  const stage = await openTeamsStage({
    at: quietMorning.toISOString(),
    setup: given => northwindOn(id => identityIn(given, id)),
  });
  const { teams, rooms } = stage;
  const { advocate, backup, manager, lead, guest } = stage.cast;
  const tenant = '0f0f0f0f-0000-4000-8000-00000000000f';
  const stranger = teams.person({ name: 'Sam Stranger', tenant });
  rooms.shared.members = [...rooms.shared.members, stranger];
  const members = new Map([
    [cast.advocate, advocate],
    [cast.backup, backup],
    [cast.manager, manager],
    [cast.lead, lead],
    [cast.member, guest],
    [cast.stranger, stranger],
  ]);
  const known = new Map<Place, Conversation>([
    [places.shared, rooms.shared],
    [places.team, rooms.team],
  ]);
  const strangersChat = teams.personal(stranger);
  const memberOf = (person: Person) => get(members, person);
  return {
    stage,
    memberOf,
    roomOf: place => get(known, place),
    chatOf: person => (person === cast.stranger ? strangersChat : rooms.personal(memberOf(person))),
    makeChannel(by) {
      const readers = [memberOf(by), memberOf(cast.lead)];
      const channel = teams.channel({ name: 'Northwind', members: readers });
      known.set(channel.id, channel);
      return channel;
    },
  };
}

/** How Teams knows those of the example who are in it. */
function identityIn({ people, customers }: SetupMapping, id: string): object | undefined {
  const all = [...people, ...customers.flatMap(customer => customer.places)];
  const found = all.find(one => one.id === id) as { identities?: object[] } | undefined;
  return found?.identities?.[0];
}

function get<T>(from: ReadonlyMap<string, T>, key: string): T {
  const found = from.get(key);
  if (!found) throw new Error(`Teams has no ${key}.`);
  return found;
}
